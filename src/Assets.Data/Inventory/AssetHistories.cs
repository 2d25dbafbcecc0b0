using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>The histories of many assets beside a walk over the assets: one stretch of the index that pages use too, each entry read once.</summary>
internal sealed class AssetHistories(Reading reading) : IDisposable
{
    private static readonly IReadOnlyList<FieldChange> Nothing = [];

    private readonly BulkRead rows = reading.Query(
        $"select h.subject_id, h.id, c.recorded_at, h.effective_on, h.before, h.after from history h join change_sets c on c.id = h.change_set_id where h.subject = {(int)Subject.Asset} and h.subject_id > @p0 and h.subject_id <= @p1 order by h.subject_id, h.id");

    private readonly List<HistoryEntry> entries = [];
    private bool ahead;

    /// <summary>Of the assets after one number up to another.</summary>
    public void Run(long after, long last)
    {
        rows.Run(after, last);
        ahead = rows.Next();
    }

    /// <summary>The history of one; valid until the next is asked for. Assets are asked for in ascending order of their numbers.</summary>
    public RecordHistory Of(long asset)
    {
        entries.Clear();
        while (ahead && rows.Long(0) <= asset)
        {
            if (rows.Long(0) == asset) entries.Add(Entry());
            ahead = rows.Next();
        }
        return new RecordHistory(entries);
    }

    public void Dispose() => rows.Dispose();

    // Who and why are not asked for, of a million entries.
    private HistoryEntry Entry() => new(
        rows.Long(1), Conventions.ToInstant(rows.Long(2)), rows.Day(3), "", "", null, null, rows.IsNull(4) && rows.IsNull(5) ? Nothing : RecordHistory.Changes(rows.TextOrNone(4), rows.TextOrNone(5)));
}
