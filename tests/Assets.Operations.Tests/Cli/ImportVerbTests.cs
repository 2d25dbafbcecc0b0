using System.Text;
using System.Text.Json;
using Assets.Data.Storage;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Cli;

/// <summary>What a program that calls <c>assets import</c> builds on: the last line, the exit code, the report.</summary>
public sealed class ImportVerbTests
{
    private const string Header = "supplier_code,name,org_number\n";

    [Theory]
    [OnBoth]
    public async Task Rejected_rows_give_three_and_stand_in_the_report_and_the_others_are_in(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var file = at.Write("suppliers.csv", Header + "S1,Öst AB,\n s1 ,Igen,\n,Ingen nyckel,\nS2,=1+1,\nS3,\"Rad, ett\nrad \"\"två\"\"\",\n");

        var told = await CommandLine.RunAsync(at.Database, at.Folder, "import", "suppliers", file, "--report", "report.csv");
        var again = await CommandLine.RunAsync(at.Database, at.Folder, "import", "suppliers", at.Write("good.csv", Header + "S1,Öst AB,\n"), "--report", "clean.csv");

        Assert.Equal((3, "5 read, 3 accepted, 2 rejected"), (told.ExitCode, LastLine(told)));
        Assert.Equal((0, "1 read, 1 accepted, 0 rejected"), (again.ExitCode, LastLine(again)));
        Assert.Equal("record,line,severity,code,field,message\n", at.Read("clean.csv"));
        var report = at.Read("report.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("record,line,severity,code,field,message", report[0]);
        Assert.Equal(["2,3,error,duplicate_key,supplier_code", "3,4,error,missing,supplier_code", "4,5,warning,formula,name"], report[1..].Select(row => string.Join(',', row.Split(',')[..5])));
        Assert.Contains("line 3, record 2, error duplicate_key in supplier_code", told.Messages, StringComparison.Ordinal);
        using var connection = at.Database.Open();
        Assert.Equal(["Rad, ett\nrad \"två\"", "=1+1", "Öst AB"], connection.Rows("select name from suppliers order by code desc", r => r.GetString(0)));
    }

    [Theory]
    [OnBoth]
    public async Task A_comma_file_may_have_a_decimal_comma_where_the_culture_says_so(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var file = at.Write("models.csv", "model_code,kind,vendor,model,list_price,life_months\nM1,pc,Dell,X,\"12 345,60\",48\n");

        var plain = await CommandLine.RunAsync(at.Database, at.Folder, "import", "models", file);
        var english = await CommandLine.RunAsync(at.Database, at.Folder, "import", "models", file, "--culture", "en-GB");
        var unknown = await CommandLine.RunAsync(at.Database, at.Folder, "import", "models", file, "--culture", "sv-XX-nowhere");
        var swedish = await CommandLine.RunAsync(at.Database, at.Folder, "import", "models", file, "--culture", "sv-SE");

        Assert.Equal((3, 3, 2, 0), (plain.ExitCode, english.ExitCode, unknown.ExitCode, swedish.ExitCode));
        Assert.Contains("--culture sv-SE", plain.Messages, StringComparison.Ordinal);
        using var connection = at.Database.Open();
        Assert.Equal(1_234_560, connection.Number("select list_price from models"));
    }

    [Theory]
    [OnBoth("tab, UTF-16 little-endian")]
    [OnBoth("semicolon, UTF-16 big-endian")]
    [OnBoth("a workbook")]
    public async Task A_file_of_another_form_comes_in_from_the_command_line(Engine engine, string form)
    {
        using var at = TestInstallation.On(engine);
        const string Rows = Header + "S1,Öst AB,\nS2,,\n";
        var file = Path.Combine(at.Folder, "file");
        if (form == "a workbook") file = new TestWorkbook { Sheets = [TestWorkbook.Rows(Rows)] }.WriteTo(at.Folder);
        else await File.WriteAllTextAsync(file, Rows.Replace(',', form[0] == 't' ? '\t' : ';'), form[0] == 't' ? Encoding.Unicode : Encoding.BigEndianUnicode, TestContext.Current.CancellationToken);

        var told = await CommandLine.RunAsync(at.Database, at.Folder, "import", "suppliers", file, "--report", "report.csv");

        Assert.Equal((3, "2 read, 1 accepted, 1 rejected"), (told.ExitCode, LastLine(told)));
        Assert.StartsWith("2,3,error,missing,name,", at.Read("report.csv").Split('\n')[1], StringComparison.Ordinal);
        using var connection = at.Database.Open();
        Assert.Equal("Öst AB", connection.Scalar("select name from suppliers"));
    }

    [Theory]
    [OnBoth]
    public async Task A_large_workbook_comes_in_within_little_memory(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var note = new string('n', 900);
        var rows = string.Concat(Enumerable.Range(1, 60_000).Select(i => TestWorkbook.Row($"T{i}", $"S{i}", "PC", "2024-01-01", "1.00", "", "", "", "", "in_use", note)));
        var file = new TestWorkbook { Sheets = [TestWorkbook.Rows(Fleet.AssetHeader) + rows] }.WriteTo(at.Folder);

        var told = await CommandLine.RunWithinAsync(at.Database, at.Folder, heapMegabytes: 48, "import", "assets", file); // 85 MB of rows

        Assert.Equal((0, "60000 read, 60000 accepted, 0 rejected"), (told.ExitCode, told.Output.Length > 0 ? LastLine(told) : told.Messages));
    }

    [Theory]
    [OnBoth("There is no file", "missing.csv")]
    [OnBoth("lacks name", "lacking.csv")]
    [OnBoth("no readable Excel workbook", "broken.xlsx")]
    public async Task A_file_that_cannot_be_read_gives_one_and_says_why(Engine engine, string words, string name)
    {
        using var at = TestInstallation.On(engine);
        at.Write("lacking.csv", "supplier_code\nS1\n");
        at.Write("broken.xlsx", "PK\u0003\u0004 and then nothing that a zip has");

        var told = await CommandLine.RunAsync(at.Database, at.Folder, "import", "suppliers", Path.Combine(at.Folder, name));

        Assert.Equal((1, ""), (told.ExitCode, told.Output));
        Assert.Contains(words, told.Messages, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Messages, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public async Task The_outcome_is_json_for_a_program_and_a_setting_lets_a_kind_lack_its_serial(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Write("appsettings.json", """{ "Assets": { "SerialOptionalFor": "dock" } }""");
        var file = at.Write("some.csv", Fleet.AssetHeader + "D1,,DOCK,2024-01-01,1.00,,,,,in_use,\nP1,,PC,2024-01-01,1.00,,,,,in_use,\n");

        var told = await CommandLine.RunAsync(at.Database, at.Folder, "import", "assets", file, "--json");

        Assert.Equal(3, told.ExitCode);
        var outcome = JsonDocument.Parse(told.Output).RootElement;
        Assert.Equal((2, 1, 1), (outcome.GetProperty("read").GetInt32(), outcome.GetProperty("accepted").GetInt32(), outcome.GetProperty("rejected").GetInt32()));
        Assert.Equal("missing", outcome.GetProperty("first")[0].GetProperty("code").GetString());
    }

    private static string LastLine(CommandLine.Result told) => told.Output.TrimEnd('\n', '\r').Split('\n')[^1].TrimEnd();
}
