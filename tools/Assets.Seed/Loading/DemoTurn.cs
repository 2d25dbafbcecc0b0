using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Seed.Loading;

/// <summary>The right to load the demo into one database, held by one program at a time and given up with its process.</summary>
internal sealed class DemoTurn : IDisposable
{
    private const long Lock = 0x44_454D_4F;
    private readonly FileStream? file;
    private readonly DbConnection? connection;

    private DemoTurn(FileStream? file, DbConnection? connection)
    {
        this.file = file;
        this.connection = connection;
    }

    /// <summary>None where another program has it.</summary>
    public static DemoTurn? Take(Database database)
    {
        if (database.File is { } path)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                return new DemoTurn(new FileStream(path + ".demo.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose), null);
            }
            catch (IOException) when (File.Exists(path + ".demo.lock"))
            {
                return null;
            }
        }
        var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"select pg_try_advisory_lock({Lock})");
        if (command.ExecuteScalar() is true) return new DemoTurn(null, connection);
        connection.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (connection is not null)
        {
            // The connection goes back to its pool and would take the lock along.
            using var command = connection.CreateCommand();
            command.CommandText = "select pg_advisory_unlock_all()";
            command.ExecuteNonQuery();
            connection.Dispose();
        }
        file?.Dispose();
    }
}
