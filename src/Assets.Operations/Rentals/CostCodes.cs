using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;

namespace Assets.Operations.Rentals;

internal static class CostCodes
{
    /// <summary>The register's form of a cost code; the empty one stays empty, which the month will find.</summary>
    public static Outcome<string> Find(RentalRegister register, string code)
    {
        if (string.IsNullOrWhiteSpace(code)) return "";
        return register.CostCode(code) is { } known ? known.Code : new Refusal(RentalRefusals.UnknownCostCode, code);
    }

    /// <summary>The same, where whoever answers for a part only lets no unit of it pay under the code of another.</summary>
    public static Outcome<string> Find(RentalRegister register, string code, RegisteredUnit unit, Reach within)
    {
        if (!Find(register, code).TryGet(out var found, out var refusal)) return refusal;
        return within.IsEverywhere || Fits(register, found, unit) ? found : new Refusal(RentalRefusals.CostCodeOfOther, found);
    }

    /// <summary>
    /// The first cost code that a move lets a unit pay under, although it belongs neither to that unit nor to one above it; none where there
    /// is none. What was so before the move is not its doing.
    /// </summary>
    public static string? OfOther(RentalRegister register, LineSnapshot before, LineSnapshot after, DateOnly day)
    {
        foreach (var segment in after.Segments)
        {
            var from = segment.Period.From > day ? segment.Period.From : day;
            if (!segment.Period.Contains(from) || Fits(register, segment.CostCode, register.Unit(segment.UnitCode)!)) continue;
            if (!LineTimeline.Locate(before, from).TryGet(out var old, out _) || old.UnitCode != segment.UnitCode || old.CostCode != segment.CostCode) return segment.CostCode;
        }
        return null;
    }

    private static bool Fits(RentalRegister register, string code, RegisteredUnit unit) =>
        code.Length == 0 || unit.Lineage.StartsWith(register.CostCode(code)!.UnitLineage, StringComparison.Ordinal);
}
