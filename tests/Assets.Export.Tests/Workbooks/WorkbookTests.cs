using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Assets.Core.Values;
using Assets.Export.Workbooks;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using CellFormat = DocumentFormat.OpenXml.Spreadsheet.CellFormat;

namespace Assets.Export.Tests.Workbooks;

public class WorkbookTests
{
    private static readonly WorkbookProperties Properties = new("Table", "Assets", DateTimeOffset.UnixEpoch);

    public static TheoryData<string, string> Texts => new()
    {
        { "Åsa Öberg", "Åsa Öberg" },
        { "𝄞 😀", "𝄞 😀" },
        { "a & b < c > \"d\" 'e'", "a & b < c > \"d\" 'e'" },
        { " blank around ", " blank around " },
        { "one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour" },
        { "tab\there", "tab\there" },
        { "=1+1", "=1+1" },
        { "nul\0bell\a", "nul␀bell␇" },
        { "lone \uD800 high, \uDC00 low", "lone \uFFFD high, \uFFFD low" },
        { "not\uFFFEa\uFFFFcharacter", "not\uFFFDa\uFFFDcharacter" },
        { "turned \u202Etxt.exe", "turned [U+202E]txt.exe" },
        { "zero\u200Bwidth", "zero[U+200B]width" },
        { "e\u0301 👩\u200D💻", "e\u0301 👩\u200D💻" },
        { "]]>", "]]>" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_back_as_it_was_or_with_what_is_unseen_made_visible(string text, string read)
    {
        using var book = Table([text], Column<string>.Text("Shared", 10, t => t), Column<string>.Key("Own", 10, t => t));
        Assert.Equal(read, book.Text(book.Cells("Rows")["A2"]));
        Assert.Equal(read, book.Text(book.Cells("Rows")["B2"]));
        Assert.Null(book.Cells("Rows")["A2"].CellFormula);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+46", true)]
    [InlineData("-C1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("  =1", true)]
    [InlineData("＝1", true)]
    [InlineData("\t=1", true)]
    [InlineData("1+1", false)]
    [InlineData("a=b", false)]
    public void A_text_that_begins_like_a_formula_stays_text_when_it_is_edited(string text, bool quoted)
    {
        using var book = Table([text], Column<string>.Text("Text", 10, t => t));
        var formats = book.Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Equal(quoted, formats[(int)book.Cells("Rows")["A2"].StyleIndex!.Value].QuotePrefix?.Value ?? false);
    }

    [Fact]
    public void A_text_that_looks_like_the_formats_own_code_is_spelt_out()
    {
        using var book = Table(["_x0041_ a_b _x004_ _x00e5_"], Column<string>.Key("Text", 10, t => t));
        Assert.Equal("_x005F_x0041_ a_b _x004_ _x005F_x00e5_", book.Text(book.Cells("Rows")["A2"]));
    }

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    [InlineData(100_000, true)]
    public void A_text_longer_than_a_cell_is_cut_with_an_ellipsis(int length, bool cut)
    {
        using var book = Table([new string('x', length)], Column<string>.Text("Text", 10, t => t));
        var read = book.Text(book.Cells("Rows")["A2"]);
        Assert.Equal(Math.Min(length, 32_767), read.Length);
        Assert.Equal(cut, read.EndsWith('…'));
    }

    [Fact]
    public void A_cut_never_goes_through_a_sign_of_two_units()
    {
        using var book = Table(["x" + string.Concat(Enumerable.Repeat("😀", 20_000))], Column<string>.Text("Text", 10, t => t));
        var read = book.Text(book.Cells("Rows")["A2"]);
        Assert.EndsWith("😀…", read, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', read);
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(-253_71, "-253.71")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void An_amount_is_a_number_with_two_decimals(long ore, string value)
    {
        using var book = Table([Money.FromOre(ore)], Column<Money>.Money("Amount", 10, m => m));
        Assert.Equal(value, book.Cells("Rows")["A2"].CellValue!.Text);
    }

    [Theory]
    [InlineData(1900, 3, 1, "61")]
    [InlineData(2026, 5, 31, "46173")]
    [InlineData(9999, 12, 31, "2958465")]
    public void A_date_is_the_number_of_its_day(int year, int month, int day, string serial)
    {
        using var book = Table([new DateOnly(year, month, day)], Column<DateOnly>.Date("Day", 10, d => d));
        Assert.Equal(serial, book.Cells("Rows")["A2"].CellValue!.Text);
    }

    [Fact]
    public void A_date_before_the_calendar_of_the_format_is_written_as_text()
    {
        using var book = Table([new DateOnly(1900, 2, 28)], Column<DateOnly>.Date("Day", 10, d => d));
        Assert.Equal("1900-02-28", book.Text(book.Cells("Rows")["A2"]));
    }

    [Fact]
    public void A_month_is_its_first_day_and_nothing_is_an_empty_cell()
    {
        using var book = Table<BillingMonth?>([new BillingMonth(2026, 5), null], Column<BillingMonth?>.Month("Month", 10, m => m), Column<BillingMonth?>.Text("Text", 10, _ => ""));
        Assert.Equal("46143", book.Cells("Rows")["A2"].CellValue!.Text);
        Assert.Equal(["A1", "A2", "B1"], book.Cells("Rows").Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_texts_than_are_kept_in_common_are_all_read_back()
    {
        using var book = Table(Enumerable.Range(0, 50_010).Select(i => i.ToString(CultureInfo.InvariantCulture)), Column<string>.Text("Text", 10, t => t));
        var cells = book.Cells("Rows");
        Assert.Equal("49998", book.Text(cells["A50000"]));
        Assert.Equal("50009", book.Text(cells["A50011"]));
    }

    [Fact]
    public void Rows_beyond_what_a_sheet_holds_go_on_on_the_next()
    {
        const int rows = Workbook.MostRows + 2;
        using var stream = new MemoryStream();
        IReadOnlyList<TablePart> parts;
        using (var book = new Workbook(stream, Properties))
        {
            parts = book.AddTable(new SheetFrame("Rows", 0), [Column<int>.Integer("Number", 8, n => n)], Enumerable.Range(1, rows));
            book.Finish();
        }
        Assert.Equal([new TablePart("Rows", 1_048_576), new TablePart("Rows 2", 3)], parts);
        var (count, sum) = (0L, 0L);
        using var archive = new ZipArchive(stream);
        foreach (var sheet in archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var xml = XmlReader.Create(sheet.Open());
            while (xml.ReadToFollowing("v"))
            {
                var text = xml.ReadElementContentAsString();
                if (text == "0" && count == 0) continue;
                count++;
                sum += long.Parse(text, CultureInfo.InvariantCulture);
            }
        }
        // Each header is one shared text with the place 0.
        Assert.Equal(rows + 1, count);
        Assert.Equal((long)rows * (rows + 1) / 2, sum);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    public void A_full_sheet_starts_no_empty_one(int rows, int sheets)
    {
        using var book = new Workbook(Stream.Null, Properties, rowsPerSheet: 2);
        Assert.Equal(sheets, book.AddTable(new SheetFrame("Rows", 0), [Column<int>.Integer("Number", 8, n => n)], Enumerable.Range(1, rows)).Count);
    }

    [Fact]
    public void Rows_reach_the_file_while_later_ones_are_still_being_read()
    {
        using var stream = new MemoryStream();
        var lengths = new List<long>();
        IEnumerable<int> Rows()
        {
            for (var i = 0; i < 200_000; i++)
            {
                if (i % 50_000 == 0) lengths.Add(stream.Length);
                yield return i;
            }
        }
        using var book = new Workbook(stream, Properties);
        book.AddTable(new SheetFrame("Rows", 0), [Column<int>.Key("Number", 8, n => n.ToString(CultureInfo.InvariantCulture))], Rows());
        Assert.Equal(lengths.Distinct(), lengths);
        Assert.Equal(lengths.Order(), lengths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("'quoted'")]
    [InlineData("a name that is longer than a tab is")]
    public void A_name_that_no_tab_can_have_is_refused(string name)
    {
        using var book = new Workbook(Stream.Null, Properties);
        Assert.Throws<ArgumentException>(() => book.Add(new SheetFrame(name, 0) { Widths = [10] }, []));
    }

    [Fact]
    public void Two_tabs_of_one_name_are_refused()
    {
        using var book = new Workbook(Stream.Null, Properties);
        book.Add(new SheetFrame("Rows", 0) { Widths = [10] }, []);
        Assert.Throws<ArgumentException>(() => book.Add(new SheetFrame("ROWS", 1) { Widths = [10] }, []));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void Columns_are_lettered_as_in_a_spreadsheet(int index, string letters) => Assert.Equal(letters, ColumnName.Of(index));

    private static WrittenWorkbook Table<T>(IEnumerable<T> rows, params Column<T>[] columns) => new(stream =>
    {
        using var book = new Workbook(stream, Properties);
        book.AddTable(new SheetFrame("Rows", 0), columns, rows);
        book.Finish();
    });
}
