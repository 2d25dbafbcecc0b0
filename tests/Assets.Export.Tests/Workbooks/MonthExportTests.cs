using System.IO.Compression;
using Assets.Export.Workbooks;
using Assets.Support;

namespace Assets.Export.Tests.Workbooks;

public sealed class MonthExportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_month_becomes_a_file_for_all_one_for_each_customer_and_a_control_file()
    {
        var everyone = SmallMonth.Source();
        var tally = MonthExport.WriteWorkbook(folder.Path, everyone, Language.Swedish);
        MonthExport.WriteCsv(folder.Path, everyone, Language.Swedish);
        MonthExport.WriteControl(folder.Path, everyone, tally, Language.Swedish);
        foreach (var customer in tally.Customers)
        {
            var rows = SmallMonth.Rows.Where(r => r.CustomerCode == customer.Code).ToList();
            var source = SmallMonth.Source(rows: () => rows) with { Customer = new StatementCustomer(customer.Code, customer.Name) };
            Assert.Equal(customer.Sums.Net, MonthExport.WriteWorkbook(folder.Path, source, Language.Swedish).Total.Net);
        }
        Assert.Equal(
            ["2026-05-200-14.xlsx", "2026-05-B06.xlsx", "2026-05-all.csv", "2026-05-all.xlsx", "2026-05-control.xlsx"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_that_fail_half_way_leave_no_file()
    {
        var source = SmallMonth.Source() with
        {
            Rows = () => SmallMonth.Rows.Select((row, i) => i < 5 ? row : throw new InvalidDataException("row 6 cannot be read")),
        };
        Assert.Throws<InvalidDataException>(() => MonthExport.WriteWorkbook(folder.Path, source, Language.English));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_control_file_holds_the_control_sheet_and_the_findings()
    {
        MonthExport.WriteControl(folder.Path, SmallMonth.Source(), MonthTally.Of(SmallMonth.Rows), Language.English);
        using var archive = ZipFile.OpenRead(Path.Combine(folder.Path, "2026-05-control.xlsx"));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("<v>12346230.78</v>", sheet.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(2, archive.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }
}
