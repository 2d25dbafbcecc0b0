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
        if (File.Exists(file) && !IsAlone(database)) return false;
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(Path, file, overwrite: true);
        Remove(); // what the schema's making left beside it
        return true;
    }

    // Only the last connection to a database can leave the write-ahead log.
    private static bool IsAlone(Database database)
    {
        using var connection = database.Open();
        try
        {
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
        return command.ExecuteScalar()?.ToString();
    }

    private static void Remove(string path)
    {
        foreach (var companion in Companions) File.Delete(path + companion);
    }
}
