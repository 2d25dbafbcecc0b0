using System.Globalization;
using System.Text;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Workbooks;

public sealed class RegisterWorkbookTests
{
    private static readonly DateTimeOffset Created = new(2027, 1, 10, 8, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Each_kind_and_state_is_summed_by_a_formula_that_says_what_the_rows_say()
    {
        using var book = new WrittenWorkbook(stream => RegisterWorkbook.Write(stream, Source(Some), Language.Swedish));

        Assert.Equal(["Sammanställning", "Slag och tillstånd", "Kunder", "Register"], book.Tabs);
        var cells = book.Cells("Sammanställning");
        Assert.Equal("Inventarieregister 2026-12-31", book.Text(cells["A1"]));
        Assert.Equal("2027-01-08", book.Text(cells["B2"]));
        var computers = cells.Values.Single(cell => cell.CellReference!.Value!.StartsWith('A') && book.Text(cell) == "Dator").CellReference!.Value![1..];
        Assert.Equal($"SUMIF('Register'!$C$2:$C$5,A{computers},'Register'!$S$2:$S$5)", cells["D" + computers].CellFormula!.Text);
        Assert.Equal(("2", "21000.00", "17000.00", "357.50"), (cells["C" + computers].CellValue!.Text, cells["D" + computers].CellValue!.Text, cells["E" + computers].CellValue!.Text, cells["F" + computers].CellValue!.Text));
        Assert.All(cells.Values.Where(cell => book.Text(cell) is "STÄMMER" or "AVVIKER"), verdict => Assert.Equal("STÄMMER", book.Text(verdict)));
        Assert.Equal(["Skolan|1", "Ej uthyrt|3"], new[] { 2, 3 }.Select(row => $"{book.Text(book.Cells("Kunder")[$"B{row}"])}|{book.Cells("Kunder")[$"C{row}"].CellValue!.Text}"));
    }

    [Theory]
    [InlineData(RentTold.Payers, "Ej uthyrt", true)]
    [InlineData(RentTold.Part, "Ej uthyrt eller betalas av annan", false)]
    public void Rent_that_the_reader_is_not_told_of_is_an_empty_cell_and_never_a_sum_of_nothing(RentTold told, string noCustomer, bool tellsWhetherRented)
    {
        using var book = new WrittenWorkbook(stream => RegisterWorkbook.Write(stream, Source(Some, told), Language.Swedish));

        var summary = book.Cells("Sammanställning");
        Assert.All(summary.Where(cell => cell.Key[0] == 'F' && cell.Value.CellValue is not null), cell => Assert.Contains(book.Text(cell.Value), new[] { "Månadshyra", "STÄMMER" }));
        Assert.All(summary.Values, cell => Assert.DoesNotContain("$V$", cell.CellFormula?.Text ?? "", StringComparison.Ordinal)); // the column of the rent
        Assert.Equal("21000.00", summary["D" + summary.Values.Single(cell => cell.CellReference!.Value!.StartsWith('A') && book.Text(cell) == "Dator").CellReference!.Value![1..]].CellValue!.Text);
        var customers = book.Cells("Kunder");
        Assert.Equal(("Skolan", noCustomer), (book.Text(customers["B2"]), book.Text(customers["B3"])));
        Assert.False(customers.TryGetValue("G2", out var rent) && rent.CellValue is not null);
        Assert.Equal(tellsWhetherRented, customers.TryGetValue("F2", out var count) && count.CellValue is not null);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text_and_what_is_not_known_is_an_empty_cell()
    {
        using var book = new WrittenWorkbook(stream => RegisterWorkbook.Write(stream, Source(Some), Language.English));
        var cells = book.Cells("Register");
        using var csv = new MemoryStream();
        TableCsv.Write(csv, RegisterColumns.Of(Language.English), Some, Language.English, byteOrderMark: false);

        Assert.Equal("=1+1", book.Text(cells["B4"]));
        Assert.False(cells.ContainsKey("T4"));
        Assert.False(cells.ContainsKey("V4"));
        Assert.Contains("PC3,'=1+1,Peripheral,M-x,,Lost,,,,,,,,,,,,,0.00,,,,\r\n", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_program_reads_the_same_sums_over_several_sheets_and_finds_that_all_agree(bool recalculate)
    {
        Assert.SkipWhen(LibreOffice.Missing, "LibreOffice (Debian: libreoffice-calc-nogui) is not installed");
        var rows = Random(seed: 20261231, count: 450);
        var tally = new RegisterTally();
        foreach (var row in rows) tally.Add(row);

        var sheets = LibreOffice.Read(stream => RegisterWorkbook.Write(stream, Source(rows), Language.English, rowsPerSheet: 200), recalculate, asShown: false);

        var summary = sheets["Summary"];
        Assert.Equal(["AGREES", "AGREES", "AGREES", "AGREES"], summary.Where(line => line[0] == "Check").Select(line => line[5]));
        foreach (var (word, sum) in Enum.GetValues<AssetState>().Select(state => (RegisterWords.Of(Language.English).Of(state), tally.Of(state))))
        {
            var line = summary.Single(line => line[0] == word);
            Assert.Equal((word, sum.Assets, sum.Price, sum.BookValue, sum.MonthlyRent!.Value), (word, long.Parse(line[2], CultureInfo.InvariantCulture), Amount(line[3]), Amount(line[4]), Amount(line[5])));
        }
        var held = summary.Single(line => line[0].StartsWith("Of which still held", StringComparison.Ordinal));
        Assert.Equal(tally.Whole.BookValue - tally.Of(AssetState.Disposed).BookValue - tally.Of(AssetState.Lost).BookValue, Amount(held[4]));
        Assert.Equal(450, new[] { "Register", "Register 2", "Register 3" }.Sum(name => sheets[name].Length - 1));
    }

    private static readonly AssetThen[] Some =
    [
        Asset(1, "PC1", AssetKind.Pc, AssetState.InUse, 12_000m, 9_000m, new RentedThen("C1", "111", "Skolan 7–9", "110", "Skolan", "K111", Money.FromKronor(357.50m))),
        Asset(2, "PC2", AssetKind.Pc, AssetState.InStock, 9_000m, 8_000m, null),
        Asset(3, "PC3", AssetKind.Peripheral, AssetState.Lost, 0m, null, null) with { Serial = "=1+1" },
        Asset(4, "RT1", AssetKind.Router, AssetState.Disposed, 500m, 0m, null),
    ];

    private static AssetThen Asset(long id, string tag, AssetKind kind, AssetState state, decimal price, decimal? value, RentedThen? rented) => new(
        id, tag, null, "M-x", "", kind, state, null, null, null, null, null, null, null, Money.FromKronor(price), null, value is { } worth ? Money.FromKronor(worth) : null, rented);

    private static List<AssetThen> Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(id => Asset(
            id, $"IT{id:0000000}", (AssetKind)random.Next(13), (AssetState)random.Next(7), random.Next(3_000_000) / 100m, random.Next(4) == 0 ? null : random.Next(2_000_000) / 100m,
            random.Next(3) == 0 ? null : new RentedThen($"C{id}", "U", "Enhet", $"{random.Next(5)}", "Kund", null, random.Next(5) == 0 ? null : Money.FromOre(random.Next(50_000)))))];
    }

    private static RegisterSource Source(IReadOnlyList<AssetThen> rows, RentTold told = RentTold.Everything)
    {
        var tally = new RegisterTally(told);
        return new RegisterSource(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 8), Created, "0.1.0", tally.Counting(rows), tally);
    }

    private static Money Amount(string text) => Money.FromKronor(decimal.Parse(text, CultureInfo.InvariantCulture));
}
