using Assets.Core.Chargeback;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Ends a line: the day of return is not charged.</summary>
public static class ReturnAsset
{
    /// <param name="reused">Somebody else takes the device over: where the rules of the day waive it, the capital that is unpaid is not charged for. Otherwise the device is retired.</param>
    public static Outcome<LineChanged> Run(Installation installation, LineName name, DateOnly day, bool reused, string? reason = null) =>
        LineChange.Do(
            installation, name, day, "return asset", reason,
            (line, register) => On(day, waivesUnpaid: reused && register.WaivesUnpaid(day))(line, register), reused ? AssetState.InStock : AssetState.Retired);

    /// <summary>
    /// Handed in on a day and charged until another: what was returned is back at once, and the rent goes on for the notice that the rules
    /// of the day ask for.
    /// </summary>
    /// <param name="end">The first day that is not charged; none: when the notice has run out.</param>
    public static Outcome<LineChanged> HandedIn(Installation installation, LineName name, DateOnly day, DateOnly? end, bool reused, string? reason = null) =>
        LineChange.Do(
            installation, name, day, "return asset", reason,
            (line, register) =>
            {
                if (!LineTimeline.Locate(line.Snapshot, day).TryGet(out _, out var refusal)) return refusal;
                var handedIn = HandIn(day, end ?? ReturnDay.Of(day, register.NoticeDays(day), day), waivesUnpaid: reused && register.WaivesUnpaid(day))(line, register);
                return handedIn is { IsDone: true } && handedIn.Value == line.Snapshot ? new Refusal(LineRefusals.Unchanged, line.Code) : handedIn;
            },
            reused ? AssetState.InStock : AssetState.Retired);

    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> On(DateOnly day, bool waivesUnpaid) => (line, _) =>
        LineTimeline.ReturnOn(line.Snapshot, day, waivesUnpaid ? Money.Zero : CapitalOn.Day(line.Snapshot, day, CapitalValue.UnpaidCapital));

    /// <summary>
    /// Handed in on a day, charged until another: the asset leaves the line at once, free for others, and the rent goes on until the
    /// notice is over. What ends before that ends as it was to, without a fee.
    /// </summary>
    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> HandIn(DateOnly day, DateOnly end, bool waivesUnpaid) => (line, register) =>
    {
        var ended = line.Snapshot;
        if (!(LineEnd.On(ended, day) <= end) && !On(end, waivesUnpaid)(line, register).TryGet(out ended, out var refusal)) return refusal;
        // The fee first: it tells of which asset it is.
        return ended.Segments.Any(segment => segment.AssetTag is not null && segment.Period.Contains(day)) ? LineTimeline.Swap(ended, null, day) : ended;
    };
}
