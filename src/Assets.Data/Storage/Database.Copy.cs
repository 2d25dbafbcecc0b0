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
        Run("pg_dump", ["--format=custom", "--file", file, "--dbname", Name], "copy");
    }

    /// <summary>Whether nothing at all is in a PostgreSQL database yet.</summary>
    public bool HoldsNothing()
    {
        using var connection = Open();
        return connection.Number("select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = current_schema()") == 0;
    }

    /// <summary>Fills an empty PostgreSQL database from a dump that <see cref="CopyTo"/> wrote: all of it or nothing.</summary>
    /// <exception cref="DatabaseRefusedException">PostgreSQL's pg_restore is missing or fails.</exception>
    public void FillFrom(string dump) => Run("pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", Name, dump], "restore");

    private string Name => new NpgsqlConnectionStringBuilder(ConnectionString).Database!;

    private void Run(string program, IReadOnlyList<string> arguments, string what)
    {
        var address = new NpgsqlConnectionStringBuilder(ConnectionString);
        var start = new ProcessStartInfo(program, ["--host", address.Host!, "--port", $"{address.Port}", "--username", address.Username!, .. arguments]);
        if (address.Password is { } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0) throw new DatabaseRefusedException($"{program} could not {what} {Description} (exit code {process.ExitCode}); nothing else was done.");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DatabaseRefusedException($"To {what} {Description}, {program} is needed and is not installed here. Install the PostgreSQL client programs; nothing was changed.", e);
        }
    }
}
