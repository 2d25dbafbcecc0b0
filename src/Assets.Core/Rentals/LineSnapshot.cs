using Assets.Core.Values;

namespace Assets.Core.Rentals;

/// <summary>
/// All that is known of one contract line at one moment: enough to rate any month of it, whatever has changed in the register since.
/// Each change makes a new snapshot; the old ones are kept, so that a closed month can be recomputed from what it was computed from.
/// </summary>
/// <param name="Segments">Ascending, never overlapping, never empty; a gap is a time when nothing is charged.</param>
/// <param name="OneOffs">What is charged once, on a day: a loss, an early return.</param>
public sealed record LineSnapshot(string LineCode, EquatableArray<Segment> Segments, EquatableArray<OneOff> OneOffs)
{
    /// <summary>A line as imported: one segment of one asset with the single component <c>rent</c>.</summary>
    public static LineSnapshot Imported(string lineCode, string assetTag, string unitCode, string costCode, Period period, Money monthlyRate) =>
        new(lineCode, [new Segment(period, unitCode, costCode, assetTag, "", 1, new Price([new FlatComponent(Components.Rent, monthlyRate)]))], []);
}

/// <summary>A stretch of days in which nothing about the line changes.</summary>
/// <param name="CostCode">Empty where it is missing, which is a finding when the month is rated.</param>
/// <param name="AssetTag">None for a service or a workplace without a machine of its own.</param>
/// <param name="Service">The name of the service or functional workplace, or empty.</param>
/// <param name="Quantity">At least 1; exactly 1 where an asset stands behind the line.</param>
public sealed record Segment(Period Period, string UnitCode, string CostCode, string? AssetTag, string Service, int Quantity, Price Price);

/// <summary>An amount that falls on one day and has no monthly rate.</summary>
/// <param name="Component">One of the one-off words in <see cref="Components"/>.</param>
public sealed record OneOff(DateOnly Day, string Component, Money Amount, string UnitCode, string CostCode, string? AssetTag);
