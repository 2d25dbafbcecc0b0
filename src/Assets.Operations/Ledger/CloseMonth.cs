using System.Globalization;
using System.Text.Json;
using Assets.Core.Ledger;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>
/// Locks a month: calculates it once more, takes its head into the chain and makes it unchangeable, all in one transaction. Of two who
/// close the same month one wins; the other is told who and when.
/// </summary>
public static class CloseMonth
{
    /// <param name="acceptReason">Accepts every open finding of severity stop; without it one such finding refuses.</param>
    /// <param name="progress">Of the last calculation, where one is needed.</param>
    /// <param name="leavesOpen">The earlier open months that whoever closes knows to be lost; where it is none, neither they nor a month ahead are asked about.</param>
    public static Outcome<ClosedMonth> Run(
        Installation installation, BillingMonth month, string? acceptReason = null, IProgress<MonthProgress>? progress = null, IReadOnlyCollection<BillingMonth>? leavesOpen = null, CancellationToken cancel = default)
    {
        if (acceptReason is not null && string.IsNullOrWhiteSpace(acceptReason)) return new Refusal(MonthRefusals.EmptyReason, "");
        if (ProposeClosing.IsNeeded(installation)) return new Refusal(MonthRefusals.NeedsApproval, month.ToString());
        using var writing = Writing.Begin(installation.Database);
        if (leavesOpen is not null && LeftOpen.Check(installation, writing.Connection, month, leavesOpen) is { } careless) return careless;
        return Within(writing, installation, month, acceptReason, agreedFigures: null, progress, cancel);
    }

    /// <param name="agreedFigures">What two persons agreed on; none where one closes alone.</param>
    internal static Outcome<ClosedMonth> Within(
        Writing writing, Installation installation, BillingMonth month, string? acceptReason, string? agreedFigures, IProgress<MonthProgress>? progress, CancellationToken cancel)
    {
        if (!ChargeMonth.Within(writing, installation, month, progress, cancel).TryGet(out var charged, out var refusal)) return refusal;
        if (charged.Closed is { } already) return Already(already);
        if (agreedFigures is not null && agreedFigures != ClosingProposal.FiguresOf(writing.Connection, month)) return new Refusal(MonthRefusals.ProposalOutdated, month.ToString());

        var now = installation.Clock.GetUtcNow();
        if (acceptReason is not null)
            FoundInMonth.AcceptStops(writing, AcceptFinding.Act(installation, month, acceptReason), acceptReason.Trim());
        if (FoundInMonth.AnyOpenStop(writing.Connection, month, installation.Today))
        {
            writing.Commit(); // the calculation stands, so that the findings can be looked at
            return new Refusal(MonthRefusals.OpenFindings, string.Join(", ", charged.Findings
                .Where(found => found.Severity == Severity.Stop && found.Open > 0)
                .Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Code} {found.Open}"))));
        }

        var before = ClosedMonth.All(writing.Connection);
        var scope = MonthScope.Now(writing.Connection, month, before);
        var closed = new ClosedMonth(
            month,
            scope.Last?.Month,
            scope.Last?.Head ?? MonthChain.Genesis,
            "",
            scope.Watermark,
            scope.SettledByClosing,
            MonthScope.RulesVersion,
            now,
            installation.Actor,
            acceptReason?.Trim(),
            charged.Count,
            charged.Total);
        closed = closed with { Head = MonthHead.Of(writing.Connection, closed) };
        Lock(writing.Connection, closed);
        Record(writing, closed, installation.Today);
        writing.Commit();
        return closed;
    }

    // Who closed what when, a second time: verifying holds the month's own row against it.
    private static void Record(Writing writing, ClosedMonth closed, DateOnly today)
    {
        var changeSet = writing.AddChangeSet(closed.ClosedAt, closed.ClosedBy, "close month", closed.AcceptReason, null);
        History.Add(writing, changeSet, Subject.Month, closed.Month.Number, today, null, JsonSerializer.Serialize(new { head = closed.Head }, History.Json));
    }

    private static Refusal Already(ClosedMonth closed) => new(
        MonthRefusals.AlreadyClosed,
        string.Create(CultureInfo.InvariantCulture, $"{closed.ClosedBy} {closed.ClosedAt:yyyy-MM-dd HH:mm:ss} UTC"));

    // Months that were calculated but never closed can no longer be: what was calculated for them is nobody's.
    private static void Lock(System.Data.Common.DbConnection connection, ClosedMonth closed)
    {
        foreach (var passed in connection.Rows("select month from month_runs where month < @p0", r => BillingMonth.FromNumber(r.GetInt32(0)), closed.Month.Number))
            MonthRun.Discard(connection, passed);
        connection.Execute("delete from month_runs where month = @p0", closed.Month.Number);
        closed.Insert(connection);
    }
}
