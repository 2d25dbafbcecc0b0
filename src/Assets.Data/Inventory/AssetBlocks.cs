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

    // Measured: a list of 10 000 is made and sorted in 5 ms, where leaping to them takes 13; one of 100 000 in 65 and 6.
    private const double Common = 25_000;

    /// <summary>For words that are common, and have a trigram that PostgreSQL takes for one: of letters and digits; of other letters than these the server's locale decides.</summary>
    public static bool AreFor(SearchWord word, AssetSample sample) => word.ModelIds.Count == 0 && IsCommon(word, sample) && Trigrams(word, sample).Count > 0;

    public static bool IsCommon(SearchWord word, AssetSample sample) => sample.Expect(word.IsIn) > Common;

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
        Write(query, Trigrams(word, sample));
        filter.Write(query, Engine.Postgres, AssetDriver.None);
    }

    /// <summary>What the index is asked for; rows are still to be tested for the whole word.</summary>
    public static void Write(Query query, IReadOnlyList<string> trigrams)
    {
        foreach (var trigram in trigrams) query.Add($" and a.search like {AssetFilter.Like(trigram)}");
    }

    private static IReadOnlyList<string> Trigrams(SearchWord word, AssetSample sample) => sample.Choose(word.Text, plain: true);
}
