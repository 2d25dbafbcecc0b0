using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Export.Workbooks;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class ExportMonthTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Each_customer_gets_its_own_rows_and_all_of_them_together_are_the_month(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 1m);
        town.AddLine("L2", "PC2", "111", new DateOnly(2026, 1, 1), null, 2m);
        town.AddLine("L3", "PC3", "111", new DateOnly(2026, 1, 1), null, 4m);
        CloseMonth.Run(town.Installation, March);
        town.AddLine("L3", "PC3", "121", new DateOnly(2026, 1, 1), null, 4m);
        CloseMonth.Run(town.Installation, March.Next);

        var exported = ExportMonth.Run(town.Installation, March.Next, MonthFormats.Workbook | MonthFormats.Csv, town.Folder["files"], Language.English).Value;

        Assert.Equal((5, "7.00", false), ((int)exported.Totals.Rows, exported.Totals.Net.ToString(), exported.Stale));
        Assert.Equal(
            ["2026-04-110.csv", "2026-04-110.xlsx", "2026-04-120.csv", "2026-04-120.xlsx", "2026-04-200.csv", "2026-04-200.xlsx", "2026-04-all.csv", "2026-04-all.xlsx", "2026-04-control.xlsx"],
            exported.Files.Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        var parts = new[] { "110", "120", "200" }.SelectMany(code => File.ReadLines(town.Folder[$"files/2026-04-{code}.csv"]).Skip(1));
        Assert.Equal(File.ReadLines(town.Folder["files/2026-04-all.csv"]).Skip(1), parts);
    }

    [Theory]
    [OnBoth]
    public void A_month_that_was_never_charged_is_refused_and_one_whose_facts_have_changed_is_called_stale(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("L1", "PC1", "201", new DateOnly(2026, 1, 1), null, 1m);

        Assert.Equal(MonthRefusals.NotCharged, ExportMonth.Run(town.Installation, March, MonthFormats.Csv, town.Folder["a"], Language.English).Refusal!.Code);
        Assert.False(Directory.Exists(town.Folder["a"]));
        ChargeMonth.Run(town.Installation, March);
        town.Touch();

        Assert.True(ExportMonth.Run(town.Installation, March, MonthFormats.Csv, town.Folder["a"], Language.English).Value.Stale);
    }
}
