using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Assets.Data.Storage;

/// <summary>Short forms for plain commands. Values always travel as parameters, named @p0, @p1 … in order.</summary>
internal static class Commands
{
    public static DbCommand Command(this DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>A transaction that takes no lock until something is written: on SQLite many rows of a temporary table are one commit then. PostgreSQL needs none.</summary>
    public static DbTransaction? BeginDeferred(this DbConnection connection) => connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : null;

    public static int Execute(this DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is none or it is empty.</summary>
    public static object? Scalar(this DbConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public static long Number(this DbConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Convert.ToInt64(connection.Scalar(sql, values) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);

    public static List<T> Rows<T>(this DbConnection connection, string sql, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public static string? Text(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Int(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static long? Long(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateOnly Day(this DbDataReader reader, int column) => Conventions.ToDay(reader.GetInt32(column));

    public static DateOnly? DayOrNone(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Conventions.ToDay(reader.GetInt32(column));
}
