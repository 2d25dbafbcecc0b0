using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record LabelledAsset(long Id, string Tag, string? Serial, string Model);

/// <summary>Assets whose labels are printed: those of one act, or those named by tag.</summary>
public static class LabelledAssets
{
    public const int Most = 5_000;

    public static IReadOnlyList<LabelledAsset> OfAct(Database database, long act) => Read(database, new Query().Add(
        $" where a.id in (select subject_id from history where subject = {Subject.Asset} and change_set_id = {act} and before is null and after is null) order by a.id limit {Most}"));

    public static IReadOnlyList<LabelledAsset> Named(Database database, IReadOnlyCollection<string> tags)
    {
        if (tags.Count == 0) return [];
        var condition = new Query().Raw(" where a.tag_key in (");
        var first = true;
        foreach (var tag in tags.Take(Most))
        {
            condition.Raw(first ? "" : ",").Add($"{Keys.Fold(tag)}");
            first = false;
        }
        return Read(database, condition.Raw(") order by a.tag_key"));
    }

    private static List<LabelledAsset> Read(Database database, Query condition)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            condition.Wrap("select a.id, a.tag, a.serial, m.vendor, m.name from assets a join models m on m.id = a.model_id", ""),
            r => new LabelledAsset(r.GetInt64(0), r.GetString(1), r.Text(2), string.Create(CultureInfo.InvariantCulture, $"{r.GetString(3)} {r.GetString(4)}")));
    }
}
