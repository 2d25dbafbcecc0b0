using Assets.Core.Values;

namespace Assets.Data.Chargeback;

internal sealed class ChargeRow
{
    public BillingMonth Month { get; set; }
    public long LineId { get; set; }

    /// <summary>The closed month that is corrected, 0 for an ordinary charge (a key column cannot be empty).</summary>
    public int CorrectedMonth { get; set; }

    /// <summary>0: the old row of a correction, sign turned; 1: everything else. Old rows sort before new ones.</summary>
    public int Turn { get; set; }
    public required string Component { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly UntilOn { get; set; }
    public long? AssetId { get; set; }
    public int UnitId { get; set; }
    public int? CostCodeId { get; set; }
    public int CustomerId { get; set; }
    public int Quantity { get; set; }
    public Money Amount { get; set; }
}

/// <summary>The latest calculation of a month that is not closed: from which facts, when and by whom.</summary>
internal sealed class MonthRunRow
{
    public BillingMonth Month { get; set; }

    /// <summary>The last change set that the calculation saw.</summary>
    public long Watermark { get; set; }

    /// <summary>The last closed month at the time, 0 for none: it decides which corrections belong here.</summary>
    public int PreviousMonth { get; set; }
    public int RulesVersion { get; set; }
    public DateTimeOffset RunAt { get; set; }
    public required string RunBy { get; set; }
    public long ChargeCount { get; set; }
    public Money Total { get; set; }
}

/// <summary>A closed month, a link of the chain. Inserted once, never changed.</summary>
internal sealed class ClosedMonthRow
{
    public BillingMonth Month { get; set; }

    /// <summary>The closed month before it, 0 for the first. Unique: of two closers one wins.</summary>
    public int PreviousMonth { get; set; }
    public required string PreviousHead { get; set; }
    public required string Head { get; set; }
    public long Watermark { get; set; }

    /// <summary>Every change up to here has been corrected in closed months; behind <see cref="Watermark"/> where a month was closed across a gap.</summary>
    public long SettledWatermark { get; set; }
    public int RulesVersion { get; set; }
    public DateTimeOffset ClosedAt { get; set; }
    public required string ClosedBy { get; set; }
    public string? AcceptReason { get; set; }
    public long ChargeCount { get; set; }
    public Money Total { get; set; }
}

internal sealed class FindingRow
{
    public BillingMonth Month { get; set; }
    public required string Code { get; set; }
    public required string Record { get; set; }
    public Severity Severity { get; set; }
    public required string Detail { get; set; }
}

/// <summary>How many findings of a code a run of the month made: a month may have very many, and each page shows only the numbers.</summary>
internal sealed class FindingCountRow
{
    public BillingMonth Month { get; set; }
    public required string Code { get; set; }
    public Severity Severity { get; set; }
    public int Found { get; set; }
}

/// <summary>A finding that somebody lives with, with a reason, until a day.</summary>
internal sealed class FindingAcceptanceRow
{
    public BillingMonth Month { get; set; }
    public required string Code { get; set; }
    public required string Record { get; set; }
    public required string Reason { get; set; }
    public required string AcceptedBy { get; set; }
    public DateTimeOffset AcceptedAt { get; set; }
    public DateOnly? UntilOn { get; set; }
}

/// <summary>Why a customer's month differs from the one before; the causes sum exactly to the difference.</summary>
internal sealed class MonthChangeRow
{
    public BillingMonth Month { get; set; }
    public int CustomerId { get; set; }
    public required string Cause { get; set; }
    public Money Amount { get; set; }
}
