using System.Diagnostics;
using Npgsql;

namespace Assets.Data.Storage;

public sealed partial class Database
{
    /// <summary>Writes a copy as of one moment while others read and write: a SQLite file, or a dump that pg_restore takes.</summary>
    /// <exception cref="DatabaseRefusedException">PostgreSQL's pg_dump is missing or fails.</exception>
    public void CopyTo(string file)
    {
        if (Engine == Engine.Sqlite)
        {
            using var connection = Open();
            connection.Execute("vacuum into @p0", file);
            return;
        }
        var address = new NpgsqlConnectionStringBuilder(ConnectionString);
        var start = new ProcessStartInfo("pg_dump", ["--format=custom", "--file", file, "--host", address.Host!, "--port", $"{address.Port}", "--username", address.Username!, address.Database!]);
        if (address.Password is { } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0) throw new DatabaseRefusedException($"pg_dump could not copy {Description} (exit code {process.ExitCode}); nothing else was done.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DatabaseRefusedException($"To copy {Description}, pg_dump is needed and is not installed here. Install the PostgreSQL client programs; nothing was changed.", e);
        }
    }
}
