using Assets.Core.Values;

namespace Assets.Data.Storage;

/// <summary>What a filter names: by code, as links and saved views have it; by name as somebody types it, where one only has the name.</summary>
internal static class CodeOrName
{
    /// <summary>An id that no row has where nothing, or more than one thing, is called so.</summary>
    /// <param name="table">Ours, not a user's; so is the expression of the name.</param>
    public static int Id(PageReading reading, string table, string name, string typed)
    {
        var key = Keys.Fold(typed);
        if (reading.Number(new Query().Raw($"select id from {table} where code_key = ").Add($"{key}")) is var id and not 0) return (int)id;
        var named = reading.Rows(Query.Of($"select id, {name} from {table}"), r => (Id: r.GetInt32(0), Key: Keys.Fold(r.GetString(1)))).FindAll(row => row.Key == key);
        return named.Count == 1 ? named[0].Id : -1;
    }

    /// <summary>A unit and everything below it.</summary>
    public static List<int> Subtree(PageReading reading, string unit) => reading.Rows(
        new Query().Add($"select o.id from organisations o join organisations top on o.lineage >= top.lineage and o.lineage < top.lineage || {"\U0010FFFF"} where top.id = {Id(reading, "organisations", "name", unit)}"),
        r => r.GetInt32(0));
}
