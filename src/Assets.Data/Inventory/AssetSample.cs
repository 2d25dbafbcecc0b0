using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// A sample of the register, in memory: it tells how common something is before an index is asked. An index of trigrams is fast for
/// rare ones and slow for those that every row has (all tags begin alike), so a query names only the trigrams that are worth it.
/// </summary>
internal sealed class AssetSample
{
    private const int Size = 2048;

    // What a candidate row costs to look at, against what an entry of a posting list costs to pass, measured on SQLite.
    private const double RowToEntry = 150;
    private readonly List<Row> rows;
    private readonly Dictionary<(char, char, char), int> trigrams = [];

    private AssetSample(List<Row> rows, long population)
    {
        this.rows = rows;
        Population = population;
        var seen = new HashSet<(char, char, char)>();
        foreach (var row in rows)
        {
            seen.Clear();
            for (var i = 0; i + 2 < row.Search.Length; i++) seen.Add((row.Search[i], row.Search[i + 1], row.Search[i + 2]));
            foreach (var trigram in seen) trigrams[trigram] = trigrams.GetValueOrDefault(trigram) + 1;
        }
    }

    /// <summary>About how many assets there are.</summary>
    public long Population { get; }

    public static AssetSample Take(PageReading reading)
    {
        var highest = reading.Number(Query.Of("select coalesce(max(id), 0) from assets"));
        if (highest == 0) return new AssetSample([], 0);
        var random = new Random(1); // which rows does not matter; the same ones each time keep answers alike
        var ids = Enumerable.Range(0, Size).Select(_ => random.NextInt64(1, highest + 1)).Distinct();
        var rows = reading.Rows(
            Query.Of($"select id, search, kind, state, site_id, model_id from assets where id in ({string.Join(',', ids)})"),
            r => new Row(r.GetInt64(0), r.GetString(1), (AssetKind)r.GetInt32(2), (AssetState)r.GetInt32(3), r.Int(4), r.GetInt32(5)));
        return new AssetSample(rows, highest);
    }

    /// <summary>About how many assets fulfil the condition. Never quite none: what the sample lacks may still exist.</summary>
    public double Expect(Func<Row, bool> condition) => (rows.Count(condition) + 0.25) / (rows.Count + 0.25) * Population;

    /// <summary>About how many rows an order by kind or state has before the first that fulfils the condition: all of a model's assets are of one kind.</summary>
    public double Ahead(Func<Row, bool> condition, AssetSort sort, bool ascending)
    {
        int Place(Row row) => (sort == AssetSort.Kind ? (int)row.Kind : (int)row.State) * (ascending ? 1 : -1);
        var places = sort is AssetSort.Kind or AssetSort.State ? rows.Where(condition).Select(Place).ToList() : [];
        if (places.Count == 0) return 0;
        var first = places.Min();
        return (double)rows.Count(r => Place(r) < first) / rows.Count * Population;
    }

    /// <summary>The blocks of registration where most of what fulfils the condition lies, as far as the sample knows, richest first.</summary>
    public int[] RichestBlocks(Func<Row, bool> condition) =>
        [.. rows.Where(condition).GroupBy(r => AssetBlocks.Of(r.Id)).OrderByDescending(block => block.Count()).ThenBy(block => block.Key).Take(32).Select(block => block.Key)];

    /// <summary>The trigrams of a term that find it cheapest, rarest first; the rows they find are still to be tested for the whole term. None where the term has none that the index knows.</summary>
    /// <param name="plain">Only those of letters and digits.</param>
    public IReadOnlyList<string> Choose(string term, bool plain = false)
    {
        var candidates = new List<(string Text, double Share)>();
        for (var i = 0; i + 2 < term.Length; i++)
        {
            var text = term.Substring(i, 3);
            if (candidates.Exists(c => c.Text == text) || text.Any(char.IsSurrogate) || (plain && !text.All(char.IsAsciiLetterOrDigit))) continue;
            candidates.Add((text, (trigrams.GetValueOrDefault((text[0], text[1], text[2])) + 0.25) / (rows.Count + 0.25)));
        }
        candidates.Sort((a, b) => a.Share.CompareTo(b.Share));
        var chosen = new List<string>();
        var expected = (double)Population;
        foreach (var (text, share) in candidates)
        {
            if (chosen.Count > 0 && share * Population > expected * RowToEntry * (1 - share)) break;
            chosen.Add(text);
            expected *= share;
        }
        return chosen;
    }

    internal sealed record Row(long Id, string Search, AssetKind Kind, AssetState State, int? SiteId, int ModelId);
}
