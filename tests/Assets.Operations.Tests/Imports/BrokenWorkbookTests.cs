using System.IO.Compression;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

/// <summary>What calls itself a workbook and is none, or is one that no program wrote: refused as a whole, in words, with bounded memory.</summary>
public sealed class BrokenWorkbookTests
{
    private static readonly string Head = TestWorkbook.Row("supplier_code", "name", "org_number");
    private static readonly string Good = TestWorkbook.Row("S1", "Öst", "");

    public static TheoryData<string, string> Sheets { get; } = new()
    {
        { "<row><c t=\"s\"><v>7</v></c></row>", ImportFaults.WorkbookDamaged }, // there are no seven texts
        { "<row><c t=\"s\"><v>sju</v></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c s=\"röd\"><v>7</v></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c r=\"XFE2\"><v>7</v></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c r=\"AAAAAAAAAA2\"><v>7</v></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c r=\"B2\"><v>7</v></c><c r=\"A2\"><v>7</v></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c><v>7</c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c t=\"inlineStr\"><is><t>&laughs;</t></is></c></row>", ImportFaults.WorkbookDamaged },
        { "<row><c t=\"inlineStr\"><is><t>\u0001</t></is></c></row>", ImportFaults.WorkbookDamaged },
    };

    [Theory]
    [OnBoth(Of = nameof(Sheets))]
    public void A_sheet_that_no_program_writes_is_refused_and_nothing_of_it_comes_in(Engine engine, string row, string code)
    {
        using var at = TestInstallation.On(engine);

        Assert.Equal(code, Refused(at, new TestWorkbook { Sheets = [Head + Good + row], Shared = "<si><t>a</t></si>" }.WriteTo(at.Folder)));
    }

    [Theory]
    [OnBoth]
    public void A_sheet_that_ends_half_way_is_damaged(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        Assert.Equal(ImportFaults.WorkbookDamaged, Refused(at, new TestWorkbook { Sheets = [Head + Good], End = "<row><c><v>1" }.WriteTo(at.Folder)));
    }

    [Theory]
    [OnBoth]
    public void A_workbook_without_sheets_says_so(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        Assert.Equal(ImportFaults.NoSheet, Refused(at, new TestWorkbook().WriteTo(at.Folder)));
    }

    [Theory]
    [OnBoth]
    public void What_is_no_workbook_is_refused_whatever_its_name_says(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var whole = File.ReadAllBytes(new TestWorkbook { Sheets = [Head + Good] }.WriteTo(at.Folder));
        var other = Path.Combine(at.Folder, "other.xlsx");
        using (var zip = ZipFile.Open(other, ZipArchiveMode.Create)) zip.CreateEntry("readme.txt");
        var overwritten = (byte[])whole.Clone();
        overwritten.AsSpan(60, 400).Fill(0xFF);

        Assert.Equal(ImportFaults.NoWorkbook, Refused(at, at.Write("text.xlsx", "supplier_code,name,org_number\n")));
        Assert.Equal(ImportFaults.NoWorkbook, Refused(at, at.Write("junk.xlsx", "PK\u0003\u0004 and then nothing that a zip has")));
        Assert.Equal(ImportFaults.NoSheet, Refused(at, other));
        Assert.Equal(ImportFaults.NoWorkbook, Refused(at, Put(at, whole[..(whole.Length / 2)])));
        Assert.Equal(ImportFaults.NoWorkbook, Refused(at, Put(at, overwritten)));
    }

    [Theory]
    [OnBoth("one cell of sixty megabytes")]
    [OnBoth("one shared text of sixty megabytes")]
    [OnBoth("an attribute of sixty megabytes")]
    [OnBoth("a style of sixty megabytes")]
    public void A_workbook_that_unpacks_to_much_more_than_it_is_takes_no_memory(Engine engine, string what)
    {
        using var at = TestInstallation.On(engine);
        var path = Bomb(what).WriteTo(at.Folder);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var code = Refused(at, path);

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Contains(code, (string[])[ImportFaults.WorkbookDamaged, ImportFaults.NoWorkbook]);
        Assert.True(new FileInfo(path).Length < 2_000_000);
        Assert.True(allocated < 100_000_000, $"{what}: {allocated} bytes"); // read whole, the text alone is 120 MB
    }

    [Theory]
    [OnBoth]
    public void A_sheet_has_no_more_rows_than_Excel_gives_it(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        Assert.Equal(ImportFaults.WorkbookDamaged, Refused(at, new TestWorkbook { Sheets = [Head + string.Concat(Enumerable.Repeat("<row/>", 1_048_576))] }.WriteTo(at.Folder)));
    }

    private static TestWorkbook Bomb(string what)
    {
        var large = new string('x', 60_000_000);
        return what.Split(' ')[1] switch
        {
            "cell" => new TestWorkbook { Sheets = [Head + $"<row><c t=\"inlineStr\"><is><t>{large}</t></is></c></row>"] },
            "shared" => new TestWorkbook { Sheets = [Head + Good], Shared = $"<si><t>{large}</t></si>" },
            "attribute" => new TestWorkbook { Sheets = [Head + $"<row><c r=\"{large}\"><v>1</v></c></row>"] },
            _ => new TestWorkbook { Sheets = [Head + Good], Formats = [large] },
        };
    }

    private static string Put(TestInstallation at, byte[] bytes)
    {
        var path = Path.Combine(at.Folder, $"{Guid.NewGuid():N}.xlsx");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Refused(TestInstallation at, string path)
    {
        var code = Assert.Throws<ImportRefusedException>(() => at.ImportPath("suppliers", path)).Code;
        using var connection = at.Database.Open();
        Assert.Equal(0, connection.Number("select count(*) from suppliers"));
        return code;
    }
}
