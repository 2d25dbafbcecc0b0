using Assets.Data.Storage;
using Assets.Operations;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assets.Support;

/// <summary>An empty installation of its own for one test, on a real database of either kind, with a clock that the test sets.</summary>
internal sealed class TestInstallation : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private TestInstallation(Database database, IReadOnlyDictionary<string, string?> settings)
    {
        Schema.Ensure(database, _ => { });
        Installation = new Installation(
            database, folder["keys"], null, Clock, "tester", new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    public SettableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public Installation Installation { get; }

    public Database Database => Installation.Database;

    /// <summary>A folder for the test's files.</summary>
    public string Folder => folder.Path;

    public static TestInstallation On(Engine engine, params (string Setting, string? Value)[] settings)
    {
        var values = settings.ToDictionary(s => s.Setting, s => s.Value);
        if (engine == Engine.Sqlite) return new TestInstallation(Database.At($"Data Source={Path.GetTempPath()}assets-{Guid.NewGuid():N}/assets.db", "/"), values);
        var connection = PostgresServer.NewDatabase("migrated", fresh => Schema.Ensure(Database.At(fresh, "/"), _ => { }));
        return new TestInstallation(Database.At(connection, "/"), values);
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(folder[name], text);
        return folder[name];
    }

    public void Dispose()
    {
        Database.CloseIdle();
        if (Database.File is { } file) Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        folder.Dispose();
    }
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
