using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// The contract lines of many assets, as they were known at one moment, beside a walk over the assets. The segments say which lines
/// have an asset now; what a line had then and has no more stands in its versions only, and is looked up for the lines that have changed since.
/// </summary>
internal sealed class LinesThen : IDisposable
{
    private readonly BulkRead rows;
    private readonly long until;
    private readonly Dictionary<string, List<LineSnapshot>> gone = new(StringComparer.Ordinal);
    private readonly List<LineSnapshot> lines = [];
    private byte[] text = new byte[512];
    private int length;
    private bool ahead;

    public LinesThen(Reading reading, DateTimeOffset belief)
    {
        until = Conventions.ToMicroseconds(belief);
        var later = reading.Connection.Number("select coalesce(min(id), 0) from change_sets where recorded_at > @p0", until);
        if (later > 0) FindGone(reading, later);
        rows = reading.Query("""
            select g.asset_id, v.line_id, v.body
            from (select distinct asset_id, line_id from line_segments where asset_id > @p0 and asset_id <= @p1) g
            join line_versions v on v.line_id = g.line_id join change_sets c on c.id = v.change_set_id
            where c.recorded_at <= @p2
            order by g.asset_id, v.line_id, v.version
            """);
    }

    /// <summary>Of the assets after one number up to another.</summary>
    public void Run(long after, long last)
    {
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
                if (line != 0 && line != rows.Long(1)) lines.Add(LineText.Parse(text.AsSpan(0, length)));
                line = rows.Long(1);
                Keep(rows.Utf8(2));
            }
            ahead = rows.Next();
        }
        if (line != 0) lines.Add(LineText.Parse(text.AsSpan(0, length)));
        if (gone.TryGetValue(tag, out var had)) lines.AddRange(had);
        return lines;
    }

    public void Dispose() => rows.Dispose();

    private void Keep(ReadOnlySpan<byte> body)
    {
        if (text.Length < body.Length) text = new byte[body.Length * 2];
        body.CopyTo(text);
        length = body.Length;
    }

    private void FindGone(Reading reading, long later)
    {
        using var versions = reading.Query("""
            select v.line_id, v.body, case when c.recorded_at <= @p1 then 1 else 0 end
            from contract_lines l join line_versions v on v.line_id = l.id join change_sets c on c.id = v.change_set_id
            where l.change_set_id >= @p0
            order by v.line_id, v.version
            """);
        versions.Run(later, until);
        LineSnapshot? known = null;
        var line = 0L;
        while (versions.Next())
        {
            if (versions.Long(0) != line)
            {
                Compare();
                (line, known) = (versions.Long(0), null);
            }
            if (versions.Int(2) == 1) known = LineText.Parse(versions.Utf8(1));
            else if (known is not null) Keep(versions.Utf8(1)); // of a line that was not known yet nothing is gone
        }
        Compare();

        void Compare()
        {
            if (known is null || length == 0) return;
            var now = Tags(LineText.Parse(text.AsSpan(0, length)));
            length = 0;
            foreach (var tag in Tags(known).Except(now, StringComparer.Ordinal))
            {
                if (!gone.TryGetValue(tag, out var had)) gone[tag] = had = [];
                had.Add(known);
            }
        }
    }

    private static IEnumerable<string> Tags(LineSnapshot line) => line.Segments.Select(segment => segment.AssetTag).OfType<string>().Distinct(StringComparer.Ordinal);
}
