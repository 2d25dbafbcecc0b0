namespace Assets.Operations.Ordering;

/// <summary>Why a verb of ordering is refused beyond what <see cref="Core.Ordering.OrderFaults"/> says of the order itself.</summary>
public static class OrderRefusals
{
    public const string UnknownOrder = "unknown_order";
    public const string UnknownOrderLine = "unknown_order_line";

    /// <summary>The order has gone on: the step cannot be taken from its state. Detail: the state's word.</summary>
    public const string NotInThisState = "order_not_in_state";

    /// <summary>Somebody has changed it since it was read. Detail: the version that it has now.</summary>
    public const string ChangedMeanwhile = "order_changed";

    public const string NoEdition = "no_edition_in_force";
    public const string UnknownProduct = "unknown_product";
    public const string UnknownUnit = "order_unit_unknown";

    /// <summary>The unit of the basket is no more. Detail: its code.</summary>
    public const string UnitClosed = "order_unit_closed";

    /// <summary>The unit of an order that waits for approval is no more. Detail: its code.</summary>
    public const string PayerClosed = "order_payer_closed";

    /// <summary>The cost code of an order that waits for approval has closed since, or is another unit's now. Detail: the code.</summary>
    public const string CostCodeGone = "order_cost_code_gone";
    public const string UnknownCostCode = "order_cost_code_unknown";
    /// <summary>Of something rented it is settled who pays: whoever should pay instead asks anew. Detail: the unit's code.</summary>
    public const string PayerIsFixed = "order_payer_fixed";
    public const string UnknownSite = "order_site_unknown";

    /// <summary>More than one order takes. Detail: how many it takes.</summary>
    public const string TooMany = "order_too_many";

    /// <summary>The one who acts, or who is named, has no account here.</summary>
    public const string UnknownPerson = "unknown_person";

    /// <summary>The one who acts may not do this for that unit.</summary>
    public const string NotYours = "not_yours";

    /// <summary>Nobody holds a budget that covers the order: neither of the unit nor above it.</summary>
    public const string NobodyApproves = "nobody_approves";

    /// <summary>Something of it is delivered, and is returned rather than cancelled.</summary>
    public const string AlreadyDelivered = "order_delivered";

    public const string ReasonMissing = "order_reason_missing";

    /// <summary>The IT architect has given no price for a wish, or one that is none. Detail: the line's number.</summary>
    public const string PriceMissing = "wish_price_missing";

    /// <summary>No model has that code. Detail: the code.</summary>
    public const string UnknownModel = "wish_model_unknown";

    /// <summary>The last day lies before the first, or before today.</summary>
    public const string NoDays = "delegation_no_days";

    /// <summary>Nobody stands in for himself, nor does someone who sees no orders.</summary>
    public const string NoStandIn = "delegation_not_possible";

    /// <summary>The person approves no orders, and needs nobody to do it instead.</summary>
    public const string NoBudget = "delegation_no_budget";

    public const string UnknownDelegation = "unknown_delegation";

    public static IReadOnlyList<string> All { get; } =
    [
        UnknownOrder, UnknownOrderLine, NotInThisState, ChangedMeanwhile, NoEdition, UnknownProduct, UnknownUnit, UnitClosed, PayerClosed, CostCodeGone, UnknownCostCode, PayerIsFixed, UnknownSite, TooMany, UnknownPerson, NotYours,
        NobodyApproves, AlreadyDelivered, ReasonMissing, PriceMissing, UnknownModel, NoDays, NoStandIn, NoBudget, UnknownDelegation,
    ];
}
