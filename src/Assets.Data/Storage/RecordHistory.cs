using System.Text.Json;

namespace Assets.Data.Storage;

/// <summary>What was changed of one record in one act: who, when, from which day it holds, why, and each field before and after.</summary>
/// <param name="Fields">Empty for the entry with which the record came.</param>
public sealed record HistoryEntry(
    long Id,
    DateTimeOffset RecordedAt,
    DateOnly EffectiveOn,
    string Actor,
    string Verb,
    string? Reason,
    string? Source,
    IReadOnlyList<FieldChange> Fields);

public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>The append-only history of one record, and the record as it was believed to be.</summary>
public sealed class RecordHistory
{
    private readonly IReadOnlyList<HistoryEntry> entries;

    internal RecordHistory(IReadOnlyList<HistoryEntry> entries) => this.entries = entries;

    /// <summary>Newest first, as it was recorded.</summary>
    public IEnumerable<HistoryEntry> NewestFirst => entries.OrderByDescending(e => e.Id);

    /// <summary>Whether anything but its coming was recorded of it.</summary>
    internal bool HasChanges => entries.Any(entry => entry.Fields.Count > 0);

    internal static RecordHistory Of(PageReading reading, Subject subject, long id) => new(reading.Rows(
        new Query().Add($"select h.id, c.recorded_at, h.effective_on, c.actor, c.verb, c.reason, c.source, h.before, h.after from history h join change_sets c on c.id = h.change_set_id where h.subject = {subject} and h.subject_id = {id} order by h.id"),
        r => new HistoryEntry(r.GetInt64(0), Conventions.ToInstant(r.GetInt64(1)), r.Day(2), r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), Changes(r.Text(7), r.Text(8)))));

    /// <summary>Whether the record was known at one moment to be there on a day.</summary>
    internal bool IsKnown(DateTimeOffset belief, DateOnly day) => entries.Any(entry => entry.RecordedAt <= belief && entry.EffectiveOn <= day);

    /// <summary>
    /// What was believed at one moment about a day: the changes recorded by then that hold on that day, in the order in which they
    /// hold, over what the record was when it came. A creation says nothing of values; they follow from the earliest "before" of each
    /// field and, for fields that never changed, from what the record is now. None where the record was not known, or not there yet.
    /// </summary>
    /// <param name="now">The record's present values.</param>
    public IReadOnlyDictionary<string, string?>? AsOf(DateTimeOffset belief, DateOnly day, IReadOnlyDictionary<string, string?> now)
    {
        var known = entries.Where(e => e.RecordedAt <= belief && e.EffectiveOn <= day).OrderBy(e => e.EffectiveOn).ThenBy(e => e.Id).ToList();
        if (known.Count == 0) return null;
        var values = new Dictionary<string, string?>(now, StringComparer.Ordinal);
        foreach (var entry in entries.Reverse())
        {
            foreach (var change in entry.Fields) values[change.Field] = change.Before;
        }
        foreach (var entry in known)
        {
            foreach (var change in entry.Fields) values[change.Field] = change.After;
        }
        return values;
    }

    internal static List<FieldChange> Changes(string? before, string? after)
    {
        var was = Fields(before);
        var becomes = Fields(after);
        return [.. was.Keys.Union(becomes.Keys, StringComparer.Ordinal).Select(field => new FieldChange(field, was.GetValueOrDefault(field), becomes.GetValueOrDefault(field)))];
    }

    private static Dictionary<string, string?> Fields(string? json)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json is null) return fields;
        using var document = JsonDocument.Parse(json);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            fields[field.Name] = field.Value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => field.Value.GetString(),
                _ => field.Value.GetRawText(),
            };
        }
        return fields;
    }
}
