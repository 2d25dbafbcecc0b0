using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Assets.Data.Storage;

/// <summary>
/// Reads many rows, column by column, without an object a value: the counterpart of <see cref="BulkInsert"/>. Numbers are given as @p0,
/// @p1 … each time the query is run; texts are read as the UTF-8 bytes that they are stored in.
/// </summary>
internal abstract class BulkRead : IDisposable
{
    public static BulkRead On(DbConnection connection, string sql) => connection switch
    {
        SqliteConnection sqlite => new SqliteBulkRead(sqlite, sql),
        NpgsqlConnection postgres => new PostgresBulkRead(postgres, sql),
        var other => throw new InvalidOperationException($"No bulk read for {other.GetType().Name}."),
    };

    /// <summary>Starts the query, ending what was left of an earlier run.</summary>
    public abstract void Run(params ReadOnlySpan<long> values);

    public abstract bool Next();

    public abstract bool IsNull(int column);

    public abstract long Long(int column);

    public int Int(int column) => checked((int)Long(column));

    public long? LongOrNone(int column) => IsNull(column) ? null : Long(column);

    public int? IntOrNone(int column) => IsNull(column) ? null : Int(column);

    public DateOnly Day(int column) => Conventions.ToDay(Int(column));

    public DateOnly? DayOrNone(int column) => IsNull(column) ? null : Day(column);

    /// <summary>The bytes of a text; valid until the next row.</summary>
    public abstract ReadOnlySpan<byte> Utf8(int column);

    public string Text(int column) => Encoding.UTF8.GetString(Utf8(column));

    public string? TextOrNone(int column) => IsNull(column) ? null : Text(column);

    public abstract void Dispose();
}

internal sealed class SqliteBulkRead : BulkRead
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;

    public SqliteBulkRead(SqliteConnection connection, string sql)
    {
        handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(handle, sql, out statement));
    }

    public override void Run(params ReadOnlySpan<long> values)
    {
        raw.sqlite3_reset(statement);
        for (var i = 0; i < values.Length; i++)
        {
            var place = raw.sqlite3_bind_parameter_index(statement, $"@p{i}");
            if (place > 0) Check(raw.sqlite3_bind_int64(statement, place, values[i]));
        }
    }

    public override bool Next()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) Check(result);
        raw.sqlite3_reset(statement);
        return false;
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(statement, column);

    // A blob's bytes are those of the text, without the copy that a conversion would be.
    public override ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public override void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result is raw.SQLITE_OK) return;
        SqliteException.ThrowExceptionForRC(result, handle);
    }
}

/// <param name="owned">A transaction that lives as long as the query, and its connection with it; none where both are somebody else's.</param>
internal sealed class PostgresBulkRead(NpgsqlConnection connection, string sql, NpgsqlTransaction? owned = null) : BulkRead
{
    private readonly NpgsqlCommand command = new(sql, connection);
    private NpgsqlDataReader? reader;

    public override void Run(params ReadOnlySpan<long> values)
    {
        reader?.Dispose();
        reader = null;
        if (command.Parameters.Count == 0)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new NpgsqlParameter<long>($"@p{i}", NpgsqlDbType.Bigint));
            command.Prepare();
        }
        for (var i = 0; i < values.Length; i++) ((NpgsqlParameter<long>)command.Parameters[i]).TypedValue = values[i];
        reader = command.ExecuteReader();
    }

    public override bool Next()
    {
        if (reader is null) return false;
        if (reader.Read()) return true;
        reader.Dispose();
        reader = null;
        return false;
    }

    public override bool IsNull(int column) => Current.IsDBNull(column);

    public override long Long(int column) => Current.GetInt64(column);

    public override ReadOnlySpan<byte> Utf8(int column) => Current.GetFieldValue<byte[]>(column);

    public override void Dispose()
    {
        reader?.Dispose();
        command.Dispose();
        if (owned is null) return;
        owned.Dispose();
        connection.Dispose();
    }

    private NpgsqlDataReader Current => reader ?? throw new InvalidOperationException("The query has not been run, or is at its end.");
}
