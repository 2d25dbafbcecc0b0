using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Chargeback;

/// <summary>Everything that a charge was made of.</summary>
/// <param name="Reverses">For the old half of a correction: the posted charge that it takes back, with its own inputs.</param>
/// <param name="Pair">For either half: all rows that were posted in the same month for the same line, component and corrected month.</param>
public sealed record ChargeExplained(
    string Id,
    Charge Charge,
    ExplainedPlace Place,
    ExplainedMonth Month,
    ExplainedVersion Version,
    ExplainedPrice Price,
    ExplainedAmount Amount,
    string? Reverses,
    IReadOnlyList<Charge> Pair);

/// <summary>Who pays for what: the names behind the codes, as the register has them now.</summary>
public sealed record ExplainedPlace(
    string Contract, string CustomerCode, string CustomerName, string UnitName, string CostCodeName, string AssetText, long LineId, int UnitId, long? AssetId);

/// <param name="ClosedBy">None while the month is open.</param>
/// <param name="Watermark">The last change set that the month saw.</param>
public sealed record ExplainedMonth(BillingMonth Month, long Watermark, int RulesVersion, DateTimeOffset? ClosedAt, string? ClosedBy, string? Head);

/// <summary>The version of the contract line that it was rated from, and who made it so, when and why.</summary>
public sealed record ExplainedVersion(int Number, long ChangeSet, DateTimeOffset RecordedAt, string Actor, string Verb, string? Reason, string? Source, LineSnapshot Line);

/// <summary>How the amount came to be. A one-off has no month, no days and no schedule.</summary>
/// <param name="Rule"><c>flat</c>, <c>capital</c> or <c>once</c>.</param>
/// <param name="MonthAmount">M, of the whole quantity for a whole month, rounded once.</param>
/// <param name="DaysBefore">a: days of the month before the first day charged.</param>
/// <param name="DaysUntil">b: days of the month up to and with the last day charged.</param>
/// <param name="RoundedUntil">R(M·b/N).</param>
/// <param name="RoundedBefore">R(M·a/N); the amount is the one less the other.</param>
public sealed record ExplainedAmount(
    string Rule,
    Money? UnitRate,
    int Quantity,
    Money? MonthAmount,
    int DaysBefore,
    int DaysUntil,
    int DaysOfMonth,
    decimal? ExactUntil,
    Money? RoundedUntil,
    decimal? ExactBefore,
    Money? RoundedBefore,
    CapitalComponent? Capital,
    ScheduleMonth? ContractMonth,
    Money? ChargedBeyondPayments,
    Money Result);
