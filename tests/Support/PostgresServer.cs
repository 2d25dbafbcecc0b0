using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Assets.Support;

/// <summary>
/// A real PostgreSQL for this test process: started by the first test that asks, on a free loopback port, in a folder of its own and
/// without waiting for the disk; gone with the process, however that ends. Where PostgreSQL is not installed the test is skipped.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<string> Administration = new(Start);
    private static readonly ConcurrentDictionary<string, Lazy<string>> Templates = new(StringComparer.Ordinal);
    private static int databases;

    /// <summary>The connection string of a fresh, empty database.</summary>
    public static string NewDatabase() => Create(from: null);

    /// <summary>
    /// The connection string of a fresh copy of a template, which <paramref name="prepare"/> fills once in the process: copying a
    /// migrated database takes some 50 ms, migrating it again seconds.
    /// </summary>
    public static string NewDatabase(string template, Action<string> prepare) => Create(Templates.GetOrAdd(template, _ => new Lazy<string>(() =>
    {
        var connection = NewDatabase();
        prepare(connection);
        NpgsqlConnection.ClearAllPools(); // a template with a connection open cannot be copied
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    })).Value);

    private static string Create(string? from)
    {
        Assert.SkipWhen(PostgresPrograms.Find() is null, "PostgreSQL is not installed (on Debian: apt-get install postgresql)");
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        Execute(from is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {from}");
        return new NpgsqlConnectionStringBuilder(Administration.Value) { Database = name }.ConnectionString;
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Administration.Value);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    // The shell waits on a pipe that only this process holds. However this process ends, kill -9 included, the pipe closes, and the
    // shell stops the server at once (SIGQUIT: nothing is worth saving) and removes the folder. PostgreSQL refuses to run as root.
    private const string Guard = """
        set -u
        initdb=$1; postgres=$2; folder=$3; port=$4
        as=
        mkdir -m 700 "$folder" || exit 1
        if [ "$(id -u)" = 0 ]; then
          user=postgres; id "$user" >/dev/null 2>&1 || user=nobody
          chown -R "$user" "$folder"; as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
        fi
        cd "$folder" && export LC_ALL=C.UTF-8
        trap '' INT TERM
        {
          $as "$initdb" -D "$folder/data" -U assets -A trust -E UTF8 --locale=C.UTF-8 --no-sync && [ ! -e "$folder/stop" ] &&
          exec $as "$postgres" -D "$folder/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 \
            -c max_connections=400 -c autovacuum=off
        } >"$folder/log" 2>&1 </dev/null &
        server=$!
        cat >/dev/null
        : >"$folder/stop"
        while kill -QUIT "$server" 2>/dev/null; do sleep 0.05; done
        rm -rf "$folder"
        """;

    private static string Start()
    {
        var programs = PostgresPrograms.Find() ?? throw new InvalidOperationException("PostgreSQL is not installed.");
        var port = FreePort();
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"assets-postgres-{Environment.ProcessId}-{port}"));
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Guard, "sh", programs.Initdb, programs.Postgres, folder, port.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        var guard = Process.Start(start) ?? throw new InvalidOperationException("The shell that guards PostgreSQL did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            guard.StandardInput.Close();
            guard.WaitForExit(TimeSpan.FromSeconds(5)); // usually it is gone by then; the test runner takes 10 s of silence here for a hung thread and fails
        };
        var connection = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "assets", Database = "postgres", MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 };
        WaitUntilReady(connection.ConnectionString, Path.Combine(folder, "log"));
        return connection.ConnectionString;
    }

    private static void WaitUntilReady(string connectionString, string log)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection(connectionString);
                connection.Open();
                return;
            }
            catch (NpgsqlException refused) // not up yet
            {
                if (patience.Elapsed > TimeSpan.FromSeconds(60))
                    throw new InvalidOperationException($"PostgreSQL did not start: {(File.Exists(log) ? File.ReadAllText(log) : "no log")}", refused);
                Thread.Sleep(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
