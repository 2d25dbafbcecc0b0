using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Standard;

/// <summary>Begins the next edition of the standard, from the latest decided one; the first begins empty, with rules that are usual.</summary>
public static class DraftEdition
{
    public static Outcome<EditionChanged> Run(Installation installation, string? reason = null)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new EditionStore(installation, writing);
        if (store.Undecided() is { } other) return new Refusal(StandardRefusals.DraftExists, other.ToString(CultureInfo.InvariantCulture));
        var latest = store.LastDecided();
        // Whether running lines follow is decided with each edition anew.
        var content = latest is { } edition ? edition.Content with { Rules = edition.Content.Rules with { RunningLinesFrom = null } } : Empty;
        var draft = store.Add(content, NextYear(installation.Today, latest?.ValidFrom), reason);
        writing.Commit();
        return draft;
    }

    /// <summary>What most rulebooks say: 48 months, a month's notice, nothing to pay for a device that is used again.</summary>
    private static Edition Empty => new([], new RentRules(48, 30, true, Money.FromKronor(500m), Money.FromKronor(50m), 5, 10, new Bilingual("", "")));

    // Standards begin with the year; the council may decide otherwise.
    private static DateOnly NextYear(DateOnly today, DateOnly? latest) => new(Math.Max(today.Year, latest?.Year ?? 0) + 1, 1, 1);
}
