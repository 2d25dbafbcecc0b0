using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>One word of the search box: what it is, folded, and the models whose name holds it.</summary>
internal sealed record SearchWord(string Text, IReadOnlyList<int> ModelIds)
{
    public bool IsIn(AssetSample.Row row) => row.Search.Contains(Text, StringComparison.Ordinal) || ModelIds.Contains(row.ModelId);
}

/// <summary>What every listed row has to fulfil, with codes resolved to ids. A code that does not exist matches nothing.</summary>
internal sealed record AssetFilter(
    IReadOnlyList<SearchWord> Words,
    AssetKind? Kind,
    AssetState? State,
    int? SiteId,
    int? ModelId,
    IReadOnlyCollection<int>? UnitIds,
    Reach Reach,
    DateOnly Today)
{
    /// <summary>A short word is taken as the beginning of a tag or serial: one letter somewhere inside is in nearly all of them.</summary>
    public string? Prefix => Words is [{ Text.Length: < 3 } only] ? only.Text : null;

    public bool IsEmpty => Words.Count == 0 && IsOnlyWords;

    public bool IsOnlyWords => Kind is null && State is null && SiteId is null && ModelId is null && UnitIds is null && Reach.IsEverywhere;

    public static AssetFilter Resolve(PageReading reading, AssetQuery query, Reach reach, DateOnly today)
    {
        var words = Keys.Fold(query.Term).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).Distinct(StringComparer.Ordinal).ToList();
        var models = words.Count == 0 || words is [{ Length: < 3 }] ? [] : reading.Rows(Query.Of("select id, vendor, name, code from models"), r => (Id: r.GetInt32(0), Text: Keys.Fold($"{r.GetString(1)} {r.GetString(2)}\n{r.GetString(3)}")));
        return new AssetFilter(
            [.. words.Select(word => new SearchWord(word, [.. models.Where(m => m.Text.Contains(word, StringComparison.Ordinal)).Select(m => m.Id)]))],
            query.Kind,
            query.State,
            query.Site is null ? null : CodeOrName.Id(reading, "sites", "name", query.Site),
            query.Model is null ? null : CodeOrName.Id(reading, "models", "vendor || ' ' || name", query.Model),
            query.Unit is null ? null : CodeOrName.Subtree(reading, query.Unit),
            reach,
            today);
    }

    /// <summary>What the sample can tell; the units that use or pay are not in it.</summary>
    public bool IsFulfilledBy(AssetSample.Row row) =>
        Words.All(w => w.IsIn(row)) && (Kind is null || row.Kind == Kind) && (State is null || row.State == State)
        && (SiteId is null || row.SiteId == SiteId) && (ModelId is null || row.ModelId == ModelId);

    /// <summary>The conditions as SQL on <c>a</c>, each beginning with <c>and</c>.</summary>
    /// <param name="driver">The one condition that the database may use an index for; the others only test rows. None: all test.</param>
    public void Write(Query query, Engine engine, AssetDriver? driver)
    {
        string Column(AssetDriver own, string name) =>
            engine == Engine.Sqlite && driver != own && !(driver == AssetDriver.KindAndState && own is AssetDriver.Kind or AssetDriver.State) ? "+a." + name : "a." + name;
        if (Prefix is { } prefix) query.Add($" and ((a.tag_key >= {prefix} and a.tag_key < {After(prefix)}) or (a.serial_key >= {prefix} and a.serial_key < {After(prefix)}))");
        else foreach (var word in Words) Write(query, word, engine, driver == AssetDriver.Term);
        if (Kind is { } kind) query.Raw($" and {Column(AssetDriver.Kind, "kind")} = ").Add($"{kind}");
        if (State is { } state) query.Raw($" and {Column(AssetDriver.State, "state")} = ").Add($"{state}");
        if (SiteId is { } site) query.Raw($" and {Column(AssetDriver.Site, "site_id")} = ").Add($"{site}");
        if (ModelId is { } model) query.Raw($" and {Column(AssetDriver.Model, "model_id")} = ").Add($"{model}");
        if (UnitIds is { } units) OfUnits(query.Raw($" and {Column(AssetDriver.Units, "id")} in "), units);
        if (!Reach.IsEverywhere) OfUnits(query.Raw($" and {Column(UnitIds is null ? AssetDriver.Units : AssetDriver.None, "id")} in "), Reach.Units);
    }

    /// <summary>Whether all rows that fulfil it have the same value in the sorted column, and the place is one of theirs: then the tag alone decides.</summary>
    public bool Fixes(AssetSort sort, AssetCursor? from)
    {
        var value = sort switch { AssetSort.Kind => (int?)Kind, AssetSort.State => (int?)State, _ => null };
        return value is { } only && (from is null || from.Value == only.ToString(CultureInfo.InvariantCulture));
    }

    public static string After(string prefix) => prefix + "\U0010FFFF";

    public static string Like(string word) => $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    // The assets that units use or pay for today, as a list in brackets.
    private void OfUnits(Query query, IReadOnlyCollection<int> units) => query
        .Raw("(select s.asset_id from line_segments s where s.asset_id is not null and s.unit_id in ").Numbers(units)
        .Add($" and s.from_on <= {Today} and (s.until_on is null or s.until_on > {Today}) union all select u.id from assets u where u.user_unit_id in ").Numbers(units).Raw(")");

    private static void Write(Query query, SearchWord word, Engine engine, bool byIndex)
    {
        query.Raw(" and (");
        if (word.ModelIds.Count > 0) query.Raw("a.model_id in ").Numbers(word.ModelIds).Raw(" or "); // first: an index may know it without the row
        if (engine == Engine.Sqlite) query.Add($"instr(a.search, {word.Text}) > 0");
        else if (byIndex) query.Add($"a.search like {Like(word.Text)}");
        else query.Add($"strpos(a.search, {word.Text}) > 0");
        query.Raw(")");
    }
}
