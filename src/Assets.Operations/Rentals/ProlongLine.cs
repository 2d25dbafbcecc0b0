using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Lets a line end later than it was to, or no longer end: a lease that goes on, a return that was dated too early.</summary>
public static class ProlongLine
{
    /// <param name="until">The first day not charged; none until further notice.</param>
    public static Outcome<LineChanged> Run(Installation installation, LineName name, DateOnly? until, string? reason = null) => LineChange.Do(
        installation, name, line => line.Segments[^1].Period.Until!.Value, "prolong line", reason, // a line without an end is refused before
        (line, _) => LineTimeline.ProlongTo(line.Snapshot, until));
}
