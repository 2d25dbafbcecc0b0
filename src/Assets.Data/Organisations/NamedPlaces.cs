using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Organisations;

public sealed record NamedCode(string Code, string Name);

/// <summary>Sites, suppliers and units by code and name: for choosing one in a form.</summary>
public static class NamedPlaces
{
    public static IReadOnlyList<NamedCode> Sites(Database database) => Read(database, "sites");

    public static IReadOnlyList<NamedCode> Suppliers(Database database) => Read(database, "suppliers");

    /// <summary>All that there are and were: something may still be said to stand with a unit that is no more.</summary>
    public static IReadOnlyList<NamedCode> Units(Database database) => Read(database, "organisations");

    /// <summary>Those that go on, for choosing where something new belongs.</summary>
    public static IReadOnlyList<NamedCode> UnitsOn(Database database, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(new Query().Add($"select code, name from organisations where valid_until is null or valid_until > {day} order by name, code"), r => new NamedCode(r.GetString(0), r.GetString(1)));
    }

    public static IReadOnlyList<NamedCode> Municipalities(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(new Query().Add($"select code, name from organisations where kind = {OrganisationKind.Municipality} order by name, code"), r => new NamedCode(r.GetString(0), r.GetString(1)));
    }

    public static int? UnitId(Database database, string code)
    {
        using var reading = PageReading.Begin(database);
        return reading.Number(new Query().Add($"select id from organisations where code_key = {Keys.Fold(code)}")) is var id and not 0 ? (int)id : null;
    }

    private static List<NamedCode> Read(Database database, string table)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(Query.Of($"select code, name from {table} order by name, code"), r => new NamedCode(r.GetString(0), r.GetString(1)));
    }
}
