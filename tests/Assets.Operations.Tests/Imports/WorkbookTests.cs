using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

/// <summary>Excel workbooks come in by the rules of text files: what a person sees in a cell is what is read.</summary>
public sealed class WorkbookTests
{
    private const string Shared = "<si><t>Öst &amp; Väst</t></si><si><r><t>Kontors</t></r><r><rPr><b/></rPr><t>teknik</t></r><rPh sb=\"0\" eb=\"1\"><t>läses så</t></rPh></si><si><t xml:space=\"preserve\"> mellan </t></si>";
    private static readonly string[] Formats = ["0", "14", "22", "yyyy\\-mm\\-dd", "#,##0.00\\ [$kr-41D]", "[Red]0.00", "0\" dagar\"", "[$-41D]d\\ mmmm\\ yyyy", "[h]:mm"];
    private static readonly string Head = TestWorkbook.Row("supplier_code", "name", "org_number");

    public static TheoryData<string, string> Cells { get; } = new()
    {
        { "<c t=\"s\"><v>0</v></c>", "Öst & Väst" },
        { "<c t=\"s\"><v>1</v></c>", "Kontorsteknik" },
        { "<c t=\"s\"><v>2</v></c>", "mellan" },
        { "<c t=\"inlineStr\"><is><t>Rak text</t></is></c>", "Rak text" },
        { "<c t=\"inlineStr\"><is><r><t>Del</t></r><r><t>ad</t></r></is></c>", "Delad" },
        { "<c t=\"inlineStr\"><is><t>_x005F_x0041_ rad_x000D_\nrad</t></is></c>", "_x0041_ rad\r\nrad" },
        { "<c t=\"str\"><f>\"a\"&amp;A2</f><v>Räknad</v></c>", "Räknad" },
        { "<c><f>1+1</f><v>2</v></c>", "2" },
        { "<c><v>1045</v></c>", "1045" },
        { "<c t=\"n\"><v>1250.5</v></c>", "1250.5" },
        { "<c><v>45.100000000000001</v></c>", "45.1" },
        { "<c><v>123456789012345</v></c>", "123456789012345" },
        { "<c><v>1.23456789012346E+15</v></c>", "1.23456789012346E+15" },
        { "<c><v>1E+30</v></c>", "1E+30" },
        { "<c t=\"b\"><v>1</v></c>", "true" },
        { "<c t=\"b\"><v>0</v></c>", "false" },
        { "<c s=\"0\"><v>45322</v></c>", "45322" },
        { "<c s=\"1\"><v>45322</v></c>", "2024-01-31" },
        { "<c s=\"2\"><v>45322.75</v></c>", "2024-01-31" },
        { "<c s=\"3\"><v>45322</v></c>", "2024-01-31" },
        { "<c s=\"7\"><v>45322</v></c>", "2024-01-31" },
        { "<c s=\"4\"><v>1250.5</v></c>", "1250.5" },
        { "<c s=\"5\"><v>1250.5</v></c>", "1250.5" },
        { "<c s=\"6\"><v>30</v></c>", "30" },
        { "<c s=\"8\"><v>1.5</v></c>", "1.5" },
        { "<c s=\"1\"><v>99999999</v></c>", "99999999" },
        { "<c s=\"1\"><v>-1</v></c>", "-1" },
        { "<c s=\"99\"><v>7</v></c>", "7" },
        { "<c t=\"d\"><v>2024-01-31</v></c>", "2024-01-31" },
        { "<c t=\"d\"><v>2024-01-31T00:00:00</v></c>", "2024-01-31" },
    };

    [Theory]
    [OnBoth(Of = nameof(Cells))]
    public void A_cell_is_read_as_a_person_sees_it(Engine engine, string cell, string text)
    {
        using var at = TestInstallation.On(engine);

        var outcome = at.ImportPath("suppliers", Book(at, $"<row><c t=\"inlineStr\"><is><t>S1</t></is></c>{cell}</row>"));

        Assert.Equal((1, 1), (outcome.Read, outcome.Created));
        using var connection = at.Database.Open();
        Assert.Equal(text, connection.Scalar("select name from suppliers"));
    }

    [Theory]
    [OnBoth(43860, "2024-01-31")]
    [OnBoth(2957004, "2957004")] // 1904's numbers end 1462 earlier
    public void A_workbook_that_counts_from_1904_has_the_same_days(Engine engine, int number, string text)
    {
        using var at = TestInstallation.On(engine);
        var book = new TestWorkbook { Sheets = [Head + $"<row><c t=\"inlineStr\"><is><t>S1</t></is></c><c s=\"1\"><v>{number}</v></c></row>"], Formats = Formats, Since1904 = true };

        at.ImportPath("suppliers", book.WriteTo(at.Folder));

        using var connection = at.Database.Open();
        Assert.Equal(text, connection.Scalar("select name from suppliers"));
    }

