using System.Text;
using Assets.Core.Values;
using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Accounting;

public class CsvTests
{
    [Fact]
    public void Charges_for_another_program_are_written_as_accepted_with_their_keys_untouched()
    {
        var csv = Written(stream => ChargeCsv.Write(stream, SmallMonth.Rows.Select(r => r.Charge)));
        GoldenFile.Matches("charges.csv", csv);
        Assert.StartsWith("charge,period,contract_line,asset_tag,unit_code,cost_code,component,from,to,days,quantity,amount,correction_of\n", csv, StringComparison.Ordinal);
        Assert.Contains("2026-05:C00000004:rent:10:2026-03:old,2026-05,C00000004,IT0000004,200-14-004,012,rent,2026-03-10,2026-03-31,22,1,-186.29,2026-03\n", csv, StringComparison.Ordinal);
        Assert.Contains(",-C00000005,=cmd|' /C calc'!A0,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', csv);
    }

    [Theory]
    [InlineData(Language.Swedish, "statement-sv.csv")]
    [InlineData(Language.English, "statement-en.csv")]
    public void Charges_for_people_are_written_as_accepted(Language language, string name) =>
        GoldenFile.Matches(name, Written(stream => StatementCsv.Write(stream, SmallMonth.Source(), language)));

    [Fact]
    public void The_byte_order_mark_is_written_where_it_is_wanted()
    {
        Assert.StartsWith("\uFEFF", Written(stream => StatementCsv.Write(stream, SmallMonth.Source(), Language.Swedish)), StringComparison.Ordinal);
        Assert.StartsWith("Kund;", Written(stream => StatementCsv.Write(stream, SmallMonth.Source(), Language.Swedish, byteOrderMark: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-C1", "'-C1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\r=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("semi;colon", "\"semi;colon\"")]
    [InlineData("comma, =1", "\"comma, =1\"")]
    [InlineData("tab\tin", "\"tab\tin\"")]
    [InlineData("a \"quote\"", "\"a \"\"quote\"\"\"")]
    [InlineData("=\"x\"", "\"'=\"\"x\"\"\"")]
    [InlineData("two\r\nlines", "\"two\nlines\"")]
    [InlineData("nul\0", "nul␀")]
    [InlineData("turned\u202E", "turned[U+202E]")]
    [InlineData("Åsa 😀", "Åsa 😀")]
    public void A_text_for_people_is_quoted_and_cannot_act(string text, string field)
    {
        var row = SmallMonth.Row("K", text, "U", "", "1", "", "C1", null, "rent", 1, 31, -5);
        var csv = Written(stream => StatementCsv.Write(stream, SmallMonth.Source(rows: () => [row]), Language.Swedish));
        Assert.StartsWith($"K;{field};U;;1;;C1;;;Hyra;2026-05-01;2026-05-31;31;1;-0,05;;;2026-05;ja;", csv[(csv.IndexOf("\r\n", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        var row = SmallMonth.Row("K", "lone \uD800", "U", "", "1", "", "C1", null, "rent", 1, 31, -5);
        Assert.Contains(";lone \uFFFD;", Written(stream => StatementCsv.Write(stream, SmallMonth.Source(rows: () => [row]), Language.Swedish)), StringComparison.Ordinal);
        Assert.Contains(",\uFFFD,", Written(stream => ChargeCsv.Write(stream, [row.Charge with { UnitCode = "\uD800" }])), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_files_are_written_while_the_rows_are_read_and_return_what_they_wrote()
    {
        var rows = SmallMonth.Random(seed: 7, count: 5_000);
        using var stream = new MemoryStream();
        var lengths = new List<long>();
        Assert.Equal(5_000, ChargeCsv.Write(stream, rows.Select((row, i) =>
        {
            if (i % 2_000 == 0) lengths.Add(stream.Length);
            return row.Charge;
        })));
        Assert.Equal(lengths.Distinct().Order(), lengths);
        var tally = StatementCsv.Write(Stream.Null, SmallMonth.Source(rows: () => rows), Language.English);
        Assert.True(tally.Agrees(new StatementTotals(5_000, SmallMonth.Sum(rows))));
        Assert.False(tally.Agrees(new StatementTotals(5_000, SmallMonth.Sum(rows) + Money.FromOre(1))));
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(stream.ToArray());
    }
}
