using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>What the IT council decided.</summary>
/// <param name="Minute">The reference of the minute: <c>§ 12/2026</c>.</param>
/// <param name="ValidFrom">The first day in force: the day of the decision at the earliest.</param>
public sealed record CouncilDecision(DateOnly DecidedOn, string Minute, DateOnly ValidFrom);

/// <summary>
/// Records the council's decision on a proposed edition, which never changes again. A decision may be recorded some days after it was
/// made, and then holds from the day it says; but a day before the decision, in a closed month, or before another decided edition
/// begins would change what people have ordered and paid by.
/// </summary>
public static class DecideEdition
{
    private const int LongestMinute = 200;

    public static Outcome<EditionChanged> Run(Installation installation, int number, int version, CouncilDecision decision, string? reason = null)
    {
        var minute = decision.Minute.Trim();
        if (minute.Length is 0 or > LongestMinute) return new Refusal(StandardRefusals.MinuteMissing, "");
        if (decision.DecidedOn > installation.Today) return new Refusal(StandardRefusals.DecidedInFuture, Day(decision.DecidedOn));
        if (decision.ValidFrom < decision.DecidedOn) return new Refusal(StandardRefusals.ValidBeforeDecision, Day(decision.ValidFrom));

        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (!store.Find(number, EditionState.Proposed, version).TryGet(out var proposal, out var refusal)) return refusal;
        if (store.LastDecided() is { } last && last.ValidFrom >= decision.ValidFrom)
            return new Refusal(StandardRefusals.LaterEdition, string.Create(CultureInfo.InvariantCulture, $"{last.Number}, {Day(last.ValidFrom!.Value)}"));
        if (proposal.Content.Rules.RunningLinesFrom is { } running && running < decision.ValidFrom) return new Refusal(StandardRefusals.RunningLinesBefore, Day(running));
        if (ClosedMonth.All(writing.Connection) is [.., var closed] && decision.ValidFrom <= closed.Month.Last)
            return new Refusal(StandardRefusals.ValidInClosedMonth, closed.Month.ToString());

        var decided = proposal with
        {
            State = EditionState.Decided, DecidedOn = decision.DecidedOn, Minute = minute, DecidedBy = installation.Actor, ValidFrom = decision.ValidFrom,
        };
        var changed = store.Change(proposal, decided, "decide-edition", reason);
        writing.Commit();
        return changed;
    }

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
