using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>Lays a draft before the IT council. It says the same until it is decided or taken back.</summary>
public static class ProposeEdition
{
    public static Outcome<EditionChanged> Run(Installation installation, int number, int version, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (!store.Find(number, EditionState.Draft, version).TryGet(out var draft, out var refusal)) return refusal;
        var stops = CheckEdition.Findings(writing.Connection, draft.Content).Count(finding => finding.Severity == Severity.Stop);
        if (stops > 0) return new Refusal(StandardRefusals.EditionFindings, stops.ToString(CultureInfo.InvariantCulture));
        var changed = store.Change(draft, draft with { State = EditionState.Proposed }, "propose-edition", reason);
        writing.Commit();
        return changed;
    }
}

/// <summary>Makes a proposal a draft again, so that it can be changed.</summary>
public static class TakeBackEdition
{
    public static Outcome<EditionChanged> Run(Installation installation, int number, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (!store.Find(number, EditionState.Proposed).TryGet(out var proposal, out var refusal)) return refusal;
        var changed = store.Change(proposal, proposal with { State = EditionState.Draft }, "take-back-edition", reason);
        writing.Commit();
        return changed;
    }
}

/// <summary>Removes a draft that comes to nothing. Its history stays, its number is free again.</summary>
public static class RemoveDraft
{
    public static Outcome<EditionChanged> Run(Installation installation, int number, int version, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (!store.Find(number, EditionState.Draft, version).TryGet(out var draft, out var refusal)) return refusal;
        store.Remove(draft, reason);
        writing.Commit();
        return new EditionChanged(number, EditionState.Draft, version);
    }
}
