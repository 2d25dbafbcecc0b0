using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Inventory;

/// <summary>What an asset is now, as far as it can be changed by hand.</summary>
internal sealed record AssetFacts(
    long Id, string Tag, string? Serial, AssetKind Kind, AssetState State, int? SiteId, string? Room, int? UserUnitId, string? UserAccount, long? ParentId, string? Note,
    int ModelId, DateOnly? PurchasedOn, Money Price, int? SupplierId, DateOnly? WarrantyUntil, string? Certificate, long ChangeSetId)
{
    public string? SerialKey => Serial is null ? null : Keys.Fold(Serial);

    public static AssetFacts? Find(DbConnection connection, string tag) => connection
        .Rows(
            "select id, tag, serial, kind, state, site_id, room, user_unit_id, user_account, parent_id, note, model_id, purchased_on, price, supplier_id, warranty_until, certificate, change_set_id from assets where tag_key = @p0",
            r => new AssetFacts(
                r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), (AssetState)r.GetInt32(4), r.Int(5), r.Text(6), r.Int(7), r.Text(8), r.Long(9), r.Text(10),
                r.GetInt32(11), r.DayOrNone(12), Money.FromOre(r.GetInt64(13)), r.Int(14), r.DayOrNone(15), r.Text(16), r.GetInt64(17)),
            Keys.Fold(tag))
        .FirstOrDefault();
}
