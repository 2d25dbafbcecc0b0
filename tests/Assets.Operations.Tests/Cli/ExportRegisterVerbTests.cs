using System.Text.Json;
using Assets.Data.Storage;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

public sealed class ExportRegisterVerbTests
{
    [Theory]
    [OnBoth]
    public async Task The_register_of_a_day_is_written_and_its_sums_are_told(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + "PC1,S1,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nPC2,S2,PC,2026-05-01,9000.00,S1,,L1,,in_stock,\n");
        at.Import("contracts", Fleet.ContractHeader + "C1,PC1,U1,K1,2026-03-10,,262.50\n");

        var book = await CommandLine.RunAsync(at.Database, at.Folder, "export-register", "--as-of", "2026-12-31", "--out", "year/register.xlsx");
        var csv = await CommandLine.RunAsync(at.Database, at.Folder, "export-register", "--as-of", "2026-04-10", "--believed", "2026-12-31", "--format", "csv", "--out", "register.csv", "--language", "en", "--json");
        var before = await CommandLine.RunAsync(at.Database, at.Folder, "export-register", "--as-of", "2026-04-10", "--format", "csv", "--out", "empty.csv");

        // 187.50 a month: 9 months and 21 of 31 days since the first day of rent, 7 months and 30 of 31 days since the purchase.
        Assert.Equal((0, "2 assets, bought for 18000.00, book value 14691.53, rent 262.50 a month"), (book.ExitCode, book.Output.TrimEnd().Split('\n')[^1]));
        Assert.Equal((byte)'P', (await File.ReadAllBytesAsync(Path.Combine(at.Folder, "year", "register.xlsx"), TestContext.Current.CancellationToken))[0]);
        var told = JsonDocument.Parse(csv.Output).RootElement;
        Assert.Equal((0, "2026-04-10", "2026-12-31", 1), (csv.ExitCode, told.GetProperty("as_of").GetString(), told.GetProperty("believed").GetString(), told.GetProperty("assets").GetInt32()));
        var lines = await File.ReadAllLinesAsync(Path.Combine(at.Folder, "register.csv"), TestContext.Current.CancellationToken);
        Assert.StartsWith("Asset tag,Serial,Kind,", lines[0], StringComparison.Ordinal);
        Assert.Equal("PC1,S1,Computer,PC,Dell Latitude 5440,In stock,L1,Almbyvägen 65,,,,,M-1,Skolan,U1,Enhet 1,K1,2026-01-01,9000.00,8812.50,C1,262.50,", lines[1]);
        Assert.Equal(0, before.ExitCode); // nothing was known in April
        Assert.Single(await File.ReadAllLinesAsync(Path.Combine(at.Folder, "empty.csv"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [OnBoth("--as-of", "31/3 2026", "--out", "a.xlsx")]
    [OnBoth("--as-of", "2026-03-31", "--believed", "2026-02-30", "--out", "a.xlsx")]
    [OnBoth("--as-of", "2026-03-31", "--format", "pdf", "--out", "a.pdf")]
    [OnBoth("--out", "a.xlsx")]
    public async Task A_day_that_is_none_is_wrong_usage(Engine engine, params string[] arguments)
    {
        using var at = TestInstallation.On(engine);

        var told = await CommandLine.RunAsync(at.Database, at.Folder, ["export-register", .. arguments]);

        Assert.Equal(2, told.ExitCode);
        Assert.Empty(Directory.GetFiles(at.Folder, "a.*"));
    }
}
