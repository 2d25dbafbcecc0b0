using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assets.Data.Storage;

public sealed partial class Database
{
    /// <summary>A fault of the database, in words that say what to do; none for a fault that is ours.</summary>
    public string? Explain(Exception fault)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            if (e is DatabaseRefusedException refused) return refused.Message;
            if (e is SqliteException sqlite && ExplainSqlite(sqlite) is { } message) return message;
            if (e is PostgresException postgres) return ExplainPostgres(postgres);
            if (e is NpgsqlException unreachable) return $"PostgreSQL at {Description} does not answer ({unreachable.InnerException?.Message ?? unreachable.Message}). Check that it runs, the host and port in Assets:Database, and the firewall.";
            if (e is UnauthorizedAccessException && File is not null) return $"The folder of the database {File} cannot be written. Give this account the right to write there, or name another file in Assets:Database.";
        }
        return null;
    }

    // SQLite's result codes: https://www.sqlite.org/rescode.html
    private string? ExplainSqlite(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => $"The database {File} is locked by another program that has been writing for over {WaitSeconds} seconds. Let it finish, or end it, and run the command again: nothing was changed.",
        8 => $"The database {File} is read-only. Give this account the right to write the file and its folder.",
        10 => $"The disk failed while the database {File} was read or written ({e.Message}). Check the disk; nothing was changed by this command.",
        11 => $"The database {File} is damaged. Restore the latest backup; keep the damaged file for study.",
        13 => $"The disk is full: {File} cannot grow. Free some space and run the command again; nothing was changed.",
        14 => $"The database {File} cannot be opened. Check that the folder exists and that this account may write in it.",
        26 => $"The file {File} is not a SQLite database. Name the right file in Assets:Database.",
        _ => null,
    };

    private string? ExplainPostgres(PostgresException e) => e.SqlState switch
    {
        "28P01" or "28000" => $"PostgreSQL at {Description} refuses the user name or password. Correct Assets:Database.",
        "3D000" => $"PostgreSQL has no database of that name ({Description}). Create it, or correct Assets:Database.",
        "42501" => $"The database user lacks a right in {Description}: {e.MessageText}. Let it own the database.",
        "53100" => $"The disk of PostgreSQL at {Description} is full. Free some space and run the command again; nothing was changed.",
        "53300" => $"PostgreSQL at {Description} has no free connection. Raise max_connections or end idle programs.",
        "55P03" => $"The database {Description} is locked by another program. Let it finish and run the command again: nothing was changed.",
        _ => null,
    };
}
