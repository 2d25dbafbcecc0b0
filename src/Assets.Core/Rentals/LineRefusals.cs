namespace Assets.Core.Rentals;

/// <summary>Why a change of a contract line or a price is refused. The web has a sentence for each.</summary>
public static class LineRefusals
{
    /// <summary>The day lies before the line's first.</summary>
    public const string BeforeStart = "before_start";

    /// <summary>The day lies after the line's end, or in a gap between two of its periods.</summary>
    public const string OutsidePeriod = "outside_period";

    /// <summary>From the day that is told the line has another payer than the new one: a move for good would not last.</summary>
    public const string MovesLater = "moves_later";

    /// <summary>The line is charged on some of the days already, or another line charges for the asset on them.</summary>
    public const string Overlap = "overlap";

    /// <summary>It is so already.</summary>
    public const string Unchanged = "unchanged";

    public const string MissingUnit = "missing_unit";
    public const string QuantityOutOfRange = "quantity_out_of_range";

    /// <summary>An asset is one thing: its line has quantity 1.</summary>
    public const string QuantityOfAsset = "quantity_of_asset";
    public const string EmptyPeriod = "empty_period";
    public const string AmountOutOfRange = "amount_out_of_range";
    public const string NegativeAmount = "negative_amount";
    public const string ResidualAbovePrice = "residual_above_price";
    public const string TermOutOfRange = "term_out_of_range";

    /// <summary>No interest row was in force on the first day.</summary>
    public const string NoInterest = "no_interest";

    /// <summary>A component's name is empty, taken, or one that the program needs for itself.</summary>
    public const string ComponentName = "component_name";

    /// <summary>The same fee stands on that day already.</summary>
    public const string FeeTwice = "fee_twice";

    public static IReadOnlyList<string> All { get; } =
    [
        BeforeStart, OutsidePeriod, MovesLater, Overlap, Unchanged, MissingUnit, QuantityOutOfRange, QuantityOfAsset, EmptyPeriod, AmountOutOfRange,
        NegativeAmount, ResidualAbovePrice, TermOutOfRange, NoInterest, ComponentName, FeeTwice,
    ];
}
