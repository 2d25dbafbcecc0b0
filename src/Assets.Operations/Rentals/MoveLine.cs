using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;

namespace Assets.Operations.Rentals;

/// <summary>Lets another unit, or another cost code, pay from a day on: the day itself is the new holder's.</summary>
public static class MoveLine
{
    /// <param name="within">Where the one who acts may change contracts; none: everywhere.</param>
    public static Outcome<LineChanged> Run(Installation installation, LineName name, string unitCode, string costCode, DateOnly day, string? reason = null, Reach? within = null)
    {
        string? other = null;
        var outcome = LineChange.Do(installation, name, day, "move line", reason, (line, register) =>
        {
            if (!To(unitCode, costCode, day)(line, register).TryGet(out var moved, out var refusal)) return refusal;
            other = CostCodes.OfOther(register, line.Snapshot, moved, day);
            return other is not null && within is { IsEverywhere: false } ? new Refusal(RentalRefusals.CostCodeOfOther, other) : moved;
        });
        return outcome.TryGet(out var changed, out var refused) ? changed with { CodeOfOther = other } : refused;
    }

    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> To(string unitCode, string costCode, DateOnly day) => (line, register) =>
    {
        if (register.Unit(unitCode) is not { } unit) return new Refusal(RentalRefusals.UnknownUnit, unitCode);
        if (!CostCodes.Find(register, costCode).TryGet(out var code, out var refusal)) return refusal;
        return LineTimeline.MoveTo(line.Snapshot, unit.Code, code, day);
    };
}
