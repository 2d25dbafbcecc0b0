using System.Data.Common;
using System.Diagnostics;
using System.Reflection;
using Assets.Data.Rentals;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Assets.Data.Storage;

/// <summary>Brings a database to this program's schema: a missing one is created, an older one backed up and upgraded, a newer one refused.</summary>
public static class Schema
{
    /// <summary>Cheap when nothing is to be done: one query, without building the object model.</summary>
    /// <returns>Whether it was created now, and is empty.</returns>
    /// <exception cref="DatabaseRefusedException">The database cannot be used as it is; the message says what to do.</exception>
    public static bool Ensure(Database database, Action<string> tell)
    {
        try
        {
            return BringUp(database, tell);
        }
        catch (Exception e) when (e is not DatabaseRefusedException && database.Explain(e) is { } message)
        {
            throw new DatabaseRefusedException(message, e);
        }
    }

    private static bool BringUp(Database database, Action<string> tell)
    {
        if (IsCurrent(database)) return false;
        using var only = WaitForTurn(database);
        if (IsCurrent(database)) return false;
        var applied = Applied(database);
        if (applied is { Count: > 0 } && applied.Count < Known(database.Engine).Count) Backup(database, applied[^1], tell);
        tell(applied.Count == 0 ? $"Creating the database {database.Description}." : $"Upgrading the database {database.Description}.");
        // The object mapper leaves its own lock row behind when it is killed half-way; ours is the operating system's, so that row is stale.
        if (database.Engine == Engine.Sqlite && applied.Count > 0)
        {
            using var connection = database.Open();
            connection.Execute("drop table if exists \"__EFMigrationsLock\"");
        }
        using (var context = database.NewContext()) context.Database.Migrate();
        using var writing = Writing.Begin(database);
        LastStretches.Fill(writing.Connection);
        Guards.Install(writing.Connection);
        writing.Commit();
        return applied.Count == 0;
    }

    internal static IReadOnlyList<string> Known(Engine engine)
    {
        var context = engine == Engine.Sqlite ? typeof(SqliteAssetsDb) : typeof(PostgresAssetsDb);
        return [.. typeof(Schema).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsCurrent(Database database)
    {
        if (database.File is { } file && !File.Exists(file)) return false;
        var known = Known(database.Engine);
        var applied = Applied(database);
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new DatabaseRefusedException($"The database {database.Description} was made by a newer version of this program (it holds {unknown}). Install that version or a later one; nothing was changed.");
        if (applied.Count < known.Count) return false;
        using var connection = database.Open();
        return !Guards.Names(database.Engine).Except(Guards.Installed(connection)).Any();
    }

    private static IReadOnlyList<string> Applied(Database database)
    {
        try
        {
            using var connection = database.Open();
            return connection.Rows("select \"MigrationId\" from \"__EFMigrationsHistory\" order by 1", r => r.GetString(0));
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            return []; // no such table: an empty database
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    // A lock that dies with its process: of the operating system, or of a connection. The object mapper's own is let go between one migration and the next.
    private static IDisposable WaitForTurn(Database database)
    {
        if (database.File is not { } file) return new ServerTurn(database);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file + ".upgrade", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (patience.Elapsed < TimeSpan.FromMinutes(5))
            {
                Task.Delay(50).Wait();
            }
        }
    }

    private sealed class ServerTurn : IDisposable
    {
        private const long Key = 0x4173_7365_7473; // "Assets": locks of this kind are numbers, and each database has its own
        private readonly DbConnection connection;

        public ServerTurn(Database database)
        {
            connection = database.Open();
            connection.Execute("select pg_advisory_lock(@p0)", Key);
        }

        public void Dispose()
        {
            connection.Execute("select pg_advisory_unlock(@p0)", Key);
            connection.Dispose();
        }
    }

    private static void Backup(Database database, string version, Action<string> tell)
    {
        var copy = database.File is { } file
            ? $"{file}.before-upgrade-from-{version}"
            : Path.GetFullPath($"{new NpgsqlConnectionStringBuilder(database.ConnectionString).Database}.before-upgrade-from-{version}.dump");
        tell($"Backing up the database to {copy}.");
        File.Delete(copy); // an upgrade that was cut off left it behind
        database.CopyTo(copy);
    }
}
