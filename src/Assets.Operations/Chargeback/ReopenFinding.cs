using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>Takes back that a finding of an open month was accepted: from then on it is as open as it was, and the history keeps who had accepted it. One that is open stays so.</summary>
public static class ReopenFinding
{
    public static Outcome<Finding> Run(Installation installation, BillingMonth month, string code, string record)
    {
        using var writing = Writing.Begin(installation.Database);
        if (ClosedMonth.All(writing.Connection).Exists(closed => closed.Month == month)) return new Refusal(MonthRefusals.AlreadyClosed, month.ToString());
        if (FoundInMonth.Find(writing.Connection, month, code, record) is not { } finding) return new Refusal(MonthRefusals.UnknownFinding, $"{code} {record}");
        FoundInMonth.Reopen(writing, new FindingAct(month, "reopen finding", null, installation.Actor, installation.Clock.GetUtcNow(), installation.Today), finding);
        writing.Commit();
        return finding;
    }
}
