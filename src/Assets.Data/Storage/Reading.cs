using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assets.Data.Storage;

/// <summary>
/// One unchanging view of the database for as long as it is read, whatever is written meanwhile: a read transaction. PostgreSQL has one
/// open result a connection, so that each further cursor gets a connection of its own that shares the first one's snapshot.
/// </summary>
internal sealed class Reading : IDisposable
{
    private readonly Database database;
    private readonly DbTransaction transaction;
    private readonly string? snapshot;

    private Reading(Database database)
    {
        this.database = database;
        Connection = database.Open();
        try
        {
            transaction = Begin(Connection);
            if (Connection is NpgsqlConnection) snapshot = (string)Connection.Scalar("select pg_export_snapshot()")!;
            else Connection.Scalar("select count(*) from closed_months"); // SQLite takes its snapshot at the first read, not at BEGIN
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public Database Database => database;

    /// <summary>For short questions, answered one at a time.</summary>
    public DbConnection Connection { get; }

    public static Reading Begin(Database database) => new(database);

    /// <summary>A query that can stay open beside others and be run again with other values.</summary>
    public BulkRead Query(string sql)
    {
        if (Connection is not NpgsqlConnection) return BulkRead.On(Connection, sql);
        var own = (NpgsqlConnection)database.Open();
        try
        {
            var sharing = (NpgsqlTransaction)Begin(own);
            own.Execute($"set transaction snapshot '{snapshot}'"); // a name that the server made itself
            return new PostgresBulkRead(own, sql, sharing);
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        transaction.Dispose();
        Connection.Dispose();
    }

    private static DbTransaction Begin(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);
}
