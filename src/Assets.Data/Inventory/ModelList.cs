using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record ModelListItem(string Code, AssetKind Kind, string Vendor, string Name);

/// <summary>The models of the register, some hundreds: for choosing one.</summary>
public static class ModelList
{
    public static IReadOnlyList<ModelListItem> Read(Database database) => Read(database, new Query());

    /// <summary>Those that are still bought on a day.</summary>
    public static IReadOnlyList<ModelListItem> Bought(Database database, DateOnly day) => Read(database, new Query().Add($" where end_of_life is null or end_of_life > {day}"));

    private static List<ModelListItem> Read(Database database, Query condition)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            condition.Wrap("select code, kind, vendor, name from models", " order by kind, code_key"),
            r => new ModelListItem(r.GetString(0), (AssetKind)r.GetInt32(1), r.GetString(2), r.GetString(3)));
    }
}
