using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>More or fewer of a service from a day on. A line with an asset has quantity 1 for good.</summary>
public static class ChangeQuantity
{
    public static Outcome<LineChanged> Run(Installation installation, LineName name, int quantity, DateOnly day, string? reason = null) =>
        LineChange.Do(installation, name, day, "change quantity", reason, (line, _) => LineTimeline.ChangeQuantity(line.Snapshot, quantity, day));
}
