namespace Assets.Operations.Ordering;

/// <summary>Why a purchase is not placed, changed, received or closed.</summary>
public static class PurchaseRefusals
{
    public const string UnknownPurchase = "unknown_purchase";
    public const string UnknownLine = "unknown_purchase_line";
    public const string UnknownOrder = "unknown_department_order";
    public const string UnknownSupplier = "unknown_supplier";

    /// <summary>Detail: the model's code.</summary>
    public const string UnknownModel = "unknown_model";
    public const string NoLines = "no_lines";

    /// <summary>None, or more than 10 000 of a model. Detail: the model's code.</summary>
    public const string BadQuantity = "bad_quantity";
    public const string NegativePrice = "negative_price";

    /// <summary>Below a month or above ten years. Detail: what was given.</summary>
    public const string BadWarranty = "bad_warranty";

    /// <summary>Nothing more is expected of it. Detail: its number.</summary>
    public const string PurchaseClosed = "purchase_closed";

    /// <summary>Less than what has come already. Detail: the model's code, how many have come.</summary>
    public const string FewerThanCame = "fewer_than_came";

    /// <summary>No line would be left: such a purchase is closed. Detail: its number.</summary>
    public const string NothingLeft = "purchase_nothing_left";

    /// <summary>Somebody else was faster. Detail: its number.</summary>
    public const string ChangedMeanwhile = "purchase_changed_meanwhile";

    /// <summary>As many as were ordered have come. Detail: the model's code.</summary>
    public const string LineFull = "line_full";

    /// <summary>Several models are expected, and the serial does not tell which this is.</summary>
    public const string ModelNotRecognised = "model_not_recognised";

    public static IReadOnlyList<string> All { get; } =
        [UnknownPurchase, UnknownLine, UnknownOrder, UnknownSupplier, UnknownModel, NoLines, BadQuantity, NegativePrice, BadWarranty, PurchaseClosed, FewerThanCame, NothingLeft, ChangedMeanwhile, LineFull, ModelNotRecognised];
}
