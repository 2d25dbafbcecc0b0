using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>A step in an asset's life: from which day it holds, in the order in which steps were recorded.</summary>
public sealed record StateChange(DateOnly Day, AssetState Before, AssetState After);

/// <summary>
/// The state of an asset on each day, as it is known now. A step holds from its own day on, whenever it was recorded; of two of one day
/// the later recorded. Before the first day it was what the first recorded step found.
/// </summary>
public sealed class StatesOverTime
{
    private readonly AssetState first;
    private readonly List<StateChange> byDay;

    /// <param name="now">The present state: that of all days where no step is recorded.</param>
    /// <param name="recorded">In the order in which they were recorded.</param>
    public StatesOverTime(AssetState now, IReadOnlyList<StateChange> recorded)
    {
        first = recorded.Count == 0 ? now : recorded[0].Before;
        byDay = [.. recorded.OrderBy(change => change.Day)]; // which leaves those of one day as they were
    }

    public AssetState On(DateOnly day) => byDay.FindLast(change => change.Day <= day)?.After ?? first;

    /// <summary>The first state on a day of the period in which nobody uses the asset: in stock, retired, disposed or lost. None where there is no such day.</summary>
    public AssetState? IdleWithin(Period period)
    {
        if (period.IsEmpty) return null;
        if (AssetStates.IsIdle(On(period.From))) return On(period.From);
        foreach (var change in byDay)
        {
            if (period.Contains(change.Day) && AssetStates.IsIdle(On(change.Day))) return On(change.Day);
        }
        return null;
    }
}
