using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Export.Workbooks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;

namespace Assets.Export.Tests.Workbooks;

public class MonthWorkbookTests
{
    [Theory]
    [InlineData(Language.Swedish, true, "month-sv-closed")]
    [InlineData(Language.English, false, "month-en-open")]
    public void The_parts_of_a_small_month_are_those_that_were_accepted(Language language, bool closed, string name)
    {
        using var book = Month(SmallMonth.Source(closed), language);
        string[] parts = ["worksheets/sheet1.xml", "worksheets/sheet2.xml", "worksheets/sheet3.xml", "worksheets/sheet4.xml", "worksheets/sheet5.xml", "worksheets/sheet6.xml", "sharedStrings.xml", "workbook.xml"];
        GoldenFile.Matches($"{name}.txt", string.Concat(parts.Select(part => $"== {part}\n{book.Part("xl/" + part)}")));
    }

    [Theory]
    [InlineData(Language.Swedish, true)]
    [InlineData(Language.English, false)]
    public void The_format_validator_finds_nothing(Language language, bool closed)
    {
        using var book = Month(SmallMonth.Source(closed), language);
        using var control = new WrittenWorkbook(stream => MonthWorkbook.WriteControl(stream, SmallMonth.Source(closed), MonthTally.Of(SmallMonth.Rows), language));
        foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2019 })
        {
            Assert.Empty(new OpenXmlValidator(version).Validate(book.Document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            Assert.Empty(new OpenXmlValidator(version).Validate(control.Document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public void Tabs_stand_in_the_order_that_people_read_them()
    {
        using var book = Month(SmallMonth.Source(), Language.Swedish);
        Assert.Equal(["Sammanställning", "Enhet och kostnadskod", "Alla debiteringar", "Rättelser", "Kontroll", "Anmärkningar"], book.Tabs);
    }

    [Theory]
    [InlineData(Language.Swedish, "Anmärkningar", "IT0000009 – Förlorad", "IT 10 – I lager", "1 rättelserad", "4 rättelserader")]
    [InlineData(Language.English, "Findings", "IT0000009 – Lost", "IT 10 – In stock", "1 correction row", "4 correction rows")]
    public void A_findings_detail_is_in_the_readers_words(Language language, string tab, params string[] said)
    {
        (string Code, string Detail)[] stored =
        [
            (FindingCodes.ContractOnRetiredAsset, "IT0000009 lost"), (FindingCodes.ContractOnRetiredAsset, "IT 10 in_stock"), (FindingCodes.ChangedLine, "1"), (FindingCodes.ChangedLine, "4"),
            (FindingCodes.ContractOnRetiredAsset, "=1+1"), (FindingCodes.ExpiredCode, "12003 lost"),
        ];
        using var book = Month(SmallMonth.Source() with { Findings = () => stored.Select(one => new StatementFinding(FindingCodes.Find(one.Code, "C1", one.Detail))) }, language);
        var cells = book.Cells(tab);
        Assert.Equal([.. said, "=1+1", "12003 lost"], Enumerable.Range(2, stored.Length).Select(row => book.Text(cells[$"D{row}"])));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        using var first = Month(SmallMonth.Source(), Language.Swedish);
        using var second = Month(SmallMonth.Source() with { AsOf = DateTimeOffset.UnixEpoch }, Language.Swedish);
        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public void An_open_month_says_on_each_sheet_that_it_is_preliminary()
    {
        using var open = Month(SmallMonth.Source(closed: false), Language.English);
        using var closed = Month(SmallMonth.Source(), Language.English);
        for (var sheet = 1; sheet <= 6; sheet++)
        {
            Assert.Contains("PRELIMINARY", open.Part($"xl/worksheets/sheet{sheet}.xml"), StringComparison.Ordinal);
            Assert.Contains("<tabColor", open.Part($"xl/worksheets/sheet{sheet}.xml"), StringComparison.Ordinal);
            Assert.DoesNotContain("PRELIMINARY", closed.Part($"xl/worksheets/sheet{sheet}.xml"), StringComparison.Ordinal);
        }
        Assert.All(open.Cells("All charges").Where(c => c.Key[0] == 'S' && c.Key != "S1"), cell => Assert.Equal("no, preliminary", open.Text(cell.Value)));
        Assert.Equal("PRELIMINARY – the month is not closed, amounts may change", open.Text(open.Cells("Summary")["A2"]));
        Assert.Equal("none until the month is closed", open.Text(open.Cells("Control")["B5"]));
        Assert.Equal(SmallMonth.Closing.Head, closed.Text(closed.Cells("Control")["B5"]));
    }

    [Theory]
    [InlineData(0, 0, "AGREES")]
    [InlineData(1, 0, "DIFFERS")]
    [InlineData(0, 1, "DIFFERS")]
    public void A_stored_sum_or_count_that_is_one_off_shows_on_summary_and_control(long ore, long rows, string verdict)
    {
        var stored = new StatementTotals(SmallMonth.Rows.Count + rows, SmallMonth.Sum(SmallMonth.Rows) + Money.FromOre(ore));
        using var book = Month(SmallMonth.Source(stored: stored), Language.English);
        Assert.Equal(verdict, book.Text(book.Cells("Summary")["F7"]));
        Assert.Equal(verdict, book.Text(book.Cells("Control")["B17"]));
        Assert.Equal(verdict == "AGREES", MonthTally.Of(SmallMonth.Rows).Agrees(stored));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 400)]
    [InlineData(4, 1000)]
    public void The_amounts_in_the_sheets_sum_to_those_that_went_in(int seed, int count)
    {
        var rows = SmallMonth.Random(seed, count);
        using var book = new WrittenWorkbook(stream => MonthWorkbook.Write(stream, SmallMonth.Source(rows: () => rows), Language.English, rowsPerSheet: 300));

        Money Sum(string tab, string column) => book.Cells(tab)
            .Where(c => c.Key.StartsWith(column, StringComparison.Ordinal) && c.Key != column + "1")
            .Aggregate(Money.Zero, (sum, cell) => sum + WrittenWorkbook.Amount(cell.Value));

        var sum = SmallMonth.Sum(rows);
        Assert.Equal(sum, book.Tabs.Where(t => t.StartsWith("All charges", StringComparison.Ordinal)).Aggregate(Money.Zero, (s, tab) => s + Sum(tab, "O")));
        Assert.Equal(SmallMonth.Sum(rows.Where(r => r.Charge.CorrectionOf is not null)), Sum("Corrections", "O"));
        Assert.Equal(sum, Sum("By unit and cost code", "J"));
        Assert.Equal(sum, WrittenWorkbook.Amount(book.Cells("Summary")["F5"]));
        Assert.Equal(Math.Max(1, (count + 299) / 300), book.Tabs.Count(t => t.StartsWith("All charges", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rows_that_change_between_the_two_readings_are_refused()
    {
        var readings = 0;
        IEnumerable<StatementRow> Changing() => ++readings == 1 ? SmallMonth.Rows : SmallMonth.Rows.Take(5);
        var source = SmallMonth.Source(stored: new StatementTotals(8, Money.Zero)) with { Rows = Changing };
        var refusal = Assert.Throws<InvalidOperationException>(() => MonthWorkbook.Write(Stream.Null, source, Language.English));
        Assert.Contains("2 corrections", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_stand_with_who_accepted_them_and_why_and_a_customers_file_has_none()
    {
        using var book = Month(SmallMonth.Source(), Language.Swedish);
        using var customers = Month(SmallMonth.Source() with { Findings = null }, Language.Swedish);
        var cells = book.Cells("Anmärkningar");

        Assert.Equal(
            ["Rad utan pris", "ja", "-C00000005", "2026-05-01", "godtagen", "karin.öberg", "=Gåva, ska inte kosta något"],
            new[] { "A2", "B2", "C2", "D2", "E2", "F2", "I2" }.Select(at => book.Text(cells[at])));
        Assert.Equal(["Inventarie i bruk utan avtal", "öppen"], new[] { "A3", "E3" }.Select(at => book.Text(cells[at])));
        Assert.DoesNotContain("Anmärkningar", customers.Tabs);
    }

    [Fact]
    public void A_customers_workbook_is_titled_with_its_name()
    {
        var rows = SmallMonth.Rows.Where(r => r.CustomerCode == "B06").ToList();
        using var book = Month(SmallMonth.Source(rows: () => rows) with { Customer = new StatementCustomer("B06", "Björkvik Bostäder AB 😀") }, Language.Swedish);
        Assert.Equal("Debiteringsunderlag 2026-05 – Björkvik Bostäder AB 😀 (B06)", book.Text(book.Cells("Sammanställning")["A1"]));
    }

    private static WrittenWorkbook Month(StatementSource source, Language language) => new(stream => MonthWorkbook.Write(stream, source, language));
}
