using Assets.Core.Values;
using Assets.Operations.Chargeback;

namespace Assets.Cli;

/// <summary>What to say, and what to do, where an operation refuses.</summary>
internal static class Refusals
{
    /// <returns>The exit code: findings are nothing that failed, somebody has to settle them and run again.</returns>
    public static int Tell(BillingMonth month, Refusal refusal)
    {
        Console.Error.WriteLine(Words(month, refusal));
        return refusal.Code == MonthRefusals.OpenFindings ? ExitCode.DoneWithFindings : ExitCode.Failed;
    }

    private static string Words(BillingMonth month, Refusal refusal) => refusal.Code switch
    {
        MonthRefusals.BeforeLastClosed => $"{refusal.Detail} is closed and months close in ascending order: {month} can no longer be charged or closed. What is back-dated is corrected in the month after {refusal.Detail}.",
        MonthRefusals.AlreadyClosed => $"{month} was closed by {refusal.Detail}.",
        MonthRefusals.OpenFindings => $"{month} is not closed: {refusal.Detail}. See assets charge {month}; settle the findings, or close with --accept \"reason\".",
        MonthRefusals.NotCharged => $"{month} has not been charged. Run assets charge {month} first.",
        MonthRefusals.EmptyReason => "--accept needs a reason that somebody can read in a year.",
        MonthRefusals.NeedsApproval => $"{month} is closed by two persons, as the setting Assets:ClosingApproval says: one proposes it on the month's page, another approves it there.",
        MonthRefusals.UnknownCharge => $"There is no charge {refusal.Detail}. Their names stand in the first column of assets charge MONTH --csv FILE.",
        _ => throw new InvalidOperationException($"No words for the refusal {refusal.Code}."),
    };
}
