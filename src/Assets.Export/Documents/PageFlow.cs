using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Assets.Export.Documents;

/// <summary>How a text is set.</summary>
/// <param name="Size">In points.</param>
internal sealed record Hand(double Size, Ink Ink, bool IsBold = false, double Lead = 1.35)
{
    public double Step => Size * Lead;
}

/// <summary>A colour.</summary>
internal sealed record Ink(byte Red, byte Green, byte Blue)
{
    public static Ink Dark { get; } = new(0x1d, 0x27, 0x3b);

    public static Ink Faint { get; } = new(0x5f, 0x6b, 0x7e);

    public static Ink Accent { get; } = new(0x15, 0x4a, 0x9c);

    public static Ink Rule { get; } = new(0xd5, 0xda, 0xe2);
}

/// <summary>Fills A4 pages from the top down; what does not fit goes on on the next page. Measures are points, 1/72 inch, from the top left.</summary>
internal sealed class PageFlow
{
    private const double Side = 62;
    private const double Top = 62;
    private const double Bottom = 70;
    private const double FootLine = 44;
    private readonly PdfDocumentBuilder document;
    private readonly Typeface typeface;
    private readonly List<PdfPageBuilder> pages = [];

    public PageFlow(PdfDocumentBuilder document)
    {
        this.document = document;
        typeface = new Typeface(document);
        NextPage();
    }

    public static double Left => Side;

    public double Width => Page.PageSize.Width - (2 * Side);

    /// <summary>The number of the page that is being filled, from 1.</summary>
    public int PageNumber => pages.Count;

    /// <summary>How far down the page the next thing begins.</summary>
    public double Down { get; private set; }

    private PdfPageBuilder Page => pages[^1];

    /// <summary>Begins a page where the rest of this one is too short: a heading is not left alone at its foot.</summary>
    public void Need(double points)
    {
        if (Down + points > Page.PageSize.Height - Bottom) NextPage();
    }

    public void Space(double points) => Down += points;

    /// <summary>Lines of text, broken between words at the width that is left.</summary>
    public void Text(string text, Hand hand, double indent = 0)
    {
        foreach (var line in Broken(text, hand, Width - indent))
        {
            Need(hand.Step);
            Put(line, hand, Side + indent, Down);
            Down += hand.Step;
        }
    }

    /// <summary>One line with its left end and its top where they are asked for.</summary>
    public void Put(string line, Hand hand, double left, double down) => Put(Page, typeface.Known(Page, line), hand, left, down);

    /// <summary>A line across, from the left end of the text to its right end.</summary>
    public void Across(double down, Ink ink, double thickness) => Across(Page, down, ink, thickness);

    /// <summary>The text in lines no wider than asked for; a word that is too long by itself is broken where it must be.</summary>
    public IReadOnlyList<string> Broken(string text, Hand hand, double width)
    {
        var lines = new List<string>();
        var line = "";
        var words = text.Split((char[]?)[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.SelectMany(word => Pieces(typeface.Known(Page, word), hand, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, hand) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines;
    }

    public double WidthOf(string text, Hand hand) => typeface.WidthOf(Page, typeface.Known(Page, text), hand.Size, hand.IsBold);

    /// <summary>Writes the foot of every page, now that their number is known.</summary>
    /// <param name="pageOf">With <c>{0}</c> for the page and <c>{1}</c> for all.</param>
    public void Number(string title, string pageOf)
    {
        var hand = new Hand(8.5, Ink.Faint);
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var down = page.PageSize.Height - FootLine;
            Across(page, down - 6, Ink.Rule, 0.6);
            Put(page, typeface.Known(page, title), hand, Side, down);
            var number = string.Format(CultureInfo.InvariantCulture, pageOf, i + 1, pages.Count);
            Put(page, number, hand, page.PageSize.Width - Side - WidthOf(number, hand), down);
        }
    }

    private void Put(PdfPageBuilder page, string line, Hand hand, double left, double down)
    {
        if (line.Length == 0) return;
        page.SetTextAndFillColor(hand.Ink.Red, hand.Ink.Green, hand.Ink.Blue);
        page.AddText(line, hand.Size, new PdfPoint(left, page.PageSize.Height - down - hand.Size), typeface.Of(hand.IsBold));
    }

    private static void Across(PdfPageBuilder page, double down, Ink ink, double thickness)
    {
        var height = page.PageSize.Height - down;
        page.SetStrokeColor(ink.Red, ink.Green, ink.Blue);
        page.DrawLine(new PdfPoint(Side, height), new PdfPoint(page.PageSize.Width - Side, height), thickness);
    }

    private void NextPage()
    {
        pages.Add(document.AddPage(PageSize.A4));
        Down = Top;
    }

    private IEnumerable<string> Pieces(string word, Hand hand, double width)
    {
        var rest = word;
        while (rest.Length > 1 && WidthOf(rest, hand) > width)
        {
            var fits = rest.Length - 1;
            while (fits > 1 && WidthOf(rest[..fits], hand) > width) fits--;
            yield return rest[..fits];
            rest = rest[fits..];
        }
        yield return rest;
    }
}
