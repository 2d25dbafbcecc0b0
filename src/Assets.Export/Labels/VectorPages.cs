using System.Globalization;
using System.Text;

namespace Assets.Export.Labels;

/// <summary>
/// A PDF (ISO 32000-1) of black rectangles and short texts: all that a label needs. The typeface is Helvetica, which every reader has by
/// the standard, so that nothing is embedded. Measures are millimetres from the top left.
/// </summary>
internal sealed class VectorPages(double width, double height)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    // Helvetica's own widths, in thousandths of its size, from the blank to the tilde.
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private readonly List<StringBuilder> pages = [];

    public static double WidthOf(string text, double size) => text.Sum(sign => sign is >= ' ' and <= '~' ? Widths[sign - ' '] : 600) * size / 1000 * 1.06; // the bold is a little wider

    public void NextPage() => pages.Add(new StringBuilder());

    public void Fill(double x, double y, double w, double h) =>
        pages[^1].Append(CultureInfo.InvariantCulture, $"{Points(x)} {Points(height - y - h)} {Points(w)} {Points(h)} re f\n");

    /// <summary>The letters stand on the line <paramref name="y"/> below the top.</summary>
    public void Write(string text, double x, double y, double size, bool bold) =>
        pages[^1].Append(CultureInfo.InvariantCulture, $"BT /{(bold ? "F2" : "F1")} {Points(size)} Tf {Points(x)} {Points(height - y)} Td ({Escaped(text)}) Tj ET\n");

    public byte[] Finish()
    {
        var body = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        void Add(string content)
        {
            offsets.Add(body.Length);
            body.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{5 + (i * 2)} 0 R")));
        Add("<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /PrintScaling /None >> >>");
        Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {pages.Count} /Kids [{kids}] /MediaBox [0 0 {Points(width)} {Points(height)}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"));
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        foreach (var page in pages)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /Contents {offsets.Count + 2} 0 R >>"));
            Add(string.Create(CultureInfo.InvariantCulture, $"<< /Length {page.Length} >>\nstream\n{page}endstream"));
        }
        var table = body.Length;
        body.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) body.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        body.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(body.ToString()); // one byte a character, so that lengths and offsets above are bytes
    }

    private static string Points(double millimetres) => (millimetres * PointsPerMillimetre).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize())
        {
            if (sign is '(' or ')' or '\\') safe.Append('\\').Append(sign);
            else safe.Append(sign is >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF' ? sign : '?');
        }
        return safe.ToString();
    }
}
