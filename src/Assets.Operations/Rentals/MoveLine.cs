using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>Lets another unit, or another cost code, pay from a day on: the day itself is the new holder's.</summary>
public static class MoveLine
{
    public static Outcome<LineChanged> Run(Installation installation, LineName name, string unitCode, string costCode, DateOnly day, string? reason = null) =>
        LineChange.Do(installation, name, day, "move line", reason, To(unitCode, costCode, day));

    internal static Func<RegisteredLine, RentalRegister, Outcome<LineSnapshot>> To(string unitCode, string costCode, DateOnly day) => (line, register) =>
    {
        if (register.Unit(unitCode) is not { } unit) return new Refusal(RentalRefusals.UnknownUnit, unitCode);
        if (!CostCodes.Find(register, costCode).TryGet(out var code, out var refusal)) return refusal;
        return LineTimeline.MoveTo(line.Snapshot, unit.Code, code, day);
    };
}
