using System.Globalization;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// The asset list, a page at a time, at any size of fleet. First the matching rows are looked up by an index; where they are few they
/// are sorted, where they are many the index of the order is walked and rows tested until the page is full.
/// </summary>
public sealed class AssetList(Database database, TimeProvider clock)
{
    /// <summary>Totals are exact up to here.</summary>
    public const int CountedTo = 1_000;

    private static readonly TimeSpan SampleLasts = TimeSpan.FromMinutes(10);
    private volatile Tuple<TermSample, DateTimeOffset>? sample;

    public AssetListPage Read(Reach reach, AssetQuery query)
    {
        using var reading = Reading.Begin(database);
        var filter = AssetFilter.Resolve(reading, query, reach, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        if (filter.IsEmpty)
        {
            var all = (int)reading.Number(new Query().Add($"select count(*) from (select 1 from assets limit {CountedTo + 1}) c"));
            return Page(reading, filter, query, null, all);
        }
        var (ids, complete) = AssetMatches.Find(reading, filter, () => Sample(reading));
        return Page(reading, filter, query, complete ? ids : null, Math.Min(ids.Count, CountedTo + 1));
    }

    private static AssetListPage Page(Reading reading, AssetFilter filter, AssetQuery query, List<long>? ids, int total)
    {
        var backward = query.Cursor is { Backward: true };
        var order = AssetOrder.Of(query.Sort);
        var rows = new List<(AssetListItem Item, AssetCursor At)>();
        var from = query.Cursor;
        if (ids is not { Count: 0 })
        {
            foreach (var empty in order.Stretches(backward, from))
            {
                var select = Select(reading.Engine, ids);
                if (ids is null) filter.Write(select, reading.Engine, letIndexDecide: false);
                // Rows without a value always go by tag in the direction of the list as a whole.
                order.Write(select, empty, query.Descending == backward, from, query.PageSize + 1 - rows.Count);
                rows.AddRange(reading.Rows(select, r => Read(r, query.Sort)));
                if (rows.Count > query.PageSize) break;
                from = null;
            }
        }
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(rows.Count - 1);
        if (backward) rows.Reverse();
        return new AssetListPage(
            [.. rows.Select(r => r.Item)],
            total,
            rows.Count > 0 && (backward || more) ? rows[^1].At : null,
            rows.Count > 0 && (backward ? more : query.Cursor is not null) ? rows[0].At with { Backward = true } : null);
    }

    private static Query Select(Engine engine, List<long>? ids)
    {
        var query = new Query().Raw("""
            select a.id, a.tag, a.serial, a.kind, m.vendor, m.name, a.state, a.purchased_on, s.name, a.room, o.name, a.user_account, a.tag_key, a.serial_key,
              (select p.name from line_segments g join organisations p on p.id = g.unit_id where g.asset_id = a.id order by g.from_on desc limit 1)
            from
            """);
        if (ids is null) query.Raw(" assets a");
        else if (engine == Engine.Sqlite) query.Add($" json_each({"[" + string.Join(',', ids) + "]"}) hit cross join assets a on a.id = hit.value");
        else query.Add($" unnest({ids.ToArray()}) hit(id) join assets a on a.id = hit.id");
        return query.Raw("""
             left join models m on m.id = a.model_id
             left join sites s on s.id = a.site_id
             left join organisations o on o.id = a.user_unit_id
            where 1=1
            """);
    }

    private static (AssetListItem Item, AssetCursor At) Read(System.Data.Common.DbDataReader r, AssetSort sort)
    {
        var item = new AssetListItem(
            r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), $"{r.Text(4)} {r.Text(5)}".Trim(), (AssetState)r.GetInt32(6), r.DayOrNone(7),
            r.Text(8), r.Text(9), r.Text(10), r.Text(11), r.Text(14));
        var value = sort switch
        {
            AssetSort.Tag => "",
            AssetSort.Serial => r.Text(13),
            AssetSort.Kind => r.GetInt32(3).ToString(CultureInfo.InvariantCulture),
            AssetSort.State => r.GetInt32(6).ToString(CultureInfo.InvariantCulture),
            _ => r.Int(7)?.ToString(CultureInfo.InvariantCulture),
        };
        return (item, new AssetCursor(value, r.GetString(12), Backward: false));
    }

    private TermSample Sample(Reading reading)
    {
        var now = clock.GetUtcNow();
        if (sample is { } known && now - known.Item2 < SampleLasts) return known.Item1;
        var taken = TermSample.Take(reading);
        sample = Tuple.Create(taken, now);
        return taken;
    }
}
