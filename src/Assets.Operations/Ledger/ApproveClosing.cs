using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>
/// The second person's word: closes the month as it was proposed. Facts that came in between are looked at too; where they change a
/// sum, the month is not the proposed one any more and nothing is closed.
/// </summary>
public static class ApproveClosing
{
    /// <param name="proposal">The number of the proposal that was on the screen.</param>
    public static Outcome<ClosedMonth> Run(Installation installation, BillingMonth month, int proposal, CancellationToken cancel = default)
    {
        using var writing = Writing.Begin(installation.Database);
        var last = ClosingProposal.Last(writing.Connection, month);
        if (last is null || last.Id != proposal || MonthRun.Find(writing.Connection, month)?.RunAt != last.RunAt) return new Refusal(MonthRefusals.ProposalOutdated, month.ToString());
        if (string.Equals(last.By, installation.Actor, StringComparison.OrdinalIgnoreCase)) return new Refusal(MonthRefusals.OwnProposal, last.By);
        return CloseMonth.Within(writing, installation, month, last.Reason, last.Figures, progress: null, cancel);
    }
}
