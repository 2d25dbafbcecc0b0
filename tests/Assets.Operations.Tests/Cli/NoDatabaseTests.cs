using Assets.Data.Storage;
using Assets.Operations.Storage;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>Where the settings lead to no database, or to a place that cannot be written.</summary>
public sealed class NoDatabaseTests
{
    [Theory]
    [OnBoth]
    public async Task A_dry_run_on_an_empty_place_makes_the_schema_checks_the_file_and_writes_the_report(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var database = Nowhere(engine, folder);
        await File.WriteAllTextAsync(folder["suppliers.csv"], "supplier_code,name,org_number\nS1,Öst AB,\nS2,,\n", TestContext.Current.CancellationToken);

        var told = await CommandLine.RunAsync(database, folder.Path, "import", "suppliers", "suppliers.csv", "--dry-run", "--report", "report.csv");

        Assert.Equal((3, "2 read, 1 accepted, 1 rejected"), (told.ExitCode, told.Output.TrimEnd().Split('\n')[^1]));
        Assert.Contains($"Creating the database {database.Description}.", told.Messages, StringComparison.Ordinal);
        Assert.Contains($"It is new and empty: so says Assets__Database in the environment (ASSETS_ROOT is {folder.Path})", told.Messages, StringComparison.Ordinal);
        var report = await File.ReadAllLinesAsync(folder["report.csv"], TestContext.Current.CancellationToken);
        Assert.Equal("record,line,severity,code,field,message", report[0]);
        Assert.StartsWith("2,3,error,missing,name,", Assert.Single(report[1..]), StringComparison.Ordinal);
        using var connection = database.Open();
        Assert.Equal(0, connection.Number("select (select count(*) from suppliers) + (select count(*) from change_sets)"));
    }

    [Theory]
    [InlineData(0, "verify")]
    [InlineData(1, "charge", "2026-05")] // there is nobody to charge
    [InlineData(1, "close", "2026-05")]
    [InlineData(1, "export", "2026-05", "--out", "out")] // that month has not been charged
    [InlineData(1, "explain", "2026-05:C00000001:rent:01")]
    [InlineData(0, "export-register", "--as-of", "2026-05-31", "--out", "register.xlsx")]
    [InlineData(0, "backup", "a.backup")]
    [InlineData(0, "poll", "--once")]
    public async Task Any_verb_makes_a_missing_schema_and_says_so(int code, params string[] arguments)
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            using var folder = new TemporaryFolder();
            var database = Nowhere(engine, folder);

            var told = await CommandLine.RunAsync(database, folder.Path, arguments);
            var again = await CommandLine.RunAsync(database, folder.Path, "verify");

            Assert.True(code == told.ExitCode, $"{engine}: {told}");
            Assert.Contains("Creating the database", told.Messages, StringComparison.Ordinal);
            Assert.Equal(0, again.ExitCode);
            Assert.DoesNotContain("Creating the database", again.Messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_restore_to_where_nothing_can_be_written_says_so_in_words()
    {
        using var at = TestInstallation.On(Engine.Sqlite);
        Directory.CreateDirectory(at.Installation.KeyRingFolder);
        await File.WriteAllTextAsync(Path.Combine(at.Installation.KeyRingFolder, "key-1.xml"), "x", TestContext.Current.CancellationToken);
        var backup = Path.Combine(at.Folder, "a.backup");
        Assert.True(BackUp.Run(at.Installation, backup, "right", _ => { }).TryGet(out _, out _));
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["taken"], "a file where a folder is wanted", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["appsettings.json"], """{ "Assets": { "KeyRing": "taken/keys" } }""", TestContext.Current.CancellationToken);

        var told = await CommandLine.RunAsync(Database.At("Data Source=new.db", folder.Path), folder.Path, "restore", backup);

        Assert.Equal(1, told.ExitCode);
        Assert.DoesNotContain("a fault of the program", told.Messages, StringComparison.Ordinal);
        Assert.Contains("Check that the folder exists", told.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["new.db"]));
    }

    private static Database Nowhere(Engine engine, TemporaryFolder folder) =>
        Database.At(engine == Engine.Sqlite ? "Data Source=nowhere/never.db" : PostgresServer.NewDatabase(), folder.Path);
}
