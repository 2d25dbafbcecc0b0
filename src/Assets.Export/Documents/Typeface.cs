using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Assets.Export.Documents;

/// <summary>The one typeface of documents, from the program itself: what is printed does not depend on the fonts of a machine.</summary>
internal sealed class Typeface
{
    private static readonly byte[] RegularFile = Read("fonts/regular.ttf");
    private static readonly byte[] BoldFile = Read("fonts/bold.ttf");
    private const double Em = 1000;
    private readonly Dictionary<(char Sign, bool Bold), double> widths = [];
    private readonly PdfDocumentBuilder.AddedFont regular;
    private readonly PdfDocumentBuilder.AddedFont bold;

    public Typeface(PdfDocumentBuilder document) => (regular, bold) = (document.AddTrueTypeFont(RegularFile), document.AddTrueTypeFont(BoldFile));

    public PdfDocumentBuilder.AddedFont Of(bool isBold) => isBold ? bold : regular;

    /// <summary>The width of a text in points, letter by letter: documents are set without kerning.</summary>
    public double WidthOf(PdfPageBuilder page, string text, double size, bool isBold)
    {
        var width = 0.0;
        foreach (var sign in text)
        {
            // The second of two begins where the first ends; the library's own width of a letter is not its advance.
            if (!widths.TryGetValue((sign, isBold), out var one))
                widths[(sign, isBold)] = one = page.MeasureText($"{sign}{sign}", Em, new PdfPoint(0, 0), Of(isBold))[1].StartBaseLine.X;
            width += one;
        }
        return width * size / Em;
    }

    /// <summary>Signs that the typeface has: what it lacks, in texts that people write, is shown as a question mark instead of failing the document.</summary>
    public string Known(PdfPageBuilder page, string text)
    {
        var known = text.Normalize().ToCharArray();
        for (var i = 0; i < known.Length; i++)
        {
            if (!Has(page, known[i])) known[i] = '?';
        }
        return new string(known);
    }

    private bool Has(PdfPageBuilder page, char sign)
    {
        if (widths.ContainsKey((sign, false))) return true;
        if (char.IsSurrogate(sign) || char.IsControl(sign)) return false;
        try
        {
            WidthOf(page, sign.ToString(), 1, isBold: false);
            WidthOf(page, sign.ToString(), 1, isBold: true);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false; // the library has no other way to ask for a glyph
        }
    }

    private static byte[] Read(string face)
    {
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(face) ?? throw new FileNotFoundException($"The typeface {face} was not built in.");
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        return font;
    }
}
