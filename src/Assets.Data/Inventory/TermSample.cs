using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// A sample of what is searched, in memory: it tells how common a term is before the index is asked. An index of trigrams is fast for
/// rare ones and slow for those that every row has (all tags begin alike), so a query names only the trigrams that are worth it.
/// </summary>
internal sealed class TermSample
{
    private const int Rows = 2048;

    // What a candidate row costs to look at, against what an entry of a posting list costs to pass, measured on SQLite.
    private const double RowToEntry = 150;
    private readonly List<string> texts;
    private readonly Dictionary<(char, char, char), int> counts = [];
    private readonly long population;

    private TermSample(List<string> texts, long population)
    {
        this.texts = texts;
        this.population = population;
        var seen = new HashSet<(char, char, char)>();
        foreach (var text in texts)
        {
            seen.Clear();
            for (var i = 0; i + 2 < text.Length; i++) seen.Add((text[i], text[i + 1], text[i + 2]));
            foreach (var trigram in seen) counts[trigram] = counts.GetValueOrDefault(trigram) + 1;
        }
    }

    public static TermSample Take(Reading reading)
    {
        var highest = reading.Number(Query.Of("select coalesce(max(id), 0) from assets"));
        if (highest == 0) return new TermSample([], 0);
        var random = new Random(1); // which rows does not matter; the same ones each time keep answers alike
        var ids = Enumerable.Range(0, Rows).Select(_ => random.NextInt64(1, highest + 1)).Distinct();
        return new TermSample(reading.Rows(Query.Of($"select search from assets where id in ({string.Join(',', ids)})"), r => r.GetString(0)), highest);
    }

    /// <summary>About how many rows hold the whole term.</summary>
    public double Expect(string term) => texts.Count == 0 ? 0 : (double)texts.Count(t => t.Contains(term, StringComparison.Ordinal)) / texts.Count * population;

    /// <summary>The trigrams of a term that find it cheapest, rarest first; the rows they find are still to be tested for the whole term.</summary>
    public IReadOnlyList<string> Choose(string term)
    {
        var candidates = new List<(string Text, double Share)>();
        for (var i = 0; i + 2 < term.Length; i++)
        {
            var text = term.Substring(i, 3);
            if (candidates.Exists(c => c.Text == text)) continue;
            var count = counts.GetValueOrDefault((term[i], term[i + 1], term[i + 2]));
            candidates.Add((text, Math.Max(count, 0.25) / Math.Max(texts.Count, 1)));
        }
        candidates.Sort((a, b) => a.Share.CompareTo(b.Share));
        var chosen = new List<string> { candidates[0].Text };
        var rows = candidates[0].Share * population;
        foreach (var (text, share) in candidates.Skip(1))
        {
            if (share * population > rows * RowToEntry * (1 - share)) break;
            chosen.Add(text);
            rows *= share;
        }
        return chosen;
    }
}
