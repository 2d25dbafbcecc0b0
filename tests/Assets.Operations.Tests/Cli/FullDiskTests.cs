using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Tests.Chargeback;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>Where no byte more fits: the verb says so and what to do, ends with 1, and what was before is as it was.</summary>
public sealed class FullDiskTests
{
    private const int Rows = 4_000;

    /// <summary>What SQLite writes beside a database that is only read, in bytes.</summary>
    private const int JournalIndex = 32 * 1024;

    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [InlineData("import", "assets", "assets.csv")]
    [InlineData("charge", "2026-03")]
    [InlineData("close", "2026-04")]
    public async Task A_database_whose_disk_is_full_is_left_as_it_was(params string[] arguments)
    {
        SmallDisk.SkipWhereNobodyMayMakeOne();
        using var town = WithFiles(Engine.Sqlite);
        Directory.CreateDirectory(town.Folder["before"]);
        town.Database.CopyTo(town.Folder["before/town.db"]);
        Database.At($"Data Source={town.Folder["before/town.db"]};Pooling=False", "/").Open().Dispose(); // so that the copy has its kind of journal already
        var size = new FileInfo(town.Folder["before/town.db"]).Length;

        var told = await SmallDisk.RunAsync(Database.At($"Data Source={town.Folder["disk/town.db"]}", "/"), town.Folder, size + JournalIndex + 8 * 1024, town.Folder["before"], town.Folder["after"], arguments);

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains($"The disk is full: {town.Folder["disk/town.db"]} cannot grow. Free some space and run the command again; nothing was changed.", told.Messages, StringComparison.Ordinal);
        Assert.Equal(Counts(town.Database), Counts(Database.At($"Data Source={town.Folder["after/town.db"]}", "/")));
    }

    [Theory]
    [InlineData("assets", "import", "assets", "assets.csv")]
    [InlineData("charges", "charge", "2026-03")]
    [InlineData("closed_months", "close", "2026-04")]
    public async Task A_server_whose_disk_is_full_says_so_and_the_next_run_does_it(string table, params string[] arguments)
    {
        using var town = WithFiles(Engine.Postgres);
        var before = Counts(town.Database);
        using (var connection = town.Database.Open())
        {
            // The error of a real full disk, at the end of what a statement writes.
            connection.Execute("create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file \"base/1/2\": No space left on device' using errcode = '53100'; end $$");
            connection.Execute($"create trigger full_disk after insert on {table} for each statement execute function full_disk()");
        }

        var told = await CommandLine.RunAsync(town.Database, town.Folder.Path, arguments);
        var after = Counts(town.Database);
        using (var connection = town.Database.Open()) connection.Execute($"drop trigger full_disk on {table}");
        var again = await CommandLine.RunAsync(town.Database, town.Folder.Path, arguments);

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains($"The disk of PostgreSQL at {town.Database.Description} is full. Free some space and run the command again; nothing was changed.", told.Messages, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.Equal(0, again.ExitCode);
        Assert.NotEqual(before, Counts(town.Database));
    }

    [Theory]
    [OnBoth]
    public async Task An_export_to_a_full_disk_leaves_no_half_file(Engine engine)
    {
        SmallDisk.SkipWhereNobodyMayMakeOne();
        using var town = WithFiles(engine);

        var told = await SmallDisk.RunAsync(town.Database, town.Folder, 32 * 1024, town.Folder["before"], town.Folder["after"], "export", "2026-04", "--format", "xlsx,csv", "--out", town.Folder["disk"]);

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains("there is room", told.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(town.Folder["after"]));
    }

    [Theory]
    [OnBoth]
    public async Task An_import_whose_report_cannot_be_written_brings_nothing_in(Engine engine)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here, the device that is always full");
        using var town = WithFiles(engine);
        var before = Counts(town.Database);

        var told = await CommandLine.RunAsync(town.Database, town.Folder.Path, "import", "assets", "assets.csv", "--report", "/dev/full");

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains("/dev/full", told.Messages, StringComparison.Ordinal);
        Assert.Contains("there is room", told.Messages, StringComparison.Ordinal);
        Assert.Equal(before, Counts(town.Database));
    }

    // March is to be charged, April to be closed; a file of assets waits to be imported.
    private static Town WithFiles(Engine engine)
    {
        var town = KilledVerbTests.WithManyLines(engine, Rows);
        Assert.True(ChargeMonth.Run(town.Installation, March.Next).IsDone);
        using (var connection = town.Database.Open())
        {
            var model = connection.Scalar("select code from models");
            File.WriteAllText(town.Folder["assets.csv"], Fleet.AssetHeader + string.Concat(Enumerable.Range(1, Rows).Select(i => $"NEW{i},NS{i},{model},2024-01-01,1.00,,,,,in_use,{new string('n', 100)}\n")));
        }
        return town;
    }

    private static string Counts(Database database)
    {
        using var connection = database.Open();
        return string.Join(' ', new[] { "assets", "history", "change_sets", "charges", "month_runs", "closed_months" }.Select(table => $"{table} {connection.Number($"select count(*) from {table}")}"));
    }
}
