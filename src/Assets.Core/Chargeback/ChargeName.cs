using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>A <see cref="Charge.Id"/> taken apart: <c>2026-05:C00000001:rent:10:2026-03:old</c>. A line code may hold colons, a component never does.</summary>
public sealed record ChargeName(BillingMonth Month, string LineCode, string Component, DateOnly From, BillingMonth? CorrectionOf, bool Reversal)
{
    /// <summary>Reads from the end, where every part has one form, so that a colon in a line code does no harm.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ChargeName? name)
    {
        name = null;
        var parts = (text ?? "").Split(':');
        var end = parts.Length;
        BillingMonth? corrected = null;
        var reversal = false;
        if (end > 2 && parts[^1] is "old" or "new")
        {
            if (!BillingMonth.TryParse(parts[^2], out var month)) return false;
            (corrected, reversal, end) = (month, parts[^1] == "old", end - 2);
        }
        if (end < 4 || !BillingMonth.TryParse(parts[0], out var posting)) return false;
        var charged = corrected ?? posting;
        if (parts[end - 1].Length != 2 || parts[end - 2].Length == 0 || (end == 4 && parts[1].Length == 0)) return false;
        if (!int.TryParse(parts[end - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day < 1 || day > charged.Days) return false;
        name = new ChargeName(
            posting, string.Join(':', parts[1..(end - 2)]), parts[end - 2], charged.First.AddDays(day - 1), corrected, reversal);
        return true;
    }
}
