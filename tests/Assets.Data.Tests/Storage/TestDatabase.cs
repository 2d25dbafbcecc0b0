using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Data.Tests.Storage;

/// <summary>A database of its own for one test, of either kind; empty until <see cref="Schema.Ensure"/>.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private TestDatabase(Engine engine) => Database = engine == Engine.Sqlite
        ? Database.At($"Data Source={folder["assets.db"]}", "/")
        : Database.At(PostgresServer.NewDatabase(), "/");

    public Database Database { get; }

    public List<string> Told { get; } = [];

    public string Folder => folder.Path;

    public static TestDatabase Empty(Engine engine) => new(engine);

    public static TestDatabase Made(Engine engine)
    {
        var made = new TestDatabase(engine);
        made.Ensure();
        return made;
    }

    public void Ensure() => Schema.Ensure(Database, Told.Add);

    public void Execute(string sql)
    {
        using var connection = Database.Open();
        connection.Execute(sql);
    }

    public void Dispose()
    {
        Database.CloseIdle();
        folder.Dispose();
    }
}
