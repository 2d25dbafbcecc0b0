using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assets.Operations.Imports.Files;

/// <summary>What is wrong or odd about a text from outside, whatever column it stands in.</summary>
internal static class TextRules
{
    public const int LongestText = 1_000;
    public const int LongestKey = 100;

    private static readonly SearchValues<char> AsciiControl = SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Select(c => (char)c)]);
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF\u061C");

    /// <summary>The error that a field's characters are, or none. Line breaks and tabs inside quotes are text.</summary>
    public static (string Code, string Detail)? Fault(ReadOnlySpan<char> text, bool isKey)
    {
        for (var rest = text; rest.IndexOfAny(AsciiControl) is var at && at >= 0; rest = rest[(at + 1)..])
        {
            var c = rest[at];
            if (c == '\0') return ("nul_character", "It holds a NUL character. Remove it.");
            if (c is not ('\t' or '\n' or '\r') || isKey) return ("control_character", $"It holds the control character U+{(int)c:X4}. Remove it.");
        }
        if (text.IndexOfAny('\uFFFE', '\uFFFF') is var nothing && nothing >= 0)
            return ("control_character", $"It holds U+{(int)text[nothing]:X4}, which is no character. Remove it.");
        if (!Ascii.IsValid(text) && (isKey || !IsDoublyEncoded(text))) // a key stands in canonical forms, where no control character can
        {
            foreach (var c in text)
            {
                if (c is >= '\u0080' and <= '\u009F') return ("control_character", $"It holds the control character U+{(int)c:X4}. Remove it.");
            }
        }
        if (text.ContainsAnyInRange('\uD800', '\uDFFF') && HoldsHalfAPair(text)) return ("lone_surrogate", "It holds half of a character pair (a lone surrogate). Remove it.");
        var longest = isKey ? LongestKey : LongestText;
        return text.Length > longest && Length(text) is var length && length > longest
            ? ("field_too_long", string.Create(CultureInfo.InvariantCulture, $"It has {length} characters; at most {longest} are kept. Shorten it."))
            : null;
    }

    public static bool IsFormula(ReadOnlySpan<char> text) => text[0] is '=' or '+' or '-' or '@' or '\t';

    /// <summary>What is odd but kept as text: a formula, invisible characters, text encoded twice.</summary>
    public static IEnumerable<(string Code, string Detail)> Oddities(string text)
    {
        if (text.Length > 0 && IsFormula(text))
            yield return ("formula", "It begins like a formula; it is kept as text and never calculated.");
        if (text.AsSpan().IndexOfAny(Invisible) >= 0)
            yield return ("invisible_character", $"It holds characters that cannot be seen: {MakeVisible(text)}");
        if (IsDoublyEncoded(text))
            yield return ("doubly_encoded", $"It looks like UTF-8 that was encoded twice (did you mean ‘{Undo(text)}’?). Correct it where it comes from.");
    }

    /// <summary>The same text with every invisible character written as <c>\u202E</c>.</summary>
    public static string MakeVisible(string text)
    {
        var visible = new StringBuilder(text.Length + 12);
        foreach (var c in text)
        {
            if (Invisible.Contains(c)) visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else visible.Append(c);
        }
        return visible.ToString();
    }

    private static bool HoldsHalfAPair(ReadOnlySpan<char> text)
    {
        for (; !text.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var taken) != OperationStatus.Done) return true;
            text = text[taken..];
        }
        return false;
    }

    // As it is kept: composed, and a sign beyond the first 65,536 is one.
    private static int Length(ReadOnlySpan<char> text) => text.ToString().Normalize(NormalizationForm.FormC).EnumerateRunes().Count();

    // å read as Latin-1 and encoded again is Ã followed by a character that no Swedish word has there.
    private static bool IsDoublyEncoded(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('\u00C3' or '\u00C2')) continue;
            var next = text[i + 1];
            if (next is >= '\u0080' and <= '\u00BF' || "\u201E\u2026\u2013\u2014\u2013\u201C\u201D\u2022\u0160\u0153\u017E\u2030\u2020\u2021\u02C6\u2039\u0152\u017D\u2018\u2019\u02DC\u2122\u0161\u203A\u0178\u20AC\u201A\u0192".Contains(next)) return true;
        }
        return false;
    }

    private static string Undo(string text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u00FF') return text.Replace("\u00C3\u201E", "\u00C4", StringComparison.Ordinal).Replace("\u00C3\u2013", "\u00D6", StringComparison.Ordinal).Replace("\u00C3\u2026", "\u00C5", StringComparison.Ordinal);
            bytes[i] = (byte)text[i];
        }
        return Encoding.UTF8.GetString(bytes);
    }
}
