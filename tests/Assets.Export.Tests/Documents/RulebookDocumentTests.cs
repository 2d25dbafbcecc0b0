using System.Diagnostics;
using Assets.Core.Standard;
using Assets.Export.Documents;
using Assets.Support;
using UglyToad.PdfPig;

namespace Assets.Export.Tests.Documents;

public sealed class RulebookDocumentTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();

    private static Rulebook Small => new(
        "Teknisk plattform – regelverk", ["Utgåva 2 · Gäller", "Beslutad av IT-rådet den 2026-06-15, protokoll § 7/2026"], "Sida {0} av {1}", "sv",
        [
            new RulebookSection("Så beställer du", [new RulebookText("Åäö ÅÄÖ é – × 1 000,50 kr"), new RulebookList(["En giltig kostnadskod krävs.", "Mottagaren kvitterar."])]),
            new RulebookSection("Prislista", [new RulebookHeading("Kontor"), new RulebookTable(["Produkt", "Kod", "Kr per månad"], 2, [["Kontor", "KONTOR", "357,50"], ["Extra bildskärm", "SKARM", "1 062,50"]])]),
        ]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_document_opens_and_says_what_the_rulebook_says()
    {
        GoldenFile.Matches("rulebook.txt", string.Join('\f', Pages(Write(Small))));
    }

    [Fact]
    public void Another_reader_opens_it_and_reads_the_swedish_letters()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed (on Debian: apt-get install poppler-utils)");
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-enc", "UTF-8", Write(Small), "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = reader.StandardOutput.ReadToEnd();
        reader.WaitForExit();

        Assert.Equal(0, reader.ExitCode);
        Assert.Contains("Åäö ÅÄÖ é – × 1 000,50 kr", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_its_title_its_bookmarks_and_only_the_letters_that_are_used()
    {
        var path = Write(Small);
        using var document = PdfDocument.Open(path);

        Assert.Equal("Teknisk plattform – regelverk", document.Information.Title);
        Assert.Equal(1, document.NumberOfPages);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["1. Så beställer du", "2. Prislista"], bookmarks.GetNodes().Select(node => node.Title));
        Assert.True(new FileInfo(path).Length < 150_000, $"{new FileInfo(path).Length} bytes");
    }

    [Fact]
    public void A_sign_that_the_typeface_lacks_is_a_question_mark_and_never_a_fault()
    {
        using var document = PdfDocument.Open(Write(Small with { Facts = ["Klar 😀 \u0001 漢 <script>"] }));

        Assert.Contains("<script>", document.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains("Klar", document.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains("?", document.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_goes_on_on_the_next_page_below_its_head_and_pages_are_numbered()
    {
        var rows = Enumerable.Range(1, 120).Select(i => (IReadOnlyList<string>)[$"Produkt {i} med ett namn så långt att det behöver mer än en enda rad i sin kolumn för att rymmas", $"KOD-{i}", $"{i},00"]).ToList();
        var book = Small with { Sections = [new RulebookSection("Prislista", [new RulebookTable(["Produkt", "Kod", "Kr per månad"], 2, rows)])] };

        var pages = Pages(Write(book));

        Assert.InRange(pages.Count, 4, 8);
        Assert.All(pages, page => Assert.Contains("Kr per månad", page, StringComparison.Ordinal));
        for (var i = 0; i < pages.Count; i++) Assert.Contains($"Sida {i + 1} av {pages.Count}", pages[i], StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 120), i => Assert.Single(pages, page => page.Contains($"KOD-{i} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_word_that_fits_no_line_is_broken_and_nothing_of_it_is_lost()
    {
        var word = string.Concat(Enumerable.Range(0, 60).Select(i => $"stycke{i}å"));

        var text = string.Concat(Pages(Write(Small with { Sections = [new RulebookSection("Lång", [new RulebookText(word)])] })));

        Assert.Contains(word, string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))), StringComparison.Ordinal);
    }

    private string Write(Rulebook book)
    {
        var path = Path.Combine(folder.Path, "rulebook.pdf");
        using var file = File.Create(path);
        RulebookDocument.Write(file, book, Made);
        return path;
    }

    /// <summary>The words of each page line by line, as they stand on the paper.</summary>
    private static List<string> Pages(string path)
    {
        using var document = PdfDocument.Open(path);
        return
        [
            .. document.GetPages().Select(page => string.Join('\n', page.GetWords()
                .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y, 1)).OrderByDescending(line => line.Key)
                .Select(line => string.Join(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text))))),
        ];
    }
}
