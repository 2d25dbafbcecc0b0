using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <param name="Seen">The change set that it was last changed in.</param>
public sealed record SelectedAsset(long Id, string Tag, string Model, AssetState State, string? Site, string? Room, string? UserUnit, string? UserAccount, long Seen);

/// <summary>Assets that were picked from a list to be changed together.</summary>
public static class AssetSelection
{
    public const int Most = 5_000;

    public static IReadOnlyList<SelectedAsset> Read(Database database, IReadOnlyCollection<long> ids)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Raw("select a.id, a.tag, m.vendor, m.name, a.state, s.name, a.room, o.name, a.user_account, a.change_set_id from assets a join models m on m.id = a.model_id left join sites s on s.id = a.site_id left join organisations o on o.id = a.user_unit_id where a.id in (0");
        foreach (var id in ids.Take(Most)) query.Raw("," + id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return reading.Rows(query.Raw(") order by a.tag_key"), r => new SelectedAsset(
            r.GetInt64(0), r.GetString(1), $"{r.GetString(2)} {r.GetString(3)}", (AssetState)r.GetInt32(4), r.Text(5), r.Text(6), r.Text(7), r.Text(8), r.GetInt64(9)));
    }
}
