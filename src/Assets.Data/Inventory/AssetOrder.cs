using System.Globalization;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>
/// The orders that an index keeps. Each is the sorted column, then the folded tag; rows without a value come last in both directions,
/// as a stretch of their own, because the two databases disagree on where nothing sorts.
/// </summary>
internal sealed record AssetOrder(string? Column, bool MayBeEmpty, bool IsText)
{
    public static AssetOrder Of(AssetSort sort) => sort switch
    {
        AssetSort.Tag => new AssetOrder(null, false, true),
        AssetSort.Serial => new AssetOrder("serial_key", true, true),
        AssetSort.Kind => new AssetOrder("kind", false, false),
        AssetSort.State => new AssetOrder("state", false, false),
        AssetSort.Purchased => new AssetOrder("purchased_on", true, false),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    /// <summary>The stretches in reading order: rows with a value, then rows without.</summary>
    public IReadOnlyList<bool> Stretches(bool backward, AssetCursor? cursor)
    {
        IReadOnlyList<bool> all = MayBeEmpty ? [false, true] : [false];
        if (backward) all = [.. all.Reverse()];
        var first = cursor is { Value: null } && MayBeEmpty;
        return cursor is null || !MayBeEmpty ? all : [.. all.SkipWhile(empty => empty != first)];
    }

    public void Write(Query query, bool empty, bool ascending, AssetCursor? from, int limit)
    {
        var sign = ascending ? ">" : "<";
        var direction = ascending ? "" : " desc";
        if (Column is null || empty)
        {
            if (empty) query.Raw($" and a.{Column} is null");
            if (from is not null) query.Raw($" and a.tag_key {sign} ").Add($"{from.TagKey}");
            query.Raw($" order by a.tag_key{direction}");
        }
        else
        {
            if (MayBeEmpty) query.Raw($" and a.{Column} is not null");
            if (from is { Value: { } value }) query.Raw($" and (a.{Column}, a.tag_key) {sign} (").Add($"{Typed(value)}, {from.TagKey})");
            query.Raw($" order by a.{Column}{direction}, a.tag_key{direction}");
        }
        query.Add($" limit {limit}");
    }

    private object Typed(string value) => IsText ? value : int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
