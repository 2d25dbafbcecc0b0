using System.Text;

namespace Assets.Operations.Imports;

/// <summary>How keys are compared: without blanks around, composed (NFC), without regard to case.</summary>
public static class Keys
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (Ascii.IsValid(trimmed)) return string.Create(trimmed.Length, trimmed, static (to, from) => from.ToUpperInvariant(to));
        return trimmed.ToString().Normalize(NormalizationForm.FormC).ToUpperInvariant();
    }

    /// <summary>A column's name as written in a header: trimmed, lower case.</summary>
    public static string Column(ReadOnlySpan<char> text) => text.Trim().Trim('\uFEFF').ToString().ToLowerInvariant();
}
