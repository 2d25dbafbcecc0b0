using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assets.Export;

/// <summary>
/// Makes visible what a reader of a sheet could not see or a file could not hold, instead of dropping it: the text then still
/// differs from one without. Line breaks become one form, LF. The joiners U+200C and U+200D stay: Persian and emoji need them.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(0x20, 0x7F - 0x20).Select(c => (char)c)) + "\t\nåäöÅÄÖéÉüÜøØæÆ–§");

    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Plain);
        return first < 0 ? text : Mend(text, first);
    }

    private static string Mend(string text, int first)
    {
        var mended = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                mended.Append(c).Append(text[++i]);
            else if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n') mended.Append('\n');
            }
            else if (c is '\t' or '\n')
                mended.Append(c);
            else if (c < ' ')
                mended.Append((char)('\u2400' + c)); // the picture of the control character: ␀ for NUL
            else if (c == '\u007F')
                mended.Append('\u2421');
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                mended.Append('\uFFFD');
            else if (IsUnseen(c))
                mended.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]");
            else
                mended.Append(c);
        }
        return mended.ToString();
    }

    // C1 controls, soft hyphen, zero-width space and marks, bidirectional embeddings, overrides and isolates, byte order mark.
    private static bool IsUnseen(char c) =>
        c is (>= '\u0080' and <= '\u009F') or '\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or '\uFEFF';
}
