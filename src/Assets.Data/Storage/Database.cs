using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Assets.Data.Storage;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The one database of an installation, named by a connection string: <c>Data Source=FILE</c> is SQLite, <c>Host=…</c> is PostgreSQL.</summary>
public sealed partial class Database
{
    /// <summary>How long a writer waits for another before it gives up, in seconds: longer than the largest import holds the lock.</summary>
    private const int WaitSeconds = 120;

    private Database(Engine engine, string connectionString, string? file)
    {
        Engine = engine;
        ConnectionString = connectionString;
        File = file;
    }

    public Engine Engine { get; }

    /// <summary>Complete, with the password where there is one: never shown; <see cref="Description"/> is.</summary>
    public string ConnectionString { get; }

    /// <summary>A SQLite file that is begun anew where anything fails, such as one that is not in its place yet: no commit waits for the disk.</summary>
    public bool IsScratch { get; private init; }

    /// <summary>The full path of a SQLite file.</summary>
    public string? File { get; }

    /// <summary>Where the database is, without user and password: for messages.</summary>
    public string Description
    {
        get
        {
            if (File is not null) return File;
            var address = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"{address.Host}:{address.Port}/{address.Database}";
        }
    }

    /// <summary>Takes the setting as written; a relative SQLite file lies below <paramref name="settingsFolder"/>.</summary>
    /// <exception cref="DatabaseRefusedException">The text is no connection string of either kind.</exception>
    public static Database At(string setting, string settingsFolder)
    {
        try
        {
            if (setting.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            {
                var postgres = new NpgsqlConnectionStringBuilder(setting) { CommandTimeout = 0, IncludeErrorDetail = false };
                return new Database(Engine.Postgres, postgres.ConnectionString, null);
            }
            var sqlite = new SqliteConnectionStringBuilder(setting) { ForeignKeys = true, DefaultTimeout = WaitSeconds };
            if (sqlite.DataSource.Length == 0 || sqlite.DataSource == ":memory:") throw new ArgumentException("no file is named");
            sqlite.DataSource = Path.GetFullPath(sqlite.DataSource, settingsFolder);
            return new Database(Engine.Sqlite, sqlite.ConnectionString, sqlite.DataSource);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DatabaseRefusedException("The setting Assets:Database is not understood. Write \"Data Source=FILE\" for SQLite or \"Host=SERVER;Database=NAME;Username=USER;Password=…\" for PostgreSQL.", e);
        }
    }

    public Database AsScratch() => new(Engine, ConnectionString, File) { IsScratch = true };

    /// <summary>An open connection, set up for this program. SQLite: write-ahead log, foreign keys, waiting for other writers.</summary>
    public DbConnection Open()
    {
        try
        {
            if (Engine == Engine.Postgres)
            {
                var postgres = new NpgsqlConnection(ConnectionString);
                postgres.Open();
                return postgres;
            }
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            var sqlite = new SqliteConnection(ConnectionString);
            sqlite.Open();
            sqlite.Execute(ConnectionPragmas);
            if (IsScratch) sqlite.Execute("pragma synchronous=off");
            return sqlite;
        }
        catch (Exception e) when (Explain(e) is { } message)
        {
            throw new DatabaseRefusedException(message, e);
        }
    }

    /// <summary>
    /// Closes the connections that nobody uses and that are kept for whoever opens one next. The last one that a SQLite file has takes its
    /// write-ahead log with it: whoever ends leaves one file, and holds none that is moved or removed.
    /// </summary>
    public void CloseIdle()
    {
        IdleConnections.Close(this);
        if (Engine == Engine.Postgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        else SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
    }

    internal static string ConnectionPragmas { get; } =
        $"pragma busy_timeout={WaitSeconds * 1000}; pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma recursive_triggers=on; pragma cache_size=-32768; pragma temp_store=file;";

    internal AssetsDb NewContext() => NewContext(null);

    internal AssetsDb NewContext(DbConnection? connection)
    {
        if (Engine == Engine.Postgres)
        {
            var options = new DbContextOptionsBuilder<PostgresAssetsDb>();
            return new PostgresAssetsDb(Configure(options, connection).Options);
        }
        return new SqliteAssetsDb(Configure(new DbContextOptionsBuilder<SqliteAssetsDb>(), connection).Options);
    }

    internal DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> options, DbConnection? connection = null)
        where T : DbContext
    {
        Configure((DbContextOptionsBuilder)options, connection);
        return options;
    }

    internal void Configure(DbContextOptionsBuilder options, DbConnection? connection = null)
    {
        if (Engine == Engine.Postgres)
        {
            if (connection is null) options.UseNpgsql(ConnectionString);
            else options.UseNpgsql(connection);
        }
        else
        {
            if (connection is null) options.UseSqlite(ConnectionString).AddInterceptors(SqlitePragmas.Instance);
            else options.UseSqlite(connection);
            options.ReplaceService<Microsoft.EntityFrameworkCore.Migrations.IMigrationsSqlGenerator, SqliteTables>();
        }
    }
}
