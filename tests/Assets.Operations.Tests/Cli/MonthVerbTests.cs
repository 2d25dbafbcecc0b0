using System.Text.Json;
using Assets.Data.Storage;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

public sealed class MonthVerbTests
{
    [Theory]
    [OnBoth]
    public async Task A_month_goes_from_charge_to_close_to_files_to_verify(Engine engine)
    {
        using var town = WithOneLine(engine);
        var folder = town.Folder.Path;

        var charge = await CommandLine.RunAsync(town.Database, folder, "charge", "2026-03", "--csv", "march.csv");
        var close = await CommandLine.RunAsync(town.Database, folder, "close", "2026-03");
        var again = await CommandLine.RunAsync(town.Database, folder, "close", "2026-03");
        var export = await CommandLine.RunAsync(town.Database, folder, "export", "2026-03", "--format", "xlsx,csv", "--out", "files");
        var explain = await CommandLine.RunAsync(town.Database, folder, "explain", "2026-03:L1:rent:10");
        var head = town.Rows("select head from closed_months")[0];
        var verify = await CommandLine.RunAsync(town.Database, folder, "verify", "--head", head);
        var strange = await CommandLine.RunAsync(town.Database, folder, "verify", "--head", new string('a', 64));

        Assert.Equal((0, "2026-03: 1 charges, total 186.29"), (charge.ExitCode, charge.Output.TrimEnd()));
        Assert.Equal(
            ["charge,period,contract_line,asset_tag,unit_code,cost_code,component,from,to,days,quantity,amount,correction_of", "2026-03:L1:rent:10,2026-03,L1,PC1,111,C111,rent,2026-03-10,2026-03-31,22,1,186.29,"],
            File.ReadAllLines(town.Folder["march.csv"]));
        Assert.Equal((0, $"2026-03 closed: 1 charges, total 186.29, head {head}"), (close.ExitCode, close.Output.TrimEnd()));
        Assert.Equal(1, again.ExitCode);
        Assert.StartsWith("2026-03 was closed by ", again.Messages, StringComparison.Ordinal);
        Assert.Equal(0, export.ExitCode);
        Assert.Equal(
            ["2026-03-110.csv", "2026-03-110.xlsx", "2026-03-all.csv", "2026-03-all.xlsx", "2026-03-control.xlsx"],
            Directory.GetFiles(town.Folder["files"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("amount: 262.50 − 76.21 = 186.29", explain.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"2026-03 holds {head}"), (verify.ExitCode, verify.Output.Split('\n')[0].TrimEnd()));
        Assert.Contains("that of 2026-03", verify.Output, StringComparison.Ordinal);
        Assert.Equal(1, strange.ExitCode);
    }

    [Theory]
    [OnBoth]
    public async Task Open_findings_of_severity_stop_give_three_and_refuse_the_close_until_accepted(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 0m);

        var charge = await CommandLine.RunAsync(town.Database, town.Folder.Path, "charge", "2026-03", "--json");
        var refused = await CommandLine.RunAsync(town.Database, town.Folder.Path, "close", "2026-03");
        var accepted = await CommandLine.RunAsync(town.Database, town.Folder.Path, "close", "2026-03", "--accept", "lent for a trial");

        Assert.Equal(3, charge.ExitCode);
        var finding = JsonDocument.Parse(charge.Output).RootElement.GetProperty("findings")[0];
        Assert.Equal(("unpriced_line", "stop", 1), (finding.GetProperty("code").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("open").GetInt32()));
        Assert.Equal(3, refused.ExitCode);
        Assert.DoesNotContain("Rated", charge.Messages, StringComparison.Ordinal); // a moment's work needs no progress
        Assert.Contains("unpriced_line 1", refused.Messages, StringComparison.Ordinal);
        Assert.Equal(0, accepted.ExitCode);
    }

    [Theory]
    [OnBoth("no verb", new string[0])]
    [OnBoth("an unknown verb", new[] { "invoice" })]
    [OnBoth("no month", new[] { "charge" })]
    [OnBoth("what is no month", new[] { "close", "2026-13" })]
    [OnBoth("a format of a later version", new[] { "export", "2026-03", "--format", "xlsx,sie", "--out", "x" })]
    [OnBoth("no folder", new[] { "export", "2026-03" })]
    [OnBoth("an unknown option", new[] { "verify", "--hed", "x" })]
    public async Task Wrong_usage_gives_two_and_touches_nothing(Engine engine, string what, string[] arguments)
    {
        using var town = new Town(engine);

        var result = await CommandLine.RunAsync(town.Database, town.Folder.Path, arguments);

        Assert.True(result.ExitCode == 2, $"{what}: {result}");
        Assert.NotEmpty(result.Messages);
        Assert.Empty(result.Output);
    }

    [Theory]
    [OnBoth]
    public async Task What_is_not_there_is_said_in_words_and_gives_one(Engine engine)
    {
        using var town = WithOneLine(engine);
        var folder = town.Folder.Path;

        var export = await CommandLine.RunAsync(town.Database, folder, "export", "2026-03", "--out", "x");
        var explain = await CommandLine.RunAsync(town.Database, folder, "explain", "2026-03:L9:rent:01");
        var database = await CommandLine.RunAsync(Database.At("Host=127.0.0.1;Port=1;Database=none;Username=nobody", folder), folder, "charge", "2026-03");

        Assert.Equal((1, 1, 1), (export.ExitCode, explain.ExitCode, database.ExitCode));
        Assert.Contains("has not been charged", export.Messages, StringComparison.Ordinal);
        Assert.Contains("no charge 2026-03:L9:rent:01", explain.Messages, StringComparison.Ordinal);
        Assert.Contains("Assets:Database", database.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", database.Messages, StringComparison.Ordinal);
    }

    private static Town WithOneLine(Engine engine)
    {
        var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 3, 10), null, 262.50m);
        return town;
    }
}
