using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Assets.Data.Storage;

/// <summary>
/// Connections to SQLite that stay open between pages: setting one up costs more than what a page reads by it. PostgreSQL's client
/// keeps its own.
/// </summary>
internal static class IdleConnections
{
    private const int MostKept = 16;
    private const long MappedBytes = 16L << 30;
    private static readonly ConcurrentDictionary<string, ConcurrentStack<DbConnection>> Kept = new(StringComparer.Ordinal);

    public static DbConnection Take(Database database) =>
        database.Engine == Engine.Sqlite && Kept.TryGetValue(database.ConnectionString, out var idle) && idle.TryPop(out var connection) ? connection : Open(database);

    // Pages are read where the system keeps the file anyway: to copy each into a cache of our own was a quarter of a list's cost.
    private static DbConnection Open(Database database)
    {
        var connection = database.Open();
        if (database.Engine == Engine.Sqlite) connection.Execute($"pragma mmap_size={MappedBytes}");
        return connection;
    }

    public static void GiveBack(Database database, DbConnection connection)
    {
        if (connection is not SqliteConnection { State: System.Data.ConnectionState.Open })
        {
            connection.Dispose();
            return;
        }
        var idle = Kept.GetOrAdd(database.ConnectionString, _ => new ConcurrentStack<DbConnection>());
        if (idle.Count < MostKept) idle.Push(connection);
        else connection.Dispose();
    }

    public static void Close(Database database)
    {
        if (!Kept.TryRemove(database.ConnectionString, out var idle)) return;
        while (idle.TryPop(out var connection)) connection.Dispose();
    }
}
