using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <param name="Count">Findings that were open and are accepted now.</param>
public sealed record FindingsAccepted(int Count);

/// <summary>Lives with every open finding of one code in an open month, all with the same reason.</summary>
public static class AcceptFindings
{
    /// <param name="until">The first day on which they are open again; none for good.</param>
    public static Outcome<FindingsAccepted> Run(Installation installation, BillingMonth month, string code, string? reason, DateOnly? until = null)
    {
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal(MonthRefusals.EmptyReason, "");
        using var writing = Writing.Begin(installation.Database);
        if (ClosedMonth.All(writing.Connection).Exists(closed => closed.Month == month)) return new Refusal(MonthRefusals.AlreadyClosed, month.ToString());
        var accepted = FoundInMonth.AcceptOpen(writing, AcceptFinding.Act(installation, month, reason), code, reason.Trim(), until);
        writing.Commit();
        return new FindingsAccepted(accepted);
    }
}
