using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Seed.Loading;

/// <summary>The SQLite file in which the demo grows, beside the one that it will be.</summary>
internal sealed class DemoFile
{
    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal", ".upgrade"];

    private DemoFile(string path) => Path = path;

    public string Path { get; }

    public static DemoFile Beside(string file) => new(file + ".demo");

    /// <summary>What an interrupted load left.</summary>
    public void Remove() => Remove(Path);

    /// <summary>False, with nothing changed, where somebody has the other database open.</summary>
    public bool TakePlaceOf(Database database)
    {
        var file = database.File!;
        if (!MayReplace(database)) return false;
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        using (var whole = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite)) whole.Flush(flushToDisk: true); // it never waited for the disk
        File.Move(Path, file, overwrite: true);
        Remove(); // what the schema's making left beside it
        return true;
    }

    /// <summary>False where somebody has the database open.</summary>
    public static bool MayReplace(Database database)
    {
        if (!File.Exists(database.File)) return true;
        using var connection = database.Open();
        try
        {
            // Only the last connection to a database can leave the write-ahead log.
            Ask(connection, "pragma busy_timeout=0");
            return Ask(connection, "pragma journal_mode=delete") == "delete";
        }
        catch (DbException e) when (e.Message.Contains("locked", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static string? Ask(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.CommandTimeout = 1; // the driver would try again for as long as it waits for writers
        return command.ExecuteScalar()?.ToString();
    }

    private static void Remove(string path)
    {
        foreach (var companion in Companions) File.Delete(path + companion);
    }
}
