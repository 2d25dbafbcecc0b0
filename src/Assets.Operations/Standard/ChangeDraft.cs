using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>Saves what a draft is to say. It may be unfinished: what is wrong with it stands in the way of proposing only.</summary>
public static class ChangeDraft
{
    /// <param name="version">The version that the change was made from.</param>
    /// <param name="validFrom">The first day in force, as the draft wishes it.</param>
    public static Outcome<EditionChanged> Run(Installation installation, int number, int version, Edition content, DateOnly validFrom, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (!store.Find(number, EditionState.Draft, version).TryGet(out var before, out var refusal)) return refusal;
        var after = before with { Content = content, ValidFrom = validFrom };
        if (after == before) return new EditionChanged(before.Number, before.State, before.Version);
        var changed = store.Change(before, after, "change-draft", reason);
        writing.Commit();
        return changed;
    }
}
