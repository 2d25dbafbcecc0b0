using System.Data;
using System.Data.Common;
using Npgsql;

namespace Assets.Data.Storage;

/// <summary>
/// One unchanging view of the database for as long as it is read, whatever is written meanwhile: a read transaction. PostgreSQL has one
/// open result a connection, so that each further cursor gets a connection of its own that shares the first one's snapshot.
/// </summary>
internal sealed class Reading : IDisposable
{
    private readonly Database database;
    private readonly List<DbTransaction> transactions = [];
    private readonly List<DbConnection> connections = [];
    private readonly string? snapshot;

    private Reading(Database database)
    {
        this.database = database;
        try
        {
            Connection = OpenOne();
            if (Connection is NpgsqlConnection) snapshot = (string)Connection.Scalar("select pg_export_snapshot()")!;
            else Connection.Scalar("select count(*) from closed_months"); // SQLite takes its snapshot at the first read, not at BEGIN
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>For short questions, answered one at a time.</summary>
    public DbConnection Connection { get; }

    public static Reading Begin(Database database) => new(database);

    /// <summary>A query that can stay open beside others and be run again with other values.</summary>
    public BulkRead Query(string sql)
    {
        if (Connection is not NpgsqlConnection) return BulkRead.On(Connection, sql);
        var own = OpenOne();
        own.Execute($"set transaction snapshot '{snapshot}'"); // a name that the server made itself
        return BulkRead.On(own, sql);
    }

    public void Dispose()
    {
        foreach (var transaction in transactions) transaction.Dispose();
        foreach (var connection in connections) connection.Dispose();
    }

    private DbConnection OpenOne()
    {
        var connection = database.Open();
        connections.Add(connection);
        transactions.Add(connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : connection.BeginTransaction(IsolationLevel.RepeatableRead));
        return connection;
    }
}
