using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record ModelListItem(string Code, AssetKind Kind, string Vendor, string Name);

/// <summary>The models of the register, some hundreds: for choosing one.</summary>
public static class ModelList
{
    public static IReadOnlyList<ModelListItem> Read(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            Query.Of("select code, kind, vendor, name from models order by kind, code_key"),
            r => new ModelListItem(r.GetString(0), (AssetKind)r.GetInt32(1), r.GetString(2), r.GetString(3)));
    }
}
