using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Assets.Data.Storage;

/// <summary>Writes many rows into one table, column after column in the order given, inside the transaction of a <see cref="Writing"/>.</summary>
internal abstract class BulkInsert : IDisposable
{
    public static BulkInsert Into(Writing writing, string table, params ReadOnlySpan<string> columns) => Into(writing.Connection, table, columns);

    public static BulkInsert Into(DbConnection connection, string table, params ReadOnlySpan<string> columns) => connection switch
    {
        SqliteConnection sqlite => new SqliteBulkInsert(sqlite, table, columns),
        NpgsqlConnection postgres => new PostgresBulkInsert(postgres, table, columns),
        var other => throw new InvalidOperationException($"No bulk insert for {other.GetType().Name}."),
    };

    public abstract void Write(long value);

    public abstract void Write(int value);

    public abstract void Write(string value);

    public abstract void WriteNull();

    public void Write(long? value)
    {
        if (value is { } number) Write(number);
        else WriteNull();
    }

    public void Write(int? value)
    {
        if (value is { } number) Write(number);
        else WriteNull();
    }

    public void WriteOrNull(string? value)
    {
        if (value is null) WriteNull();
        else Write(value);
    }

    public void Write(DateOnly day) => Write(Conventions.ToNumber(day));

    public void Write(DateOnly? day) => Write(day is { } given ? Conventions.ToNumber(given) : null);

    public abstract void EndRow();

    /// <summary>Sends what is left. Without it nothing of a PostgreSQL copy is kept.</summary>
    public abstract void Complete();

    public abstract void Dispose();
}

/// <summary>The prepared statement itself: going through parameter objects costs three times as much a row.</summary>
internal sealed class SqliteBulkInsert : BulkInsert
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private byte[] buffer = new byte[1024];
    private int column;

    public SqliteBulkInsert(SqliteConnection connection, string table, ReadOnlySpan<string> columns)
    {
        handle = connection.Handle!;
        var marks = string.Join(',', Enumerable.Repeat("?", columns.Length));
        Check(raw.sqlite3_prepare_v2(handle, $"insert into {table} ({string.Join(',', columns)}) values ({marks})", out statement));
    }

    public override void Write(long value) => Check(raw.sqlite3_bind_int64(statement, ++column, value));

    public override void Write(int value) => Check(raw.sqlite3_bind_int64(statement, ++column, value));

    public override void Write(string value)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (needed > buffer.Length) buffer = new byte[needed * 2];
        var length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(statement, ++column, buffer.AsSpan(0, length)));
    }

    public override void WriteNull() => Check(raw.sqlite3_bind_null(statement, ++column));

    public override void EndRow()
    {
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE) Check(result);
        raw.sqlite3_reset(statement);
        column = 0;
    }

    public override void Complete()
    {
    }

    public override void Dispose() => statement.Dispose();

    private void Check(int result)
    {
        if (result is raw.SQLITE_OK) return;
        SqliteException.ThrowExceptionForRC(result, handle);
    }
}

internal sealed class PostgresBulkInsert : BulkInsert
{
    private readonly NpgsqlBinaryImporter importer;
    private bool open;

    public PostgresBulkInsert(NpgsqlConnection connection, string table, ReadOnlySpan<string> columns) =>
        importer = connection.BeginBinaryImport($"copy {table} ({string.Join(',', columns)}) from stdin (format binary)");

    public override void Write(long value) => Row().Write(value, NpgsqlDbType.Bigint);

    public override void Write(int value) => Row().Write(value, NpgsqlDbType.Integer);

    public override void Write(string value) => Row().Write(value, NpgsqlDbType.Text);

    public override void WriteNull() => Row().WriteNull();

    public override void EndRow() => open = false;

    public override void Complete() => importer.Complete();

    public override void Dispose() => importer.Dispose();

    private NpgsqlBinaryImporter Row()
    {
        if (open) return importer;
        importer.StartRow();
        open = true;
        return importer;
    }
}
