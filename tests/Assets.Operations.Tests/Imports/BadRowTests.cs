using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

/// <summary>One row of trouble between two good rows: the verdict is as the file contract says, and the good rows always come through.</summary>
public sealed class BadRowTests
{
    private const string Good = "OK1,S-OK1,PC,2024-01-01,100.00,S1,2027-01-01,L1,A1,in_use,\n";
    private const string AlsoGood = "OK2,S-OK2,PC,2024-01-01,100.00,S1,2027-01-01,L1,A1,in_use,\n";

    public static TheoryData<string, string?> AssetRows { get; } = new()
    {
        { "OK1,S-X,PC,2024-01-01,1.00,,,,,in_use,", "duplicate_tag" },
        { " ok1 ,S-X,PC,2024-01-01,1.00,,,,,in_use,", "duplicate_tag" },
        { "T1,S-OK1,PC,2024-01-01,1.00,,,,,in_use,", "duplicate_serial" },
        { "T1,s-ok1 ,PC,2024-01-01,1.00,,,,,in_use,", "duplicate_serial" },
        { ",S-X,PC,2024-01-01,1.00,,,,,in_use,", "missing" },
        { "T1,,PC,2024-01-01,1.00,,,,,in_use,", "missing" },
        { "T1,S-X,NOPE,2024-01-01,1.00,,,,,in_use,", "unknown_model" },
        { "T1,S-X,PC,2024-01-01,1.00,NOPE,,,,in_use,", "unknown_supplier" },
        { "T1,S-X,PC,2024-01-01,1.00,,,NOPE,,in_use,", "unknown_site" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,broken,", "unknown_state" },
        { "T1,S-X,PC,2024-01-01,-1.00,,,,,in_use,", "amount_negative" },
        { "T1,S-X,PC,2024-01-01,abc,,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2024-01-01,NaN,,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2024-01-01,Infinity,,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2024-01-01,1e5,,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2024-01-01,99999999999999999999,,,,,in_use,", "amount_range" },
        { "T1,S-X,PC,2024-01-01,10000000000.00,,,,,in_use,", "amount_range" },
        { "T1,S-X,PC,2024-01-01,9999999999.99,,,,,in_use,", null },
        { "T1,S-X,PC,2024-01-01,1.005,,,,,in_use,", "amount_decimals" },
        { "T1,S-X,PC,2024-01-01,\"1,50\",,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2024-01-01,1 500.00,,,,,in_use,", "amount_format" },
        { "T1,S-X,PC,2023-02-29,1.00,,,,,in_use,", "date_impossible" },
        { "T1,S-X,PC,01/31/2024,1.00,,,,,in_use,", "date_format" },
        { "T1,S-X,PC,24-01-31,1.00,,,,,in_use,", "date_format" },
        { "T1,S-X,PC,45321,1.00,,,,,in_use,", "date_format" },
        { "T1,S-X,PC,1979-12-31,1.00,,,,,in_use,", "date_range" },
        { "T1,S-X,PC,2041-11-23,1.00,,,,,in_use,", "date_range" },
        { "T1,S-X,PC,2041-11-22,1.00,,,,,in_use,", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use", "too_few_fields" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,,", "too_many_fields" },
        { "asset_tag,serial,model_code,purchase_date,price,supplier_code,warranty_until,site_code,room,state,note", "header_repeated" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\"a\"b", "text_after_quote" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,a\0b", "nul_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,a\u0001b", "control_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,a\u0085b", "control_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,ab\f", "control_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\u0085ab", "control_character" },
        { "Ã\u0085sa-1,S-X,PC,2024-01-01,1.00,,,,,in_use,", "control_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,a\uFFFEb", "control_character" },
        { "T\uFFFE1,S-X,PC,2024-01-01,1.00,,,,,in_use,", "control_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,2023-01-01,,in_use,", "unknown_site" },
        { "T1,S-X,PC,2024-01-01,1.00,,2023-01-01,,,in_use,", "+warranty_before_purchase" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,KÃ¶ket", "+doubly_encoded" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,Ã\u0084lvdalen", "+doubly_encoded" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,abc\u202Etxt", "+invisible_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,ab\u200Bc", "+invisible_character" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,=1+1", "+formula" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,+46 250", "+formula" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,-x", "+formula" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,@x", "+formula" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\tcmd", "+formula" },
        { "\tT1,S-X,PC,2024-01-01,1.00,,,,,in_use,", "+formula" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,Lånas av 811228-9874", "personal_number" },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,Beställd av 212099-0003", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,Bjo\u0308rk", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\U0001F5A8 skrivare", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,<b>x</b>'); drop table assets; --", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\"he said \"\"hi\"\" {x}\"", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,\"repad\ni hörn\"", null },
        { "T1,S-X,PC,2024-01-01,1.00,,,,,in_use,5\" skärm", null },
        { "T1,S-X,PC,,0,,,,,ordered,", null },
    };

    [Theory]
    [OnBoth(Of = nameof(AssetRows))]
    public void A_bad_row_gets_its_verdict_and_never_hides_the_others(Engine engine, string row, string? verdict)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();

        var outcome = at.Import("assets", Fleet.AssetHeader + Good + row + "\n" + AlsoGood);

        var rejected = verdict is not null && verdict[0] != '+';
        Assert.Equal(3, outcome.Read);
        Assert.Equal(rejected ? 1 : 0, outcome.Rejected);
        Assert.Equal(rejected ? 2 : 3, outcome.Created);
        var findings = at.Report().Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        if (verdict is null) Assert.Empty(findings);
        else Assert.Contains(findings, f => f.StartsWith($"2,3,{(rejected ? "error" : "warning")},{verdict.TrimStart('+')},", StringComparison.Ordinal));
        Assert.All(findings, f => Assert.StartsWith("2,3,", f, StringComparison.Ordinal));
    }

    [Theory]
    [OnBoth]
    public void A_field_may_have_a_thousand_characters_and_a_key_a_hundred(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        string Row(int tag, int note) => $"{new string('T', tag)},S{tag}-{note},PC,2024-01-01,1.00,,,,,in_use,{new string('n', note)}\n";

        var outcome = at.Import("assets", Fleet.AssetHeader + Row(100, 1000) + Row(101, 1) + Row(3, 1001) + Row(4, 200_000) + Good);

        Assert.Equal((5, 2, 3), (outcome.Read, outcome.Accepted, outcome.Rejected));
        Assert.Equal(3, outcome.First.Count(f => f.Code == "field_too_long"));
    }

    [Theory]
    [OnBoth("\U0001F5A8")]
    [OnBoth("o\u0308")]
    public void What_is_one_letter_counts_as_one_however_many_units_it_is_written_with(Engine engine, string letter)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        string Row(int tag, int letters) => $"T{tag},S{tag},PC,2024-01-01,1.00,,,,,in_use,{string.Concat(Enumerable.Repeat(letter, letters))}\n";

        var outcome = at.Import("assets", Fleet.AssetHeader + Row(1, 1000) + Row(2, 1001));

        Assert.Equal((1, "field_too_long"), (outcome.Accepted, Assert.Single(outcome.First).Code));
        Assert.Contains("1001 characters", outcome.First[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth]
    public void Places_are_read_as_their_file_writes_numbers(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();

        var semicolons = at.Import("sites", "site_code;name;municipality_code;postcode;latitude;longitude\nL2;Skolan;M;786 46;60,31;15.42\n");
        var commas = at.Import("sites", "site_code,name,municipality_code,postcode,latitude,longitude\nL3,Skolan,M,786 46,\"60,31\",15.42\n");

        Assert.Equal((1, 0), (semicolons.Created, semicolons.Rejected));
        Assert.Equal("coordinate", Assert.Single(commas.First).Code);
        using var connection = at.Database.Open();
        Assert.Equal(["60.31 15.42"], connection.Rows("select latitude, longitude from sites where code = 'L2'", r => FormattableString.Invariant($"{r.GetDouble(0)} {r.GetDouble(1)}")));
    }

    [Theory]
    [OnBoth]
    public void The_rows_before_an_unterminated_quote_stand(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();

        var outcome = at.Import("assets", Fleet.AssetHeader + Good + AlsoGood + "T3,S-3,PC,2024-01-01,1.00,,,,,in_use,\"never ends\n" + string.Concat(Enumerable.Repeat("x,y\n", 100_000)));

        Assert.Equal((3, 2, 1), (outcome.Read, outcome.Accepted, outcome.Rejected));
        Assert.Equal("unterminated_quote", Assert.Single(outcome.First).Code);
    }

    [Theory]
    [OnBoth]
    public void Blank_lines_and_rows_of_empty_fields_are_skipped(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();

        var outcome = at.Import("assets", Fleet.AssetHeader + "\n" + Good + "\r\n   \n,,,,,,,,,,\n" + AlsoGood + "\n\n");

        Assert.Equal((2, 2), (outcome.Read, outcome.Created));
        Assert.Empty(outcome.First);
    }

    [Theory]
    [OnBoth("windows-1252", "Windows-1252")]
    [OnBoth("ibm850", "CP437/CP850")]
    public void Bytes_of_another_encoding_are_named(Engine engine, string encoding, string name)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var path = Path.Combine(at.Folder, "old.csv");
        File.WriteAllBytes(path, [.. System.Text.Encoding.GetEncoding(encoding).GetBytes(Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,Köket på Älvgården\n"), .. System.Text.Encoding.ASCII.GetBytes(Good)]);

        var outcome = at.ImportPath("assets", path);

        var finding = Assert.Single(outcome.First);
        Assert.Equal("wrong_encoding", finding.Code);
        Assert.Contains(name, finding.Message, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Created);
    }

    [Theory]
    [OnBoth]
    public void A_lone_surrogate_rejects_its_row_in_utf8_and_in_utf16(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        var utf8 = Path.Combine(at.Folder, "utf8.csv");
        File.WriteAllBytes(utf8, [.. System.Text.Encoding.UTF8.GetBytes(Fleet.AssetHeader + "T1,S1,PC,2024-01-01,1.00,,,,,in_use,x"), 0xED, 0xA0, 0x80, (byte)'\n', .. System.Text.Encoding.UTF8.GetBytes(Good)]);
        var utf16 = Path.Combine(at.Folder, "utf16.csv");
        var text = "\uFEFF" + Fleet.AssetHeader + "T2,S2,PC,2024-01-01,1.00,,,,,in_use,x\uD800\n" + AlsoGood;
        File.WriteAllBytes(utf16, text.SelectMany(c => new[] { (byte)(c & 0xFF), (byte)(c >> 8) }).ToArray());

        Assert.Equal("lone_surrogate", Assert.Single(at.ImportPath("assets", utf8).First).Code);
        Assert.Equal("lone_surrogate", Assert.Single(at.ImportPath("assets", utf16).First).Code);
    }

    public static TheoryData<string, string?> ContractRows { get; } = new()
    {
        { "C1,OK2,U1,K1,2024-01-01,,1.00", "duplicate_line" },
        { " c1,OK2,U1,K1,2024-01-01,,1.00", "duplicate_line" },
        { "C9,NOPE,U1,K1,2024-01-01,,1.00", "unknown_asset" },
        { "C9,OK2,NOPE,K1,2024-01-01,,1.00", "unknown_unit" },
        { "C9,OK2,U1,NOPE,2024-01-01,,1.00", "unknown_cost_code" },
        { "C9,OK2,U1,K1,2024-02-01,2024-01-31,1.00", "end_before_start" },
        { "C9,OK2,U1,K1,2024-01-01,2024-01-01,1.00", null },
        { "C9,OK2,U1,K1,2024-01-01,,-1.00", "amount_negative" },
        { "C9,OK2,U1,K1,2024-01-01,,0", null },
        { "C9,OK2,U1,K2,2024-01-01,,1.00", "+cost_code_of_another_unit" },
        { "C9,OK1,U1,K1,2024-06-30,,1.00", "overlap" },
        { "C9,OK1,U1,K1,2024-07-01,,1.00", null },
        { "C9,OK1,U1,K1,2023-01-01,2024-01-01,1.00", "overlap" },
        { "C9,OK1,U1,K1,2023-01-01,2023-12-31,1.00", null },
    };

    [Theory]
    [OnBoth(Of = nameof(ContractRows))]
    public void A_bad_contract_row_gets_its_verdict(Engine engine, string row, string? verdict)
    {
        using var at = TestInstallation.On(engine);
        at.Furnish();
        at.Import("assets", Fleet.AssetHeader + Good + AlsoGood);

        var outcome = at.Import("contracts", Fleet.ContractHeader + "C1,OK1,U1,K1,2024-01-01,2024-06-30,100.00\n" + row + "\n");

        var rejected = verdict is not null && verdict[0] != '+';
        Assert.Equal((2, rejected ? 1 : 0, rejected ? 1 : 2), (outcome.Read, outcome.Rejected, outcome.Created));
        Assert.Equal(verdict is null ? [] : [verdict.TrimStart('+')], outcome.First.Select(f => f.Code));
    }
}
