using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Inventory;

/// <summary>What an asset is now, as far as it can be changed by hand.</summary>
internal sealed record AssetFacts(
    long Id, string Tag, string? SerialKey, AssetKind Kind, AssetState State, int? SiteId, string? Room, int? UserUnitId, string? UserAccount, long? ParentId, string? Note)
{
    public static AssetFacts? Find(DbConnection connection, string tag) => connection
        .Rows(
            "select id, tag, serial_key, kind, state, site_id, room, user_unit_id, user_account, parent_id, note from assets where tag_key = @p0",
            r => new AssetFacts(
                r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), (AssetState)r.GetInt32(4), r.Int(5), r.Text(6), r.Int(7), r.Text(8), r.Long(9), r.Text(10)),
            Keys.Fold(tag))
        .FirstOrDefault();
}
