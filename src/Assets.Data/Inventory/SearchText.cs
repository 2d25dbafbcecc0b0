using System.Text;

namespace Assets.Data.Inventory;

/// <summary>How text is made equal before it is compared: composed letters, upper case as in keys, no blanks around. What is stored for searching and what is typed go through the same.</summary>
public static class SearchText
{
    public static string Fold(string text)
    {
        var trimmed = text.Trim();
        return (trimmed.IsNormalized(NormalizationForm.FormC) ? trimmed : trimmed.Normalize(NormalizationForm.FormC)).ToUpperInvariant();
    }
}
