using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>The parts of a charge's name, for who holds only the name: <c>2026-05:C00000001:rent:10:2026-03:old</c>.</summary>
/// <param name="Day">First day of the charge, of the corrected month where there is one.</param>
public sealed record ChargeId(BillingMonth Month, string LineCode, string Component, int Day, BillingMonth? CorrectionOf, bool Reversal)
{
    /// <summary>Reads from both ends inwards, since a line code may hold a colon and a component may not.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ChargeId? id)
    {
        id = null;
        var parts = (text ?? "").Split(':');
        var end = parts.Length;
        BillingMonth? corrected = null;
        var reversal = parts[^1] == "old";
        if (reversal || parts[^1] == "new")
        {
            if (end < 6 || !BillingMonth.TryParse(parts[^2], out var month)) return false;
            corrected = month;
            end -= 2;
        }
        if (end < 4 || !BillingMonth.TryParse(parts[0], out var posted)) return false;
        if (parts[end - 1].Length != 2 || !int.TryParse(parts[end - 1], NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return false;
        var line = string.Join(':', parts[1..(end - 2)]);
        if (line.Length == 0 || parts[end - 2].Length == 0 || day < 1 || day > (corrected ?? posted).Days) return false;
        id = new ChargeId(posted, line, parts[end - 2], day, corrected, reversal);
        return true;
    }

    public bool IsOf(Charge charge) =>
        charge.Month == Month && charge.LineCode == LineCode && charge.Component == Component && charge.From.Day == Day
        && charge.CorrectionOf == CorrectionOf && charge.Reversal == Reversal;
}
