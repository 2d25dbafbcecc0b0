namespace Assets.Operations.Rentals;

/// <summary>Why a rental verb is refused beyond what <see cref="Core.Rentals.LineRefusals"/> says of the line itself. The detail is the code that was given.</summary>
public static class RentalRefusals
{
    public const string UnknownLine = "unknown_line";
    public const string DuplicateLine = "duplicate_line";
    public const string UnknownUnit = "unknown_unit";
    public const string UnknownCostCode = "unknown_cost_code";
    public const string UnknownAsset = "unknown_asset";

    /// <summary>A key that is empty, longer than 100 characters, or holds control characters.</summary>
    public const string UnusableKey = "unusable_key";

    /// <summary>The line has no asset on the day that could be swapped, returned or lost.</summary>
    public const string NoAsset = "no_asset";

    /// <summary>The line has no calculation of its own that a book value could be taken from: it has to be told.</summary>
    public const string NoBookValue = "no_book_value";

    /// <summary>The line was changed by somebody else since it was seen.</summary>
    public const string ChangedMeanwhile = "line_changed_meanwhile";

    /// <summary>A part of the line was or is paid outside the reach of the one who acts: it is not theirs to change.</summary>
    public const string PartlyOthers = "line_partly_others";

    /// <summary>Neither another unit nor another cost code was named.</summary>
    public const string NoNewPayer = "no_new_payer";

    /// <summary>The cost code belongs neither to the unit that is to pay nor to one above it: as of an order.</summary>
    public const string CostCodeOfOther = Core.Ordering.OrderFaults.CostCodeOfOther;

    public static IReadOnlyList<string> All { get; } =
        [UnknownLine, DuplicateLine, UnknownUnit, UnknownCostCode, UnknownAsset, UnusableKey, NoAsset, NoBookValue, ChangedMeanwhile, PartlyOthers, NoNewPayer, CostCodeOfOther];
}
