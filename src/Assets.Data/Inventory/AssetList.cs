using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// The asset list, a page at a time, at any size of fleet. First the matching rows are looked up by an index; where they are few they
/// are sorted, where they are many the plan says whether to sort what the index finds or to walk the order and test rows.
/// </summary>
public sealed class AssetList(Database database, TimeProvider clock)
{
    /// <summary>Totals are exact up to here.</summary>
    public const int CountedTo = 1_000;

    private static readonly TimeSpan SampleLasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NamesLast = TimeSpan.FromMinutes(1);
    private volatile Tuple<AssetSample, DateTimeOffset>? sample;
    private volatile Tuple<IReadOnlyList<AssetChoices.Named>, DateTimeOffset>? names;

    public AssetListPage Read(Reach reach, AssetQuery query)
    {
        using var reading = PageReading.Begin(database);
        var filter = AssetFilter.Resolve(reading, query, reach, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        if (filter.IsEmpty)
        {
            var all = (int)reading.Number(new Query().Add($"select count(*) from (select 1 from assets limit {CountedTo + 1}) c"));
            var whole = AssetOrder.Of(query.Sort ?? AssetSort.Tag);
            return Page(reading, query, query.Sort ?? AssetSort.Tag, all, (empty, ascending, from, limit) => [AssetRows.Walked(reading, filter, whole, empty, ascending, from, limit, query.Extras)]);
        }

        var known = Sample(reading);
        var ids = AssetMatches.Find(reading, filter, AssetPlan.Make(filter, known, AssetSort.Registered, ascending: true, reading.Engine), known);
        var few = ids.Count <= CountedTo;
        // Many rows that hold a word come in the order of their registration unless another is asked for: to sort them, all would have to be read.
        var sort = query.Sort ?? (few || filter.Words.Count == 0 ? AssetSort.Tag : AssetSort.Registered);
        var lying = filter.Fixes(sort, query.Cursor) ? AssetSort.Tag : sort;
        var order = AssetOrder.Of(lying);
        if (few) return Page(reading, query, sort, ids.Count, (empty, ascending, from, limit) => ids.Count == 0 ? [] : [AssetRows.Known(reading.Engine, filter, ids, order, empty, ascending, from, limit, query.Extras)]);

        var plan = AssetPlan.Make(filter, known, lying, !query.Descending, reading.Engine);
        return Page(reading, query, sort, ids.Count, (empty, ascending, from, limit) =>
        {
            var found = AssetRows.Found(reading.Engine, filter, plan, known, order, empty, ascending, from, limit, query.Extras);
            return plan.WalkFirst ? [AssetRows.Walked(reading, filter, order, empty, ascending, from, limit, query.Extras), found] : [found];
        });
    }

    /// <summary>What the list can be narrowed by. A name that is new is offered within a minute, and can be typed at once: nobody waits for names that a list of them is not opened for.</summary>
    public AssetChoices Choices(Reach reach)
    {
        var now = clock.GetUtcNow();
        var known = names;
        if (known is null || now - known.Item2 >= NamesLast) names = known = Tuple.Create(AssetChoices.Read(database), now);
        return AssetChoices.Of(known.Item1, reach);
    }

    /// <param name="ways">The ways to read a stretch, cheapest first; the next one is taken where one does not fill the page.</param>
    private static AssetListPage Page(PageReading reading, AssetQuery query, AssetSort sort, int total, Func<bool, bool, AssetCursor?, int, IReadOnlyList<Query>> ways)
    {
        var backward = query.Cursor is { Backward: true };
        var rows = new List<(AssetListItem Item, AssetCursor At)>();
        var from = query.Cursor;
        foreach (var empty in AssetOrder.Of(sort).Stretches(query.Cursor))
        {
            var missing = query.PageSize + 1 - rows.Count;
            var stretch = new List<(AssetListItem Item, AssetCursor At)>();
            foreach (var way in ways(empty, query.Descending == backward, from, missing))
            {
                stretch = reading.Rows(way, r => AssetRows.Read(r, sort));
                if (stretch.Count == missing) break;
            }
            rows.AddRange(stretch);
            if (rows.Count > query.PageSize) break;
            from = null;
        }
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(rows.Count - 1);
        if (backward) rows.Reverse();
        return new AssetListPage(
            [.. rows.Select(r => r.Item)],
            total,
            sort,
            rows.Count > 0 && (backward || more) ? rows[^1].At : null,
            rows.Count > 0 && (backward ? more : query.Cursor is not null) ? rows[0].At with { Backward = true } : null);
    }

    private AssetSample Sample(PageReading reading)
    {
        var now = clock.GetUtcNow();
        if (sample is { } known && now - known.Item2 < SampleLasts) return known.Item1;
        var taken = AssetSample.Take(reading);
        sample = Tuple.Create(taken, now);
        return taken;
    }
}
