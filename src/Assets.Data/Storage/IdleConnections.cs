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
    private static readonly ConcurrentDictionary<string, ConcurrentStack<DbConnection>> Kept = new(StringComparer.Ordinal);

    public static DbConnection Take(Database database) =>
        database.Engine == Engine.Sqlite && Kept.TryGetValue(database.ConnectionString, out var idle) && idle.TryPop(out var connection) ? connection : database.Open();

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
}
