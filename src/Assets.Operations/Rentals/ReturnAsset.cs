using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Ends a line: the day of return is not charged.</summary>
public static class ReturnAsset
{
    /// <param name="reused">Somebody else takes the device over: the capital that is still unpaid is then not charged for.</param>
    public static Outcome<LineChanged> Run(Installation installation, LineName name, DateOnly day, bool reused, string? reason = null) =>
        LineChange.Do(installation, name, day, "return asset", reason, On(day, waivesUnpaid: reused));

    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> On(DateOnly day, bool waivesUnpaid) => (line, _) =>
        LineTimeline.ReturnOn(line.Snapshot, day, waivesUnpaid ? Money.Zero : CapitalOn.Day(line.Snapshot, day, CapitalValue.UnpaidCapital));
}
