using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>By which index rows are found.</summary>
internal enum AssetDriver
{
    None,
    Term,
    Kind,
    State,
    KindAndState,
    Site,
    Model,
    Units,
}

/// <summary>
/// How a list is read: by the narrowest index and then sorted, or by walking the order wanted and testing rows until the page is full.
/// The first is right for what is rare, the second for what is common; the sample tells which.
/// </summary>
/// <param name="Word">The word whose trigrams are looked up.</param>
/// <param name="WalkFirst">Whether walking the order is expected to be cheaper than sorting all that the index finds.</param>
/// <param name="InOrder">Whether the index gives its rows in the order wanted.</param>
internal sealed record AssetPlan(AssetDriver Driver, SearchWord? Word, bool WalkFirst, bool InOrder)
{
    public static AssetPlan Make(AssetFilter filter, AssetSample sample, AssetSort sort, bool ascending, Engine engine)
    {
        var options = new List<(AssetDriver Driver, SearchWord? Word, double Rows)>();
        foreach (var word in filter.Words.Where(w => w.Text.Length >= 3)) options.Add((AssetDriver.Term, word, sample.Expect(word.IsIn)));
        if (filter.Kind is { } kind) options.Add((AssetDriver.Kind, null, sample.Expect(r => r.Kind == kind)));
        if (filter.State is { } state) options.Add((AssetDriver.State, null, sample.Expect(r => r.State == state)));
        if (filter is { Kind: { } one, State: { } other }) options.Add((AssetDriver.KindAndState, null, sample.Expect(r => r.Kind == one && r.State == other)));
        if (filter.SiteId is { } site) options.Add((AssetDriver.Site, null, sample.Expect(r => r.SiteId == site)));
        if (filter.ModelId is { } model) options.Add((AssetDriver.Model, null, sample.Expect(r => r.ModelId == model)));
        if (filter.UnitIds is not null || !filter.Reach.IsEverywhere) options.Add((AssetDriver.Units, null, Math.Min(sample.Population / 10.0, 20_000)));
        if (options.Count == 0) return new AssetPlan(AssetDriver.None, null, true, false);

        var best = options.MinBy(o => (o.Rows, -(int)o.Driver)); // of two alike the later, which knows more
        // The index of a filter keeps its rows by tag, that of trigrams by registration (PostgreSQL's a block after the other): nothing is left to sort.
        var inOrder = best.Driver switch
        {
            AssetDriver.Kind or AssetDriver.State or AssetDriver.KindAndState or AssetDriver.Site or AssetDriver.Model => sort == AssetSort.Tag,
            AssetDriver.Term => sort == AssetSort.Registered && (engine == Engine.Sqlite ? best.Word!.ModelIds.Count == 0 : AssetBlocks.AreFor(best.Word!, sample)),
            _ => false,
        };
        var matches = Math.Max(1, sample.Expect(filter.IsFulfilledBy));
        var walk = !inOrder && best.Rows * matches > 50.0 * sample.Population && sample.Ahead(filter.IsFulfilledBy, sort, ascending) < sample.Population / 20.0
            && !(engine == Engine.Postgres && best is { Driver: AssetDriver.Term, Word.ModelIds.Count: 0 } && !AssetBlocks.IsCommon(best.Word, sample));
        return new AssetPlan(best.Driver, best.Word, walk, inOrder);
    }

    /// <summary><c>from … where …</c> for rows as the driver finds them, tested for everything.</summary>
    public void Write(Query query, AssetFilter filter, AssetSample sample, Engine engine)
    {
        if (Driver == AssetDriver.Term && engine == Engine.Sqlite)
        {
            var trigrams = sample.Choose(Word!.Text);
            var match = Match(trigrams);
            if (trigrams.Count == 0) query.Raw(" from assets a where 1=1");
            else if (Word.ModelIds.Count == 0) query.Add($" from assets_search f cross join assets a on a.id = f.rowid where f.assets_search match {match}");
            else query.Add($" from assets a where a.id in (select f.rowid from assets_search f where f.assets_search match {match} union all select n.id from assets n where n.model_id in ").Numbers(Word.ModelIds).Raw(")");
        }
        else
        {
            query.Raw(" from assets a where 1=1");
            if (Driver == AssetDriver.Term && Word!.ModelIds.Count == 0 && sample.Choose(Word.Text, plain: true) is { Count: > 0 } rare)
            {
                // Not for the whole word: its common parts, as all tags begin, would be looked through too.
                AssetBlocks.Write(query, rare);
                filter.Write(query, engine, AssetDriver.None);
                return;
            }
        }
        filter.Write(query, engine, Driver);
    }

    /// <summary>A question to SQLite's index of trigrams: all of them.</summary>
    public static string Match(IEnumerable<string> trigrams) => string.Join(" AND ", trigrams.Select(t => '"' + t.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
}
