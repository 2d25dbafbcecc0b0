using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>Lives with a finding of an open month, with a reason, for good or until a day. It stays in the list, marked so, and no longer keeps the month from closing.</summary>
public static class AcceptFinding
{
    /// <param name="until">The first day on which it is open again; none for good.</param>
    public static Outcome<Finding> Run(Installation installation, BillingMonth month, string code, string record, string reason, DateOnly? until = null)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(MonthRefusals.EmptyReason, "");
        using var writing = Writing.Begin(installation.Database);
        if (ClosedMonth.All(writing.Connection).Exists(closed => closed.Month == month)) return new Refusal(MonthRefusals.AlreadyClosed, month.ToString());
        if (FoundInMonth.Find(writing.Connection, month, code, record) is not { } finding) return new Refusal(MonthRefusals.UnknownFinding, $"{code} {record}");
        FoundInMonth.Accept(writing, Act(installation, month, reason), finding, reason.Trim(), until);
        writing.Commit();
        return finding;
    }

    /// <summary>As the history tells of it, where an earlier acceptance gives way.</summary>
    internal static FindingAct Act(Installation installation, BillingMonth month, string reason) =>
        new(month, "accept finding", reason.Trim(), installation.Actor, installation.Clock.GetUtcNow(), installation.Today);
}
