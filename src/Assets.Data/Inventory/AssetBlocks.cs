using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// How PostgreSQL finds a common word in the order of registration. Its index of trigrams makes the whole list of what it finds and keeps
/// no order; but it holds as a second key the block of ids that a row lies in, and two keys together are found by leaping over what
/// only one of them has. So blocks are asked one after the other until there is enough, and a list of 100 000 rows is never made.
/// </summary>
internal static class AssetBlocks
{
    // 8 192 ids a block: of a million assets even a word that lies all at the far end costs some 120 leaps of a tenth of a millisecond.
    private const int Shift = 13;

    public static string Of(string column) => $"({column} >> {Shift})::int4";

    public static int Of(long id) => checked((int)(id >> Shift));

    /// <summary>PostgreSQL's trigrams are of letters and digits only; of other letters than these the server's locale decides.</summary>
    public static bool CanFind(SearchWord word, AssetSample sample) => Trigrams(word, sample).Count > 0;

    /// <summary>The first ids from a place on, or up to it.</summary>
    public static Query InOrder(AssetFilter filter, SearchWord word, AssetSample sample, bool ascending, AssetCursor? from, int limit)
    {
        var order = AssetOrder.Of(AssetSort.Registered);
        var start = from is { Value: { } value } && long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : ascending ? 0 : long.MaxValue;
        var query = new Query().Raw($"select a.id from (select number from generate_series(0, (select max(id) >> {Shift} from assets)::int4) number where number {(ascending ? ">=" : "<=")} ").Add($"{start >> Shift}");
        query.Raw($" order by number{(ascending ? "" : " desc")}) block ");
        Within(query, filter, word, sample);
        order.Where(query, empty: false, ascending, from);
        return query.Raw(order.By(empty: false, ascending)).Add($" limit {limit}) a limit {limit}");
    }

    /// <summary>Any ids, from where there are most: to know that there are many without reading far.</summary>
    public static Query Anywhere(AssetFilter filter, SearchWord word, AssetSample sample, int limit)
    {
        var query = new Query().Raw($"select a.id from (select number from generate_series(0, (select max(id) >> {Shift} from assets)::int4) number ").Add($"order by array_position({sample.RichestBlocks(filter.IsFulfilledBy)}, number)) block ");
        Within(query, filter, word, sample);
        return query.Add($" limit {limit}) a limit {limit}");
    }

    // The limit inside keeps the blocks apart: what is asked of one cannot be merged into a scan of them all.
    private static void Within(Query query, AssetFilter filter, SearchWord word, AssetSample sample)
    {
        query.Raw($"cross join lateral (select a.id from assets a where {Of("a.id")} = block.number");
        foreach (var trigram in Trigrams(word, sample)) query.Add($" and a.search like {AssetFilter.Like(trigram)}");
        filter.Write(query, Engine.Postgres, AssetDriver.None);
    }

    private static IReadOnlyList<string> Trigrams(SearchWord word, AssetSample sample) => sample.Choose(word.Text, plain: true);
}
