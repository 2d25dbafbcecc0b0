using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Messages;

namespace Assets.Operations.Ledger;

/// <summary>Where two persons close a month: the one who says that it may be closed as it is now.</summary>
public static class ProposeClosing
{
    private const string Setting = "Assets:ClosingApproval";

    /// <summary>Whether a second person has to approve, as the settings say.</summary>
    public static bool IsNeeded(Installation installation) => bool.TryParse(installation.Settings[Setting], out var needed) && needed;

    /// <param name="reason">Accepts the open findings of severity stop, once the month is closed.</param>
    /// <param name="leavesOpen">The earlier open months that the proposer knows to be lost.</param>
    public static Outcome<ClosingProposal> Run(Installation installation, BillingMonth month, string? reason = null, IReadOnlyCollection<BillingMonth>? leavesOpen = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var connection = writing.Connection;
        if (ClosedMonth.All(connection).Find(closed => closed.Month >= month) is { } closed) return new Refusal(MonthRefusals.BeforeLastClosed, closed.Month.ToString());
        if (MonthRun.Find(connection, month) is not { } run) return new Refusal(MonthRefusals.NotCharged, month.ToString());
        if (LeftOpen.Check(installation, connection, month, leavesOpen ?? []) is { } careless) return careless;
        if (string.IsNullOrWhiteSpace(reason) && FoundInMonth.AnyOpenStop(connection, month, installation.Today)) return new Refusal(MonthRefusals.EmptyReason, "");
        ClosingProposal.Insert(connection, run, ClosingProposal.FiguresOf(connection, month), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), installation.Actor, installation.Clock.GetUtcNow());
        var proposal = ClosingProposal.Last(connection, month)!;
        if (IsNeeded(installation)) Tell(writing, installation, proposal);
        writing.Commit();
        return proposal;
    }

    // Everybody who may approve, but who proposed: it is enough that one of them does.
    private static void Tell(Writing writing, Installation installation, ClosingProposal proposal)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["actor"] = proposal.By, ["month"] = proposal.Month.ToString(), ["total"] = proposal.Total.ToString(), ["text"] = proposal.Reason, ["address"] = $"/months/{proposal.Month}",
        };
        var proposer = writing.Connection.Number("select coalesce(max(id), 0) from users where normalized_user_name = @p0", proposal.By.ToUpperInvariant());
        foreach (var person in Holders.Everywhere(writing.Connection, installation.Clock.GetUtcNow(), Permission.ApproveClosing))
        {
            if (person != proposer)
                Outbox.Add(writing, installation, string.Create(CultureInfo.InvariantCulture, $"closing/{proposal.Month}/{proposal.Id}/{person}"), person, MailKinds.ClosingToApprove, values);
        }
    }
}
