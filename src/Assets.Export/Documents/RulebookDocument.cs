using System.Globalization;
using Assets.Core.Standard;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Writer;

namespace Assets.Export.Documents;

/// <summary>The rulebook as a PDF: A4, numbered pages, bookmarks by section. It says what the page says, from the same content.</summary>
public static class RulebookDocument
{
    private static readonly Hand Title = new(24, Ink.Accent, IsBold: true, Lead: 1.2);
    private static readonly Hand Fact = new(11, Ink.Faint);
    private static readonly Hand Chapter = new(15, Ink.Dark, IsBold: true, Lead: 1.25);
    private static readonly Hand Heading = new(11.5, Ink.Accent, IsBold: true);
    private static readonly Hand Body = new(10.5, Ink.Dark);
    private static readonly Hand Bullet = new(10.5, Ink.Accent);

    /// <param name="made">What the file says of when it was made.</param>
    public static void Write(Stream target, Rulebook book, DateTimeOffset made)
    {
        using var document = new PdfDocumentBuilder();
        document.DocumentInformation.Title = book.Title;
        document.DocumentInformation.Creator = "Assets";
        document.DocumentInformation.Producer = "Assets";
        document.DocumentInformation.CreationDate = made.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var flow = new PageFlow(document);
        var marks = new List<BookmarkNode>();
        Begin(flow, book);
        for (var i = 0; i < book.Sections.Count; i++) Section(flow, marks, book.Sections[i], i + 1);
        flow.Number(book.Title, book.PageOf);
        document.Bookmarks = new Bookmarks(marks);
        target.Write(document.Build());
    }

    private static void Begin(PageFlow flow, Rulebook book)
    {
        flow.Text(book.Title, Title);
        flow.Space(6);
        foreach (var fact in book.Facts) flow.Text(fact, Fact);
        flow.Space(8);
        flow.Across(flow.Down, Ink.Accent, 1.4);
        flow.Space(8);
    }

    private static void Section(PageFlow flow, List<BookmarkNode> marks, RulebookSection section, int number)
    {
        flow.Space(16);
        flow.Need(70);
        var heading = string.Create(CultureInfo.InvariantCulture, $"{number}. {section.Heading}");
        marks.Add(new DocumentBookmarkNode(heading, 0, new ExplicitDestination(flow.PageNumber, ExplicitDestinationType.FitPage, ExplicitDestinationCoordinates.Empty), []));
        flow.Text(heading, Chapter);
        flow.Space(4);
        foreach (var block in section.Blocks) Block(flow, block);
    }

    private static void Block(PageFlow flow, RulebookBlock block)
    {
        switch (block)
        {
            case RulebookHeading heading:
                flow.Space(8);
                flow.Need(48);
                flow.Text(heading.Text, Heading);
                break;
            case RulebookText text:
                flow.Text(text.Text, Body);
                flow.Space(4);
                break;
            case RulebookList list:
                foreach (var item in list.Items) Item(flow, item);
                flow.Space(4);
                break;
            case RulebookTable table:
                FlowTable.Draw(flow, table);
                flow.Space(6);
                break;
            default:
                throw new ArgumentException($"A {block.GetType().Name} has no form on paper.", nameof(block));
        }
    }

    private static void Item(PageFlow flow, string text)
    {
        flow.Need(Body.Step);
        flow.Put("•", Bullet, PageFlow.Left + 2, flow.Down);
        flow.Text(text, Body, indent: 14);
    }
}
