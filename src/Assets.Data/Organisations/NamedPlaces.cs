using Assets.Data.Storage;

namespace Assets.Data.Organisations;

public sealed record NamedCode(string Code, string Name);

/// <summary>Sites, suppliers and units by code and name: for choosing one in a form.</summary>
public static class NamedPlaces
{
    public static IReadOnlyList<NamedCode> Sites(Database database) => Read(database, "sites");

    public static IReadOnlyList<NamedCode> Suppliers(Database database) => Read(database, "suppliers");

    public static IReadOnlyList<NamedCode> Units(Database database) => Read(database, "organisations");

    private static List<NamedCode> Read(Database database, string table)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(Query.Of($"select code, name from {table} order by name, code"), r => new NamedCode(r.GetString(0), r.GetString(1)));
    }
}