    [Theory]
    [OnBoth]
    public void A_number_is_a_key_and_a_cell_of_an_error_rejects_its_row_alone(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        var outcome = at.ImportPath("suppliers", Book(at, "<row r=\"2\"><c r=\"A2\"><v>1045</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>" + "<row r=\"7\"><c r=\"A7\"><v>1046</v></c><c r=\"B7\" t=\"s\"><v>0</v></c></row><row r=\"8\"><c r=\"A8\"><v>1046</v></c><c r=\"B8\" t=\"s\"><v>0</v></c></row>"));

        Assert.Equal((3, 1, 2), (outcome.Read, outcome.Accepted, outcome.Rejected));
        Assert.Equal(["1:2:cell_error", "3:8:duplicate_key"], outcome.First.Select(f => $"{f.Record}:{f.Line}:{f.Code}"));
        Assert.Contains("B2 holds the error #DIV/0!", outcome.First[0].Message, StringComparison.Ordinal);
        using var connection = at.Database.Open();
        Assert.Equal("1046", connection.Scalar("select code from suppliers"));
    }

    [Theory]
    [OnBoth]
    public void Empty_rows_are_skipped_and_empty_cells_may_be_left_out_or_stand_behind_the_last_column(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        const string Empty = "<row r=\"1\" ht=\"40\"/><row r=\"2\"><c r=\"A2\" s=\"1\"/><c r=\"Z2\" s=\"1\"></c></row>";
        var header = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>supplier_code</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>name</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t>org_number</t></is></c><c r=\"D3\" s=\"1\"/><c r=\"E3\" t=\"inlineStr\"><is><t></t></is></c></row>";
        var rows = "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>S1</t></is></c><c r=\"B5\" t=\"s\"><v>0</v></c></row>" + Empty.Replace("2\"", "6\"", StringComparison.Ordinal)
            + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>S2</t></is></c><c r=\"B9\" t=\"s\"><v>0</v></c><c r=\"F9\" s=\"3\"/></row>"
            + "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>S3</t></is></c><c r=\"C10\" t=\"inlineStr\"><is><t>559901-0013</t></is></c></row>"
            + "<row r=\"11\"><c r=\"A11\" t=\"inlineStr\"><is><t>S4</t></is></c><c r=\"B11\" t=\"s\"><v>0</v></c><c r=\"G11\"><v>1</v></c></row>";

        var outcome = at.ImportPath("suppliers", new TestWorkbook { Sheets = [Empty + header + rows], Shared = Shared, Formats = Formats }.WriteTo(at.Folder));

        Assert.Equal((4, 2, 2), (outcome.Read, outcome.Accepted, outcome.Rejected));
        Assert.Equal(["3:10:missing:name", "4:11:too_many_fields:"], outcome.First.Select(f => $"{f.Record}:{f.Line}:{f.Code}:{f.Field}"));
    }

    [Theory]
    [OnBoth]
    public void The_first_of_several_sheets_is_read(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var book = new TestWorkbook { Sheets = [Head + TestWorkbook.Row("S1", "Först"), Head + TestWorkbook.Row("S2", "Sedan"), "<row/>"] };

        Assert.Equal(1, at.ImportPath("suppliers", book.WriteTo(at.Folder)).Read);

        using var connection = at.Database.Open();
        Assert.Equal("S1", connection.Scalar("select code from suppliers"));
    }

    [Theory]
    [OnBoth]
    public void Assets_of_a_workbook_have_days_and_prices_of_their_cells(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var row = "<row><c r=\"A2\"><v>4711</v></c><c r=\"B2\"><v>88001122</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>PC</t></is></c><c r=\"D2\" s=\"1\"><v>45322</v></c><c r=\"E2\" s=\"4\"><v>11890.5</v></c><c r=\"J2\" t=\"inlineStr\"><is><t>in_use</t></is></c></row>";

        var outcome = at.ImportPath("assets", new TestWorkbook { Sheets = [TestWorkbook.Rows(Fleet.AssetHeader) + row], Formats = Formats }.WriteTo(at.Folder));

        Assert.Equal((1, 0), (outcome.Created, outcome.Findings));
        using var connection = at.Database.Open();
        Assert.Equal(["4711|88001122|20240131|1189050"], connection.Rows("select tag, serial, purchased_on, price from assets", r => $"{r.GetString(0)}|{r.GetString(1)}|{r.GetInt32(2)}|{r.GetInt64(3)}"));
    }

    internal static string Book(TestInstallation at, string rows) => new TestWorkbook { Sheets = [Head + rows], Shared = Shared, Formats = Formats }.WriteTo(at.Folder);
}
