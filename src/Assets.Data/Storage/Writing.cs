using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Assets.Data.Storage;

/// <summary>
/// One write to the database: a connection, a transaction and the lock that makes writers queue. On SQLite BEGIN IMMEDIATE, on
/// PostgreSQL an advisory lock of the transaction: change sets are then committed in the order of their numbers, which is what lets
/// a closed month say "I saw everything up to this one".
/// </summary>
internal sealed class Writing : IDisposable
{
    private const long WritersLock = 0x4153_5345_5453;
    private readonly DbTransaction transaction;
    private readonly bool ownsConnection;
    private bool finished;

    private Writing(Database database, DbConnection connection, DbTransaction transaction, bool ownsConnection)
    {
        Database = database;
        Connection = connection;
        this.transaction = transaction;
        this.ownsConnection = ownsConnection;
    }

    public Database Database { get; }

    public DbConnection Connection { get; }

    public DbTransaction Transaction => transaction;

    public static Writing Begin(Database database)
    {
        var connection = database.Open();
        try
        {
            // A row that fires a trigger keeps a journal of its own: in memory, since a file for each of a million rows costs more than the rows.
            if (connection is SqliteConnection) connection.Execute("pragma temp_store=memory");
            return new Writing(database, connection, Lock(connection), ownsConnection: true);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lock on a connection that is open already, with the temporary tables it has; the caller closes it.</summary>
    public static Writing Begin(Database database, DbConnection connection) => new(database, connection, Lock(connection), ownsConnection: false);

    private static DbTransaction Lock(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite) return sqlite.BeginTransaction(deferred: false);
        var transaction = connection.BeginTransaction();
        connection.Execute("select pg_advisory_xact_lock(@p0)", WritersLock);
        return transaction;
    }

    /// <summary>Records who does what and why; every row that follows names it.</summary>
    public long AddChangeSet(DateTimeOffset at, string actor, string verb, string? reason, string? source)
    {
        var id = Connection.Number("select coalesce(max(id), 0) + 1 from change_sets");
        Connection.Execute(
            "insert into change_sets (id, recorded_at, actor, verb, reason, source) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            id, Conventions.ToMicroseconds(at), actor, verb, reason, source);
        return id;
    }

    public void Commit()
    {
        transaction.Commit();
        finished = true;
    }

    public void Dispose()
    {
        if (!finished) transaction.Rollback();
        transaction.Dispose();
        if (ownsConnection) Connection.Dispose();
    }
}
