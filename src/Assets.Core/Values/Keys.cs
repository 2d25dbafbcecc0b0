using System.Text;

namespace Assets.Core.Values;

/// <summary>
/// How keys are compared, and every text that is searched: without blanks around, composed (NFC), in capitals. What is stored and what
/// is typed go through the same. " åb01 " is "ÅB01", of however many characters its å was made; full-width letters stay full-width,
/// and ß has no capital.
/// </summary>
public static class Keys
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (Ascii.IsValid(trimmed)) return string.Create(trimmed.Length, trimmed, static (to, from) => from.ToUpperInvariant(to));
        return Composed(trimmed.ToString()).ToUpperInvariant();
    }

    // Half a surrogate pair and U+FFFE are no text, so that nothing composes with them: they are kept as they are, and match nothing.
    private static string Composed(string text) => IsText(text) ? text.Normalize(NormalizationForm.FormC) : text;

    private static bool IsText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '\uFFFE' || Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done) return false;
            text = text[length..];
        }
        return true;
    }
}
