using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// The contract lines of many assets, as they were known at one moment, beside a walk over the assets. The segments say which lines
/// have an asset now; which had it then and have it no more, <see cref="GoneLines"/>. Of the lines, no more than those of a block of assets are held.
/// </summary>
internal sealed class LinesThen : IDisposable
{
    private readonly Reading reading;
    private readonly BulkRead rows;
    private readonly long until;
    private readonly GoneLines gone;
    private readonly List<LineSnapshot> lines = [];
    private readonly KeptText text = new();
    private Dictionary<long, LineSnapshot> had = [];
    private bool ahead;

    public LinesThen(Reading reading, DateTimeOffset belief)
    {
        this.reading = reading;
        until = Conventions.ToMicroseconds(belief);
        gone = GoneLines.At(reading, until);
        rows = reading.Query("""
            select g.asset_id, v.line_id, v.body
            from (select distinct asset_id, line_id from line_segments where asset_id > @p0 and asset_id <= @p1) g
            join line_versions v on v.line_id = g.line_id join change_sets c on c.id = v.change_set_id
            where c.recorded_at <= @p2
            order by g.asset_id, v.line_id, v.version
            """);
    }

    /// <summary>Of the assets after one number up to another.</summary>
    /// <param name="tags">Theirs.</param>
    public void Run(long after, long last, IEnumerable<string> tags)
    {
        had = Had([.. tags.SelectMany(gone.Of).Distinct()]);
        rows.Run(after, last, until);
        ahead = rows.Next();
    }

    /// <summary>The lines that have, or had, an asset; valid until the next is asked for. Assets are asked for in ascending order of their numbers.</summary>
    public IReadOnlyList<LineSnapshot> Of(long asset, string tag)
    {
        lines.Clear();
        var line = 0L;
        while (ahead && rows.Long(0) <= asset)
        {
            if (rows.Long(0) == asset)
            {
                // The last version of a line that was known is the one before the next line begins.
                if (line != 0 && line != rows.Long(1)) lines.Add(LineText.Parse(text.Bytes));
                line = rows.Long(1);
                text.Keep(rows.Utf8(2));
            }
            ahead = rows.Next();
        }
        if (line != 0) lines.Add(LineText.Parse(text.Bytes));
        foreach (var once in gone.Of(tag)) lines.Add(had[once]);
        return lines;
    }

    public void Dispose() => rows.Dispose();

    private Dictionary<long, LineSnapshot> Had(List<long> ids)
    {
        if (ids.Count == 0) return [];
        var bodies = new Dictionary<long, string>();
        var known = reading.Connection.Rows(
            $"select v.line_id, v.body from line_versions v join change_sets c on c.id = v.change_set_id where {AmongKeys.Condition(reading.Connection, "v.line_id", 0)} and c.recorded_at <= @p1 order by v.line_id, v.version",
            r => (Line: r.GetInt64(0), Body: r.GetString(1)), AmongKeys.Value(reading.Connection, ids), until);
        foreach (var (line, body) in known) bodies[line] = body;
        return bodies.ToDictionary(one => one.Key, one => LineText.Parse(one.Value));
    }
}
