using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assets.Data.Storage;

/// <summary>
/// Adds to the append-only history. A creation has no before and after: what a record was when it was created follows from the
/// earliest "before" of each field that has changed since, and from the record itself for the rest. A million imported assets are
/// thus not written twice.
/// </summary>
internal static class History
{
    // Names with å, ä and ö stay readable in the database; the pages encode what they show.
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="ArgumentException">A field is none of the subject's in <see cref="HistoryFields"/>.</exception>
    public static void Add(Writing writing, long changeSet, Subject subject, long subjectId, DateOnly effectiveOn, string? before, string? after)
    {
        HistoryFields.Demand(subject, before);
        HistoryFields.Demand(subject, after);
        writing.Connection.Execute(
            "insert into history (change_set_id, subject, subject_id, effective_on, before, after) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            changeSet, (int)subject, subjectId, Conventions.ToNumber(effectiveOn), before, after);
    }

    /// <summary>Many entries of one act about one record, each of what ended: by one statement, since the writers wait.</summary>
    /// <param name="before">All with the same fields.</param>
    public static void AddAll(Writing writing, long changeSet, Subject subject, long subjectId, DateOnly effectiveOn, IReadOnlyList<string> before)
    {
        HistoryFields.Demand(subject, before.FirstOrDefault());
        using var rows = BulkInsert.Into(writing, "history", "change_set_id", "subject", "subject_id", "effective_on", "before");
        foreach (var ended in before)
        {
            rows.Write(changeSet);
            rows.Write((int)subject);
            rows.Write(subjectId);
            rows.Write(effectiveOn);
            rows.Write(ended);
            rows.EndRow();
        }
        rows.Complete();
    }
}
