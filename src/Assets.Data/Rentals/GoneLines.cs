using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// Which lines had an asset at one moment and have it no more. No segment says so: it is looked up in the versions of the lines that
/// have changed since. That is done once for all who ask about a moment, and again for what has changed meanwhile only; what is kept is
/// the numbers of lines by tag, of the moments asked about last.
/// </summary>
internal sealed class GoneLines
{
    private const int MomentsKept = 4;
    private static readonly ConditionalWeakTable<Database, ConcurrentDictionary<long, GoneLines>> Kept = [];
    private static readonly List<long> None = [];
    private readonly Dictionary<string, List<long>> lines = new(StringComparer.Ordinal);

    /// <summary>The last change set that is looked at.</summary>
    private readonly long seen;

    private GoneLines(long seen) => this.seen = seen;

    /// <param name="until">The moment, as the database has it.</param>
    public static GoneLines At(Reading reading, long until)
    {
        var later = reading.Connection.Number("select coalesce(min(id), 0) from change_sets where recorded_at > @p0", until);
        var seen = reading.Connection.Number("select coalesce(max(change_set_id), 0) from contract_lines");
        if (later == 0 || seen < later) return new GoneLines(seen);
        var kept = Kept.GetOrCreateValue(reading.Database);
        if (kept.TryGetValue(until, out var known) && known.seen == seen) return known;
        // A view of the database that was begun before the one that is known of sees less than it.
        var earlier = known is not null && known.seen < seen ? known : null;
        var found = new GoneLines(seen);
        found.Find(reading, Math.Max(later, (earlier?.seen ?? 0) + 1), until, earlier);
        if (known is null || earlier is not null)
        {
            if (kept.Count >= MomentsKept && known is null) kept.Clear();
            kept[until] = found;
        }
        return found;
    }

    public IReadOnlyList<long> Of(string tag) => lines.GetValueOrDefault(tag) ?? None;

    private void Find(Reading reading, long from, long until, GoneLines? earlier)
    {
        var changed = new HashSet<long>();
        using (var versions = reading.Query("""
            select v.line_id, v.body, case when c.recorded_at <= @p1 then 1 else 0 end
            from contract_lines l join line_versions v on v.line_id = l.id join change_sets c on c.id = v.change_set_id
            where l.change_set_id >= @p0
            order by v.line_id, v.version
            """))
        {
            versions.Run(from, until);
            var (line, known, now) = (0L, new KeptText(), new KeptText());
            while (versions.Next())
            {
                if (versions.Long(0) != line)
                {
                    Compare(line, known, now);
                    changed.Add(line = versions.Long(0));
                }
                (versions.Int(2) == 1 ? known : now).Keep(versions.Utf8(1));
            }
            Compare(line, known, now);
        }
        if (earlier is null) return;
        foreach (var (tag, had) in earlier.lines)
        {
            foreach (var line in had.Where(line => !changed.Contains(line))) Add(tag, line);
        }
    }

    // Of a line that was not known yet nothing is gone, nor of one that is as it was.
    private void Compare(long line, KeptText known, KeptText now)
    {
        if (!known.IsEmpty && !now.IsEmpty)
        {
            foreach (var tag in Tags(known).Except(Tags(now), StringComparer.Ordinal)) Add(tag, line);
        }
        known.Clear();
        now.Clear();
    }

    private void Add(string tag, long line)
    {
        if (!lines.TryGetValue(tag, out var had)) lines[tag] = had = new List<long>(1);
        had.Add(line);
    }

    private static IEnumerable<string> Tags(KeptText body) => LineText.Parse(body.Bytes).Segments.Select(segment => segment.AssetTag).OfType<string>();
}
