using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Workbooks;

public class SecondReaderTests
{
    private const string WhySkipped = "LibreOffice (Debian: libreoffice-calc-nogui) is not installed";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_program_reads_the_same_sums_to_the_ore_calculated_or_stored(bool recalculate)
    {
        Assert.SkipWhen(LibreOffice.Missing, WhySkipped);
        const int rowsPerSheet = 200;
        var rows = SmallMonth.Random(seed: 20260531, count: 500);
        var tally = MonthTally.Of(rows);
        var sheets = LibreOffice.Read(
            stream => MonthWorkbook.Write(stream, SmallMonth.Source(rows: () => rows), Language.English, rowsPerSheet), recalculate, asShown: false);

        string[] charges = ["All charges", "All charges 2", "All charges 3"];
        Assert.Equal(tally.Total.Net, Sum(charges.SelectMany(name => sheets[name].Skip(1)), 14));
        Assert.Equal(500, charges.Sum(name => sheets[name].Length - 1));
        Assert.Equal(tally.Total.Corrections, Sum(sheets["Corrections"].Skip(1), 14));
        Assert.Equal(tally.Total.Net, Sum(sheets["By unit and cost code"].Skip(1), 9));

        var summary = sheets["Summary"];
        Assert.Equal(tally.Total.Net, Amount(summary[4][5]));
        Assert.Equal("500", summary[4][2]);
        var customers = summary.Skip(10).TakeWhile(line => line[0] != "Total").ToList();
        Assert.Equal(tally.Customers.Select(c => (c.Code, c.Sums.Rows, c.Sums.Charges, c.Sums.Corrections, c.Sums.Net)), customers.Select(line =>
            (line[0], long.Parse(line[2], CultureInfo.InvariantCulture), Amount(line[3]), Amount(line[4]), Amount(line[5]))));
        var components = summary.SkipWhile(line => line[0] != "Component").Skip(1).TakeWhile(line => line[0] != "Total").ToList();
        Assert.Equal(["Capital", "Hyra", "larm", "Rent", "Support"], components.Select(line => line[0]));
        Assert.Equal(tally.Total.Net, Sum(components, 5));
        Assert.Equal(["AGREES", "AGREES", "AGREES"], summary.Where(line => line[0] == "Check").Select(line => line[5]));
        Assert.Equal(tally.Total.Net, Amount(sheets["Control"].Single(line => line[0] == "Net")[1]));
    }

    [Fact]
    public void A_changed_amount_turns_the_checks_when_the_reader_calculates()
    {
        Assert.SkipWhen(LibreOffice.Missing, WhySkipped);
        var stored = new StatementTotals(8, SmallMonth.Sum(SmallMonth.Rows) + Money.FromOre(1));
        var sheets = LibreOffice.Read(stream => MonthWorkbook.Write(stream, SmallMonth.Source(stored: stored), Language.English), recalculate: true, asShown: false);
        Assert.Equal(["DIFFERS", "AGREES", "AGREES"], sheets["Summary"].Where(line => line[0] == "Check").Select(line => line[5]));
        Assert.Equal("DIFFERS", sheets["Control"].Single(line => line[0] == "Check")[1]);
    }

    [Fact]
    public void Codes_that_a_condition_would_misread_are_summed_apart()
    {
        Assert.SkipWhen(LibreOffice.Missing, WhySkipped);
        string[] codes = ["100", "0100", "1*", "1", ">0", "=1", "<>", "1?0", "å", "~1"];
        StatementRow[] rows = [.. codes.Select((code, i) => SmallMonth.Row(code, "Kund", code + "-1", "Enhet", "1", "Drift", $"C{i}", null, code, 1, 31, 1L << i))];
        var sheets = LibreOffice.Read(stream => MonthWorkbook.Write(stream, SmallMonth.Source(rows: () => rows), Language.English), recalculate: true, asShown: false);
        var sums = sheets["Summary"].Skip(10).TakeWhile(line => line[0] != "Total").ToDictionary(line => line[0], line => Amount(line[5]));
        var components = sheets["Summary"].SkipWhile(line => line[0] != "Component").Skip(1).TakeWhile(line => line[0] != "Total").ToDictionary(line => line[0], line => Amount(line[5]));
        Assert.Equal(codes.Select((code, i) => (code, Money.FromOre(1L << i))).Order(), sums.Select(s => (s.Key, s.Value)).Order());
        Assert.Equal(sums, components);
    }

    [Fact]
    public void Dates_months_amounts_and_texts_are_shown_as_a_person_expects_them()
    {
        Assert.SkipWhen(LibreOffice.Missing, WhySkipped);
        var sheets = LibreOffice.Read(stream => MonthWorkbook.Write(stream, SmallMonth.Source(), Language.Swedish), recalculate: true, asShown: true);
        var charges = sheets["Alla debiteringar"];
        Assert.Equal(
            ["200-14", "Socialförvaltningen", "200-14-004", "Äldreboende \"Gläntan\" & Co <1>", "012", "Kök; städ", "C00000004", "IT0000004", "pc, Dell, Latitude 5440", "Hyra",
                "2026-03-10", "2026-03-31", "22", "1", "-186.29", "2026-03", "tidigare rad, vänd", "2026-05", "ja", "2026-05:C00000004:rent:10:2026-03:old"],
            charges[5]);
        Assert.Equal(["B06", "Björkvik Bostäder AB 𝄞 😀", "B06-002", "=1+1", "+4613991", "@SUM(A1:A9)", "-C00000005", "=cmd|' /C calc'!A0"], charges[7][..8]);
        Assert.Equal("rad ett\nrad två", charges[8][3]);
        Assert.Equal("\tindrag", charges[8][5]);
        Assert.Equal("_x0041_", charges[8][7]);
        Assert.Equal(("1,250", "12,345,678.90"), (charges[8][13], charges[8][14]));
        Assert.Equal(SmallMonth.Closing.Head, sheets["Kontroll"].Single(line => line[0] == "Månadskedjans sista värde")[1]);
    }

    private static Money Sum(IEnumerable<string[]> lines, int column) => lines.Aggregate(Money.Zero, (sum, line) => sum + Amount(line[column]));

    // A calculated sum is a binary fraction; to the öre is as exact as such a reader can be.
    private static Money Amount(string field) => Rounding.ToOre(decimal.Parse(field, NumberStyles.Float, CultureInfo.InvariantCulture));
}
