using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Tests.Chargeback;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>The real process ended by force (SIGKILL) at several moments: the database is before or after, and the next run finishes the job.</summary>
public sealed class KilledVerbTests
{
    internal const int Lines = 30_000;
    private static readonly BillingMonth March = new(2026, 3);

    // From before the database is opened to after a quick machine is done; what matters is that no moment may do harm.
    private static readonly int[] Moments = [150, 300, 450, 600, 800, 1100, 1500];

    [Theory]
    [OnBoth]
    public async Task An_import_that_is_killed_has_brought_in_every_row_or_none(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var rows = Enumerable.Range(1, Lines).Select(i => $"T{i},S{i},PC,2024-01-01,1.00,,,,,in_use,\n");
        var file = at.Write("assets.csv", Fleet.AssetHeader + string.Concat(rows));
        Assert.True(await CommandLine.KillWhileItWritesAsync(at.Database, at.Folder, "import", "assets", file));
        Assert.Contains(Counts(at), (string[])["0|0", $"{Lines}|{Lines}"]);
        foreach (var moment in Moments)
        {
            await CommandLine.KillAfterAsync(at.Database, at.Folder, TimeSpan.FromMilliseconds(moment), "import", "assets", file);
            Assert.Contains(Counts(at), (string[])["0|0", $"{Lines}|{Lines}"]);
        }

        var finished = await CommandLine.RunAsync(at.Database, at.Folder, "import", "assets", file);

        Assert.Equal(0, finished.ExitCode);
        Assert.Equal($"{Lines}|{Lines}", Counts(at));
    }

    private static string Counts(TestInstallation at)
    {
        using var connection = at.Database.Open();
        return $"{connection.Number("select count(*) from assets")}|{connection.Number("select count(*) from history where subject = 1")}";
    }

    [Theory]
    [OnBoth]
    public async Task A_charge_that_is_killed_leaves_the_month_as_it_was(Engine engine)
    {
        using var town = WithManyLines(engine);
        Assert.True(await CommandLine.KillWhileItWritesAsync(town.Database, town.Folder.Path, "charge", "2026-03"));
        IsBeforeOrAfter("while it wrote");
        foreach (var moment in Moments)
        {
            await CommandLine.KillAfterAsync(town.Database, town.Folder.Path, TimeSpan.FromMilliseconds(moment), "charge", "2026-03");
            IsBeforeOrAfter($"after {moment} ms");
        }
        var charged = await CommandLine.RunAsync(town.Database, town.Folder.Path, "charge", "2026-03");
        Assert.Equal(0, charged.ExitCode);
        Assert.Equal([$"{Lines}|{Lines * 100_00L}"], town.Rows("select count(*), sum(amount) from charges"));

        void IsBeforeOrAfter(string killed)
        {
            var state = town.Rows("select (select count(*) from charges), (select count(*) from month_runs)")[0];
            Assert.True(state is "0|0" || state == $"{Lines}|1", $"killed {killed}: {state}");
            if (state != "0|0") town.Touch(); // the next one has something to replace
        }
    }

    [Theory]
    [OnBoth]
    public async Task A_close_that_is_killed_has_closed_the_month_or_not(Engine engine)
    {
        using var town = WithManyLines(engine);
        Assert.True(ChargeMonth.Run(town.Installation, March).IsDone);
        Assert.True(await CommandLine.KillWhileItWritesAsync(town.Database, town.Folder.Path, "close", "2026-03"));
        IsBeforeOrAfter("while it wrote");
        foreach (var moment in Moments)
        {
            await CommandLine.KillAfterAsync(town.Database, town.Folder.Path, TimeSpan.FromMilliseconds(moment), "close", "2026-03");
            IsBeforeOrAfter($"after {moment} ms");
        }
        await CommandLine.RunAsync(town.Database, town.Folder.Path, "close", "2026-03");
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
        Assert.Single(town.Rows("select month from closed_months"));

        void IsBeforeOrAfter(string killed)
        {
            var state = town.Rows("select (select count(*) from charges), (select count(*) from month_runs), (select count(*) from closed_months)")[0];
            Assert.True(state == $"{Lines}|1|0" || state == $"{Lines}|0|1", $"killed {killed}: {state}");
        }
    }

    [Theory]
    [OnBoth]
    public async Task An_export_that_is_killed_leaves_no_half_file_under_its_final_name(Engine engine)
    {
        using var town = WithManyLines(engine);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        var whole = ExportMonth.Run(town.Installation, March, MonthFormats.Workbook | MonthFormats.Csv, town.Folder["whole"], Export.Workbooks.Language.Swedish).Value;
        foreach (var moment in Moments)
        {
            await CommandLine.KillAfterAsync(town.Database, town.Folder.Path, TimeSpan.FromMilliseconds(moment), "export", "2026-03", "--format", "xlsx,csv", "--out", "files");
            foreach (var file in whole.Files)
            {
                var name = Path.Combine(town.Folder["files"], Path.GetFileName(file));
                if (File.Exists(name)) Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(name));
            }
        }
        var finished = await CommandLine.RunAsync(town.Database, town.Folder.Path, "export", "2026-03", "--format", "xlsx,csv", "--out", "files");
        Assert.Equal(0, finished.ExitCode);
        Assert.Empty(Directory.GetFiles(town.Folder["files"], "*.part"));
    }

    [Theory]
    [OnBoth]
    public async Task Of_two_processes_that_close_the_same_month_one_wins_and_the_other_says_so(Engine engine)
    {
        using var town = WithManyLines(engine);

        var both = await Task.WhenAll(
            CommandLine.RunAsync(town.Database, town.Folder.Path, "close", "2026-03"),
            CommandLine.RunAsync(town.Database, town.Folder.Path, "close", "2026-03"));

        Assert.Equal([0, 1], both.Select(result => result.ExitCode).Order());
        Assert.Contains("2026-03 was closed by", both.Single(result => result.ExitCode == 1).Messages, StringComparison.Ordinal);
        Assert.True(VerifyMonths.Run(town.Installation).Holds);
    }

    internal static Town WithManyLines(Engine engine, int lines = Lines)
    {
        var town = new Town(engine);
        var open = new Period(new DateOnly(2026, 1, 1), null);
        var price = new Price([new FlatComponent(Components.Rent, Money.FromKronor(100m))]);
        town.Put([.. Enumerable.Range(1, lines).Select(i => new LineSnapshot($"L{i:00000}", [new Segment(open, "111", "C111", null, "Arbetsplats", 1, price)], []))]);
        return town;
    }
}
