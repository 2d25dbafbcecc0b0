using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;

namespace Assets.Operations.Chargeback;

/// <summary>A month as it stands after it was charged.</summary>
/// <param name="Changes">Why it differs from the month before; empty where that was never charged.</param>
/// <param name="Recalculated">False where nothing had changed since the last time, or where the month is closed.</param>
/// <param name="Closed">Where the month is closed already: by whom and when.</param>
public sealed record MonthCharged(
    BillingMonth Month,
    long Count,
    Money Total,
    IReadOnlyList<FoundInMonth> Findings,
    IReadOnlyList<MonthChange> Changes,
    bool Recalculated,
    ClosedMonth? Closed)
{
    public bool HasOpenStops => Closed is null && Findings.Any(found => found.Severity == Severity.Stop && found.Open > 0);
}

/// <summary>How far a calculation has come.</summary>
/// <param name="Lines">Contract lines that are rated.</param>
/// <param name="Share">From 0 to 1, of all lines.</param>
public sealed record MonthProgress(BillingMonth Month, long Lines, double Share);

/// <summary>Why a month is not charged, closed, exported or explained.</summary>
public static class MonthRefusals
{
    /// <summary>A later month is closed; months close in ascending order. Detail: the last closed month.</summary>
    public const string BeforeLastClosed = "before_last_closed";

    /// <summary>Detail: by whom and when.</summary>
    public const string AlreadyClosed = "already_closed";

    /// <summary>Earlier months were run and are open: they could never be closed. Detail: which.</summary>
    public const string LeavesOpen = "leaves_open";

    /// <summary>The month has not begun. Detail: which.</summary>
    public const string MonthAhead = "month_ahead";

    /// <summary>Findings of severity stop are open. Detail: how many of which code.</summary>
    public const string OpenFindings = "open_findings";

    /// <summary>The month was never charged.</summary>
    public const string NotCharged = "not_charged";

    /// <summary>No charge of that name.</summary>
    public const string UnknownCharge = "unknown_charge";

    /// <summary>The month has no such finding. Detail: its code and record.</summary>
    public const string UnknownFinding = "unknown_finding";

    /// <summary>A reason of nothing but blanks.</summary>
    public const string EmptyReason = "empty_reason";

    /// <summary>The settings ask for a second person's approval: a month is proposed and approved, not closed at once.</summary>
    public const string NeedsApproval = "needs_approval";

    /// <summary>There is no such proposal any more: the month was run again, or has other sums than were proposed.</summary>
    public const string ProposalOutdated = "proposal_outdated";

    /// <summary>Who proposed cannot approve. Detail: who.</summary>
    public const string OwnProposal = "own_proposal";
}
