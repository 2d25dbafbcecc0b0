using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>The ids of all assets that match where they are few, or that they are more than are counted.</summary>
internal static class AssetMatches
{
    private const int Limit = AssetList.CountedTo + 1;

    /// <summary>At most <see cref="AssetList.CountedTo"/> + 1 ids; one too many means that there are more.</summary>
    public static List<long> Find(PageReading reading, AssetFilter filter, AssetPlan plan, AssetSample sample)
    {
        if (filter.Prefix is { } prefix)
        {
            var found = Collect(reading, filter, new Query().Add($"select a.id from assets a where a.tag_key >= {prefix} and a.tag_key < {AssetFilter.After(prefix)}"), []);
            return Collect(reading, filter, new Query().Add($"select a.id from assets a where a.serial_key >= {prefix} and a.serial_key < {AssetFilter.After(prefix)}"), found);
        }
        if (plan is { Driver: AssetDriver.Term, Word: { ModelIds.Count: 0 } word })
        {
            // Three letters are what the index of SQLite holds: what it finds need not be tested.
            if (reading.Engine == Engine.Sqlite && word.Text.Length == 3 && filter.IsOnlyWords && filter.Words.Count == 1 && sample.Choose(word.Text).Count == 1)
                return Collect(reading, new Query().Add($"select f.rowid from assets_search f where f.assets_search match {AssetPlan.Match([word.Text])} order by f.rowid"), []);
            if (reading.Engine == Engine.Postgres && AssetBlocks.AreFor(word, sample))
                return reading.Rows(AssetBlocks.Anywhere(filter, word, sample, Limit), r => r.GetInt64(0));
        }
        if (plan is { Driver: AssetDriver.Term, Word.ModelIds.Count: > 0 })
        {
            // What all words name a model of needs no look at the text: "latitude 5440" is in thousands that lie together in an index.
            var models = filter.Words.Select(w => w.ModelIds).Aggregate((all, next) => [.. all.Intersect(next)]);
            var byName = models.Count == 0 ? [] : Collect(reading, filter with { Words = [] }, new Query().Raw("select a.id from assets a where a.model_id in ").Numbers(models), []);
            if (byName.Count == Limit) return byName;
            // One after the other: the list of a common model would be made whole before the first row was looked at.
            var byText = new Query().Raw("select a.id");
            (plan with { Word = plan.Word with { ModelIds = [] } }).Write(byText, filter, sample, reading.Engine);
            var found = Collect(reading, byText, byName);
            if (models.Count == plan.Word.ModelIds.Count) return found;
            var byModel = new Query().Raw("select a.id from assets a where a.model_id in ").Numbers(plan.Word.ModelIds);
            return Collect(reading, filter, byModel, found);
        }
        var all = new Query().Raw("select a.id");
        plan.Write(all, filter, sample, reading.Engine);
        return Collect(reading, all, []);
    }

    private static List<long> Collect(PageReading reading, AssetFilter filter, Query from, List<long> known)
    {
        filter.Write(from, reading.Engine, AssetDriver.None);
        return Collect(reading, from, known);
    }

    private static List<long> Collect(PageReading reading, Query from, List<long> known)
    {
        if (known.Count >= Limit) return known;
        from.Add($" limit {Limit}");
        var found = reading.Rows(from, r => r.GetInt64(0));
        return known.Count == 0 ? found : [.. known.Union(found).Take(Limit)];
    }
}
