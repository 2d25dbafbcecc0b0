using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>One row of a month: what one component of one contract line costs for some days. The days are half-open; files write the last day.</summary>
/// <param name="Month">The month it is posted in.</param>
/// <param name="CorrectionOf">The closed month it corrects; none for an ordinary charge.</param>
/// <param name="Reversal">True for the old row of a correction with its sign turned, false for the new one and for ordinary charges.</param>
public sealed record Charge(
    BillingMonth Month,
    string LineCode,
    string? AssetTag,
    string UnitCode,
    string CostCode,
    string Component,
    DateOnly From,
    DateOnly Until,
    int Quantity,
    Money Amount,
    BillingMonth? CorrectionOf = null,
    bool Reversal = false)
{
    public int Days => Until.DayNumber - From.DayNumber;

    public DateOnly To => Until.AddDays(-1);

    /// <summary>
    /// The name of the charge, the same whenever the month is charged again: posting month, line, component, first day and, for a
    /// correction, the corrected month and which half of the pair. <c>2026-05:C00000001:rent:01</c>,
    /// <c>2026-05:C00000001:rent:10:2026-03:old</c>.
    /// </summary>
    public string Id => CorrectionOf is { } corrected
        ? $"{Month}:{LineCode}:{Component}:{From.Day:00}:{corrected}:{(Reversal ? "old" : "new")}"
        : $"{Month}:{LineCode}:{Component}:{From.Day:00}";
}
