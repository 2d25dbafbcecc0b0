using System.Globalization;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// The orders that an index keeps. Each is the sorted column, then the folded tag; rows without a value come last in both directions,
/// as a stretch of their own, because the two databases disagree on where nothing sorts.
/// </summary>
internal sealed record AssetOrder(string Column, bool MayBeEmpty, bool IsText, bool IsUnique)
{
    private const string Tag = "a.tag_key";

    public static AssetOrder Of(AssetSort sort) => sort switch
    {
        AssetSort.Tag => new AssetOrder(Tag, false, true, true),
        AssetSort.Serial => new AssetOrder("a.serial_key", true, true, true),
        AssetSort.Kind => new AssetOrder("a.kind", false, false, false),
        AssetSort.State => new AssetOrder("a.state", false, false, false),
        AssetSort.Purchased => new AssetOrder("a.purchased_on", true, false, false),
        AssetSort.Registered => new AssetOrder("a.id", false, false, true),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    /// <summary>The index of trigrams gives its rows by registration; asked for that order in its own name, it sorts nothing.</summary>
    public AssetOrder AsFoundBy(AssetPlan plan, Engine engine) =>
        engine == Engine.Sqlite && Column == "a.id" && plan is { Driver: AssetDriver.Term, Word.ModelIds.Count: 0 } ? this with { Column = "f.rowid" } : this;

    /// <summary>The stretches in reading order, each told by whether its rows lack a value.</summary>
    public IReadOnlyList<bool> Stretches(AssetCursor? cursor)
    {
        if (!MayBeEmpty) return [false];
        var backward = cursor is { Backward: true };
        IReadOnlyList<bool> all = backward ? [true, false] : [false, true];
        return cursor is null ? all : [.. all.SkipWhile(empty => empty != cursor.Value is null)];
    }

    public void Where(Query query, bool empty, bool ascending, AssetCursor? from)
    {
        if (MayBeEmpty) query.Raw($" and {Column} is {(empty ? "" : "not ")}null");
        if (from is not null) Beyond(query, empty, ascending, from);
    }

    /// <summary>Only rows on this side of a place.</summary>
    public void Before(Query query, bool empty, bool ascending, AssetCursor end) => Beyond(query, empty, !ascending, end);

    private void Beyond(Query query, bool empty, bool ascending, AssetCursor from)
    {
        var sign = ascending ? ">" : "<";
        if (empty || Column == Tag) query.Raw($" and a.tag_key {sign} ").Add($"{from.TagKey}");
        else if (IsUnique) query.Raw($" and {Column} {sign} ").Add($"{Typed(from.Value)}");
        else query.Raw($" and ({Column}, a.tag_key) {sign} (").Add($"{Typed(from.Value)}, {from.TagKey})");
    }

    /// <summary>The place some rows further on; none where the order ends before.</summary>
    public AssetCursor? Ahead(PageReading reading, bool empty, bool ascending, AssetCursor? from, int rows)
    {
        var query = new Query().Raw(empty || IsUnique ? $"select {(empty ? "a.tag_key" : Column)}, '' from assets a where 1=1" : $"select {Column}, a.tag_key from assets a where 1=1");
        Where(query, empty, ascending, from);
        return reading.First(query.Raw(By(empty, ascending)).Add($" limit 1 offset {rows}"), r =>
        {
            var value = Convert.ToString(r.GetValue(0), CultureInfo.InvariantCulture)!;
            return empty ? new AssetCursor(null, value, false) : new AssetCursor(value, r.GetString(1), false);
        });
    }

    public string By(bool empty, bool ascending)
    {
        var direction = ascending ? "" : " desc";
        if (empty) return $" order by a.tag_key{direction}";
        return IsUnique ? $" order by {Column}{direction}" : $" order by {Column}{direction}, a.tag_key{direction}";
    }

    private object Typed(string? value) => IsText ? value ?? "" : long.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0L;
}
