using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>
/// Whether an asset may hold somebody's data: a machine with a disk that has been in use since it was last wiped. One that was received here
/// and never used holds nothing; one that was imported has a past that the register does not know.
/// </summary>
internal static class WipeDemand
{
    private const string HasBeenUsed = "%\"state\":\"in_use\"%";

    public static bool IsDue(DbConnection connection, long asset, AssetKind kind)
    {
        if (!AssetKinds.StoresData(kind)) return false;
        if (LastUse(connection, asset) is > 0 and var used) return used > LastWipe(connection, asset);
        return LastWipe(connection, asset) == 0 && connection.Scalar("select 1 from received_assets where asset_id = @p0", asset) is null;
    }

    /// <summary>Whether the register knows that it was in use after it was last wiped: such a one goes to nobody else.</summary>
    public static bool HoldsSomebodysData(DbConnection connection, long asset, AssetKind kind) =>
        AssetKinds.StoresData(kind) && LastUse(connection, asset) > LastWipe(connection, asset);

    private static long LastWipe(DbConnection connection, long asset) => connection.Number("select coalesce(max(change_set_id), 0) from wipes where asset_id = @p0", asset);

    private static long LastUse(DbConnection connection, long asset) => connection.Number(
        "select coalesce(max(change_set_id), 0) from history where subject = @p0 and subject_id = @p1 and (before like @p2 or after like @p2)",
        (int)Subject.Asset, asset, HasBeenUsed);
}
