using Assets.Core.Values;

namespace Assets.Operations.Rentals;

internal static class CostCodes
{
    /// <summary>The register's form of a cost code; the empty one stays empty, which the month will find.</summary>
    public static Outcome<string> Find(RentalRegister register, string code)
    {
        if (string.IsNullOrWhiteSpace(code)) return "";
        return register.CostCode(code) is { } known ? known.Code : new Refusal(RentalRefusals.UnknownCostCode, code);
    }
}
