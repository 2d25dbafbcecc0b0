using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Assets.Core.Organisations;

/// <summary>
/// A Swedish organisation number: ten digits, the last a check digit by Luhn's rule, the third at least 2 (below it the number is a
/// person's, which is not kept here). Written <c>212099-1001</c>. Source: lagen (1974:174) om identitetsbeteckning för juridiska
/// personer m.fl.
/// </summary>
public sealed record OrgNumber
{
    private readonly long number;

    private OrgNumber(long number) => this.number = number;

    /// <summary>Ten digits without the dash, as Peppol's scheme 0007 has them.</summary>
    public string Digits => number.ToString("0000000000", CultureInfo.InvariantCulture);

    /// <summary><c>SE</c> + ten digits + <c>01</c>.</summary>
    public string VatNumber => $"SE{Digits}01";

    /// <summary>Takes ten digits, with or without the dash before the last four, and blanks around.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OrgNumber? orgNumber)
    {
        orgNumber = null;
        var trimmed = text.AsSpan().Trim();
        var dashed = trimmed.Length == 11 && trimmed[6] == '-';
        if (!dashed && trimmed.Length != 10) return false;

        long value = 0;
        var sum = 0;
        var place = 0;
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (dashed && i == 6) continue;
            if (!char.IsAsciiDigit(trimmed[i])) return false;
            var digit = trimmed[i] - '0';
            if (place == 2 && digit < 2) return false;
            value = (value * 10) + digit;
            var weighed = place++ % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        if (sum % 10 != 0) return false;
        orgNumber = new OrgNumber(value);
        return true;
    }

    /// <summary>The canonical form, <c>nnnnnn-nnnn</c>.</summary>
    public override string ToString() => number.ToString("000000-0000", CultureInfo.InvariantCulture);
}
