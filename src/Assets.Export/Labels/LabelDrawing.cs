using QRCoder;

namespace Assets.Export.Labels;

/// <summary>Lays out one label: the QR code to the left, the words beside it, the bar code below. Measures are millimetres.</summary>
internal static class LabelDrawing
{
    private const double Margin = 1.6;
    private const double Gap = 1.2;

    /// <summary>Finer bars than this are not read by a common hand scanner: such a bar code is left out where a QR code stands.</summary>
    private const double FinestBar = 0.19;
    private const double WidestBar = 0.35;
    private const double TagSize = 4.2;
    private const double LineSize = 2.3;
    private const double QrQuiet = 4;

    public static void Draw(VectorPages page, Label label, LabelCodes codes, double left, double top, double width, double height)
    {
        var (x, y, w, h) = (left + Margin, top + Margin, width - (2 * Margin), height - (2 * Margin));
        var bars = codes != LabelCodes.Qr && Code128.CanDraw(label.Tag) ? Code128.Widths(label.Tag) : null;
        var module = bars is null ? 0 : Math.Min(WidestBar, w / (bars.Sum() + (2 * Code128.Quiet)));
        var hasRoom = h >= 14 || codes == LabelCodes.Bars;
        if (bars is null || module < FinestBar || !hasRoom) bars = null;
        if (codes != LabelCodes.Bars || bars is null)
        {
            var barHeight = bars is null ? 0 : Math.Min(8, h * 0.28);
            var size = Math.Min(h - barHeight, w * 0.45);
            Qr(page, label.Link, x, y, size);
            Words(page, label, x + size + Gap, y, w - size - Gap, h - barHeight);
            if (bars is not null) Bars(page, bars, module, x, y + h - barHeight + (Gap / 2), w, barHeight - (Gap / 2));
            return;
        }
        var wordsHeight = Math.Min(h * 0.5, TagSize + (label.Lines.Count * LineSize * 1.2) + Gap);
        Words(page, label, x, y, w, wordsHeight);
        Bars(page, bars, module, x, y + wordsHeight, w, h - wordsHeight);
    }

    private static void Qr(VectorPages page, string text, double x, double y, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // with a quiet zone of four on each side
        var first = (int)QrQuiet;
        // The margin of the label is quiet already: two modules of the code's own are enough within it.
        var module = size / (rows.Count - (2 * first) + 4);
        for (var row = first; row < rows.Count - first; row++)
        {
            for (var column = first; column < rows.Count - first;)
            {
                var end = column;
                while (end < rows.Count - first && rows[row][end]) end++;
                if (end > column) page.Fill(x + ((column - first + 2) * module), y + ((row - first + 2) * module), (end - column) * module, module);
                column = Math.Max(end, column + 1);
            }
        }
    }

    private static void Bars(VectorPages page, IReadOnlyList<int> widths, double module, double x, double y, double width, double height)
    {
        var at = x + ((width - (widths.Sum() * module)) / 2);
        for (var i = 0; i < widths.Count; i++)
        {
            if (i % 2 == 0) page.Fill(at, y, widths[i] * module, height);
            at += widths[i] * module;
        }
    }

    private static void Words(VectorPages page, Label label, double x, double y, double width, double height)
    {
        var size = Math.Min(TagSize, height * 0.5);
        size = Math.Min(size, size * width / Math.Max(VectorPages.WidthOf(label.Tag, size), 0.01));
        var down = y + size;
        page.Write(label.Tag, x, down, size, bold: true);
        var small = Math.Min(LineSize, height * 0.22);
        foreach (var line in label.Lines)
        {
            down += small * 1.25;
            if (down > y + height) return;
            page.Write(Cut(line, width, small), x, down, small, bold: false);
        }
    }

    private static string Cut(string text, double width, double size)
    {
        while (text.Length > 1 && VectorPages.WidthOf(text, size) > width) text = text[..^1];
        return text;
    }
}
