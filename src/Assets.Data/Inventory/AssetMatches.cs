using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// Finds which assets match by the narrowest index there is, and gives up where they are many: then rows are walked in the order
/// wanted, since a page of them comes soon.
/// </summary>
internal static class AssetMatches
{
    /// <summary>Below this a term is looked up whole and sorted; above, walking the order costs less.</summary>
    private const int FewEnough = 6_000;

    /// <summary>The ids of all that match, or as many as it took to see that they are too many.</summary>
    public static (List<long> Ids, bool Complete) Find(Reading reading, AssetFilter filter, Func<TermSample> sample)
    {
        if (filter.Words.Count == 0)
        {
            var plain = Collect(reading, filter, new Query().Raw("select a.id from assets a where 1=1"), 3_000, []);
            return (plain, plain.Count < 3_000);
        }
        if (filter.Prefix is { } prefix)
        {
            var found = Collect(reading, filter, new Query().Add($"select a.id from assets a where a.tag_key >= {prefix} and a.tag_key < {AssetFilter.After(prefix)}"), Limit, []);
            found = Collect(reading, filter, new Query().Add($"select a.id from assets a where a.serial_key >= {prefix} and a.serial_key < {AssetFilter.After(prefix)}"), Limit, found);
            return (found, found.Count < Limit);
        }
        var terms = sample();
        var driver = filter.Words.Where(w => w.Text.Length >= 3).Select(w => (Word: w, Rows: terms.Expect(w.Text))).OrderBy(w => w.Rows).FirstOrDefault();
        if (driver.Word is null) return Everything(reading, filter);
        var limit = driver.Rows > FewEnough ? Limit : FewEnough;
        var ids = Collect(reading, filter, ByTrigrams(reading.Engine, driver.Word.Text, terms), limit, []);
        if (driver.Word.ModelIds.Count > 0 && ids.Count < limit)
            ids = Collect(reading, filter, new Query().Raw("select a.id from assets a where a.model_id in ").Numbers(driver.Word.ModelIds), limit, ids);
        return (ids, ids.Count < limit);
    }

    private const int Limit = AssetList.CountedTo + 1;

    private static (List<long> Ids, bool Complete) Everything(Reading reading, AssetFilter filter)
    {
        var ids = Collect(reading, filter, new Query().Raw("select a.id from assets a where 1=1"), Limit, []);
        return (ids, ids.Count < Limit);
    }

    private static Query ByTrigrams(Engine engine, string word, TermSample terms)
    {
        if (engine == Engine.Postgres) return new Query().Add($"select a.id from assets a where a.search like {AssetFilter.Like(word)}");
        var trigrams = terms.Choose(word);
        return trigrams.Count == 0
            ? new Query().Raw("select a.id from assets a where 1=1")
            : new Query().Add($"select a.id from assets_search f cross join assets a on a.id = f.rowid where f.assets_search match {string.Join(" AND ", trigrams.Select(t => '"' + t.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'))}");
    }

    private static List<long> Collect(Reading reading, AssetFilter filter, Query from, int limit, List<long> known)
    {
        filter.Write(from, reading.Engine, letIndexDecide: true);
        from.Add($" limit {limit}");
        if (known.Count == 0) return reading.Rows(from, r => r.GetInt64(0));
        var all = new HashSet<long>(known);
        reading.Each(from, r => all.Add(r.GetInt64(0)));
        return [.. all];
    }
}
