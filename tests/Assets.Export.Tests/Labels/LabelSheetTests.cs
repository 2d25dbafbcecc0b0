using System.Diagnostics;
using System.Text;
using Assets.Export.Labels;
using Assets.Support;
using Xunit;

namespace Assets.Export.Tests.Labels;

public sealed class LabelSheetTests
{
    public static TheoryData<string> Formats => [.. LabelFormat.All.Select(format => format.Code)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_label_lies_on_its_sheet(string code)
    {
        var format = LabelFormat.Find(code)!;

        Assert.True(format.Left + (format.Columns * format.Width) + ((format.Columns - 1) * format.GapX) <= format.PageWidth + 0.01);
        Assert.True(format.Top + (format.Rows * format.Height) + ((format.Rows - 1) * format.GapY) <= format.PageHeight + 0.01);
    }

    [Theory]
    [InlineData("a4-3x8", 1, 24, 1)]
    [InlineData("a4-3x8", 2, 24, 2)]
    [InlineData("a4-5x13", 65, 2, 2)]
    [InlineData("tape-12", 9, 3, 3)]
    public void A_used_sheet_is_begun_at_its_first_free_place(string code, int start, int labels, int pages)
    {
        var pdf = Encoding.Latin1.GetString(LabelSheet.Draw([.. Enumerable.Range(1, labels).Select(Of)], LabelFormat.Find(code)!, LabelCodes.Qr, start));

        Assert.Contains($"/Count {pages} ", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_brackets_and_foreign_letters_stays_one_text()
    {
        var pdf = Encoding.Latin1.GetString(LabelSheet.Draw([new Label("A(1)\\", "A1", ["Ångström ключ"])], LabelFormat.All[0], LabelCodes.Qr));

        Assert.Contains("(A\\(1\\)\\\\) Tj", pdf, StringComparison.Ordinal);
        Assert.Contains("(Ångström ????) Tj", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_scanner_reads_what_was_printed(string code)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftoppm") && File.Exists("/usr/bin/zbarimg"), "pdftoppm or zbarimg is not installed (on Debian: apt-get install poppler-utils zbar-tools)");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["labels.pdf"], LabelSheet.Draw([Of(1), Of(2)], LabelFormat.Find(code)!, LabelCodes.Both));

        Run("pdftoppm", "-r", "600", "-png", folder["labels.pdf"], folder["page"]);
        var read = Run("zbarimg", ["-q", .. Directory.GetFiles(folder.Path, "*.png").Order(StringComparer.Ordinal)]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        foreach (var number in new[] { 1, 2 })
        {
            Assert.Contains($"QR-Code:https://it.example.se/t/IT000000{number}", read);
            if (LabelFormat.Find(code)!.Height > 20) Assert.Contains($"CODE-128:IT000000{number}", read);
        }
    }

    [Fact]
    public void A_bar_code_alone_is_read_from_the_smallest_label_of_a_sheet()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftoppm") && File.Exists("/usr/bin/zbarimg"), "pdftoppm or zbarimg is not installed (on Debian: apt-get install poppler-utils zbar-tools)");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["labels.pdf"], LabelSheet.Draw([Of(7)], LabelFormat.Find("a4-5x13")!, LabelCodes.Bars));

        Run("pdftoppm", "-r", "600", "-png", folder["labels.pdf"], folder["page"]);

        Assert.Equal("CODE-128:IT0000007\n", Run("zbarimg", ["-q", .. Directory.GetFiles(folder.Path, "*.png")]));
    }

    private static Label Of(int number) => new($"IT000000{number}", $"https://it.example.se/t/IT000000{number}", ["Dell Latitude 5440", $"S/N 5CG3210AB{number}"]);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
