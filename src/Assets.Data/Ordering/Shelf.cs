using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>An asset in stock that is free: set aside for nobody, rented by nobody.</summary>
public sealed record ShelfAsset(long Id, string Tag, string? Serial, AssetKind Kind, string ModelCode, string Model, string? Site, string? Room, bool IsAtSite);

/// <summary>What the stock holds of each model.</summary>
internal static class Shelf
{
    private const string Free =
        "a.state = 1 and not exists (select 1 from picked_assets p where p.asset_id = a.id) and not exists (select 1 from line_segments g where g.asset_id = a.id and (g.until_on is null or g.until_on > @today))";

    public static Dictionary<(AssetKind Kind, string Model), int> Count(PageReading reading, DateOnly today) => reading.Rows(
        Query.Of($"select m.kind, m.code, count(*) from assets a join models m on m.id = a.model_id where {On(today)} group by m.kind, m.code"),
        r => (Key: ((AssetKind)r.GetInt32(0), r.GetString(1)), Count: (int)r.GetInt64(2))).ToDictionary(row => row.Key, row => row.Count);

    /// <summary>The first few that fit a piece: at the same site first, then the oldest, which should not wait longer.</summary>
    public static IReadOnlyList<ShelfAsset> For(IReadOnlyList<ShelfAsset> shelf, EquipmentSlot slot, int most) => [.. shelf.Where(asset => slot.Allows(asset.Kind, asset.ModelCode)).Take(most)];

    /// <summary>A handful of each model that some piece may be.</summary>
    public static List<ShelfAsset> Fitting(PageReading reading, DateOnly today, IReadOnlyCollection<EquipmentSlot> slots, int? siteId, int ofEach)
    {
        if (slots.Count == 0) return [];
        var query = Query.Of("select id, tag, serial, kind, model_code, vendor, name, site, room, at_site from (select a.id, a.tag, a.serial, a.kind, m.code as model_code, m.vendor, m.name, s.name as site, a.room, ")
            .Add($"case when a.site_id = {siteId ?? 0} then 1 else 0 end as at_site, row_number() over (partition by a.model_id order by case when a.site_id = {siteId ?? 0} then 0 else 1 end, a.purchased_on, a.tag_key) as place ")
            .Raw($"from assets a join models m on m.id = a.model_id left join sites s on s.id = a.site_id where {On(today)}");
        if (slots.All(slot => slot.Kind is not null)) query.Raw(" and a.kind in ").Numbers(slots.Select(slot => (int)slot.Kind!.Value).Distinct());
        query.Add($") shelf where place <= {ofEach} order by at_site desc, model_code, place");
        return reading.Rows(query, r => new ShelfAsset(
            r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), r.GetString(4), $"{r.GetString(5)} {r.GetString(6)}", r.Text(7), r.Text(8), Convert.ToInt32(r.GetValue(9), CultureInfo.InvariantCulture) == 1));
    }

    private static string On(DateOnly today) => Free.Replace("@today", Conventions.ToNumber(today).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
