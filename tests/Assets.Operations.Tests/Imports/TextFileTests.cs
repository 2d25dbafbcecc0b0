using System.Text;
using Assets.Data.Storage;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Imports;

/// <summary>The forms that a text file may have: delimiter, encoding, and what an installation lets its kinds of asset lack.</summary>
public sealed class TextFileTests
{
    public static TheoryData<string, Encoding> Forms
    {
        get
        {
            var forms = new TheoryData<string, Encoding>();
            foreach (var delimiter in new[] { ",", ";", "\t" })
            {
                foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true) })
                    forms.Add(delimiter, encoding);
            }
            return forms;
        }
    }

    [Theory]
    [OnBoth(Of = nameof(Forms))]
    public void Each_delimiter_and_each_encoding_with_its_mark_reads_alike(Engine engine, string delimiter, Encoding encoding)
    {
        using var at = TestInstallation.On(engine);
        // Long enough that both halves of a pair, and both bytes of a letter, fall on the ends of what is read at once.
        var rows = Enumerable.Range(1, 9_000).Select(i => string.Join(delimiter, $"S{i}", $"\"Åsa{delimiter} Öst \U0001F5A8 {i}\"", "")).ToList();
        var path = Path.Combine(at.Folder, "suppliers.txt");
        File.WriteAllText(path, string.Join(delimiter, "supplier_code", "name", "org_number") + "\r\n" + string.Join("\r\n", rows), encoding);

        var outcome = at.ImportPath("suppliers", path);

        Assert.Equal((9_000, 9_000, 0), (outcome.Read, outcome.Created, outcome.Findings));
        using var connection = at.Database.Open();
        Assert.Equal($"Åsa{delimiter} Öst \U0001F5A8 9000", connection.Scalar("select name from suppliers where code = 'S9000'"));
    }

    [Theory]
    [OnBoth(false, "12 345,60", 0)] // a comma file says nothing of decimals
    [OnBoth(true, "12 345,60", 1_234_560)]
    [OnBoth(true, "12345.60", 1_234_560)]
    public void A_tab_file_has_a_decimal_comma_where_it_is_said(Engine engine, bool decimalComma, string price, int ore)
    {
        using var at = TestInstallation.On(engine);

        var outcome = at.Import("models", $"model_code\tkind\tvendor\tmodel\tlist_price\tlife_months\nM1\tpc\tDell\tX\t{price}\t48\n", decimalComma: decimalComma);

        Assert.Equal(ore == 0 ? ["amount_format"] : [], outcome.First.Select(f => f.Code));
        using var connection = at.Database.Open();
        Assert.Equal(ore, connection.Number("select coalesce(sum(list_price), 0) from models"));
    }

    [Theory]
    [OnBoth(null, "PC1:missing DOCK1:missing")]
    [OnBoth("dock", "PC1:missing")]
    [OnBoth(" dock , pc", "")]
    public void Kinds_that_a_setting_names_may_lack_a_serial(Engine engine, string? setting, string rejected)
    {
        using var at = TestInstallation.On(engine, ("Assets:SerialOptionalFor", setting));
        at.Furnish();

        var outcome = at.Import("assets", Fleet.AssetHeader + "PC1,,PC,2024-01-01,1.00,,,,,in_use,\nDOCK1,,DOCK,2024-01-01,1.00,,,,,in_use,\nDOCK2,S2,DOCK,2024-01-01,1.00,,,,,in_use,\n");

        Assert.Equal(rejected, string.Join(' ', outcome.First.Select(f => $"{new[] { "PC1", "DOCK1", "DOCK2" }[f.Record - 1]}:{f.Code}")));
        Assert.Equal(3 - outcome.Rejected, outcome.Created);
    }

    [Theory]
    [OnBoth]
    public void A_setting_that_names_no_kind_stops_the_import_and_says_which_there_are(Engine engine)
    {
        using var at = TestInstallation.On(engine, ("Assets:SerialOptionalFor", "dock, skärm"));
        var refusal = Assert.Throws<Operations.Imports.ImportRefusedException>(() => at.Import("assets", Fleet.AssetHeader));
        Assert.Contains("holds skärm", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("monitor", refusal.Message, StringComparison.Ordinal);
    }
}
