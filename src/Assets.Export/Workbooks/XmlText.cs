using System.Buffers;

namespace Assets.Export.Workbooks;

/// <summary>Text inside the XML of a sheet.</summary>
internal static class XmlText
{
    /// <summary>What a cell of the format can hold, in UTF-16 units.</summary>
    public const int Longest = 32_767;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c).Where(c => c is not ('&' or '<' or '>' or '_'))));

    /// <summary>Writes a <c>t</c> element with the text of a cell, cut with a visible ellipsis where no cell can hold it.</summary>
    public static void Element(Utf8Buffer buffer, string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0 && text.Length <= Longest && text[0] != ' ' && text[^1] != ' ')
        {
            buffer.Raw("<t>"u8);
            buffer.Text(text);
        }
        else
        {
            buffer.Raw("<t xml:space=\"preserve\">"u8);
            Escape(buffer, Cut(VisibleText.Of(text)));
        }
        buffer.Raw("</t>"u8);
    }

    /// <summary>Element content: no space is kept or lost here, that is the element's own matter.</summary>
    public static void Escape(Utf8Buffer buffer, ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny("&<>\"_"); special >= 0; special = text.IndexOfAny("&<>\"_"))
        {
            buffer.Text(text[..special]);
            buffer.Raw(text[special] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                // The format reads _x0041_ as the letter A: a text that happens to look so gets its first sign spelt out.
                _ => LooksCoded(text[special..]) ? "_x005F_"u8 : "_"u8,
            });
            text = text[(special + 1)..];
        }
        buffer.Text(text);
    }

    private static string Cut(string text)
    {
        if (text.Length <= Longest) return text;
        var keep = Longest - 1;
        if (char.IsHighSurrogate(text[keep - 1])) keep--;
        return string.Concat(text.AsSpan(0, keep), "…");
    }

    private static bool LooksCoded(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_'
        && char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) && char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
