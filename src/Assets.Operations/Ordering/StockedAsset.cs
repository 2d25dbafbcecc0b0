using Assets.Core.Values;
using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Ordering;

/// <summary>An asset as the one who holds it in his hand knows it: by tag or by serial.</summary>
internal sealed record StockedAsset(long Id, string Tag, AssetKind Kind, AssetState State, string ModelCode, string Model, long? ParentId)
{
    private const string Columns = "select a.id, a.tag, a.kind, a.state, m.code, m.vendor, m.name, a.parent_id from assets a join models m on m.id = a.model_id";

    /// <param name="scanned">A tag wins over a serial that happens to be the same.</param>
    public static StockedAsset? Find(DbConnection connection, string scanned)
    {
        var key = Keys.Fold(scanned);
        return connection.Rows($"{Columns} where a.tag_key = @p0", Row, key).FirstOrDefault() ?? connection.Rows($"{Columns} where a.serial_key = @p0", Row, key).FirstOrDefault();
    }

    public static StockedAsset With(DbConnection connection, long id) => connection.Rows($"{Columns} where a.id = @p0", Row, id).Single();

    /// <summary>What is attached to a computer.</summary>
    public static List<StockedAsset> AttachedTo(DbConnection connection, long id) => connection.Rows($"{Columns} where a.parent_id = @p0 order by a.tag_key", Row, id);

    /// <summary>Something can be attached to it.</summary>
    public bool IsComputer => Kind is AssetKind.Pc or AssetKind.Server;

    private static StockedAsset Row(DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), (AssetKind)r.GetInt32(2), (AssetState)r.GetInt32(3), r.GetString(4), $"{r.GetString(5)} {r.GetString(6)}", r.Long(7));
}
