using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace Assets.Data.Storage;

/// <summary>"column is one of these" as a condition with one parameter, so that the statement stays the same for any number of values.</summary>
internal static class AmongKeys
{
    public static string Condition(DbConnection connection, string column, int parameter) => connection is NpgsqlConnection
        ? $"{column} = any(@p{parameter})"
        : $"{column} in (select value from json_each(@p{parameter}))";

    public static object Value<T>(DbConnection connection, IReadOnlyCollection<T> values) => connection is NpgsqlConnection
        ? values.ToArray()
        : JsonSerializer.Serialize(values, History.Json);
}
