using Assets.Core.Values;

namespace Assets.Data.Chargeback;

/// <summary>Somebody's word that a month, as it is calculated now, may be closed. Append-only; the last one of a month counts, for as long as its run stands.</summary>
internal sealed class ClosingProposalRow
{
    public int Id { get; set; }
    public BillingMonth Month { get; set; }

    /// <summary>The run that it is about: a later one voids the proposal.</summary>
    public DateTimeOffset RunAt { get; set; }
    public long ChargeCount { get; set; }
    public Money Total { get; set; }

    /// <summary>A hash of the sums by customer, unit and cost code: what is approved is what was proposed, to the öre.</summary>
    public required string Figures { get; set; }
    public string? Reason { get; set; }
    public required string ProposedBy { get; set; }
    public DateTimeOffset ProposedAt { get; set; }
}

/// <summary>Who took which file of a month, and when. Append-only.</summary>
internal sealed class DownloadRow
{
    public long Id { get; set; }
    public BillingMonth Month { get; set; }
    public required string FileName { get; set; }
    public required string Account { get; set; }
    public DateTimeOffset At { get; set; }
    public long SizeBytes { get; set; }

    /// <summary>True where the month was closed: only then is the file final.</summary>
    public bool IsFinal { get; set; }
}
