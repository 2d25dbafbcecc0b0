namespace Assets.Core.Inventory;

/// <summary>A hardware address (MAC, EUI-48) in the ways in which people, labels and devices write it.</summary>
public static class HardwareAddress
{
    private const int Octets = 6;

    /// <summary>
    /// Its twelve hexadecimal digits, in small letters; none where the text is no such address. <c>00:1B:2C:03:04:05</c>,
    /// <c>001b.2c03.0405</c>, <c>001B2C-030405</c>, <c>0x001b2c030405</c> and <c>0:1b:2c:3:4:5</c>, without the zeros, are all <c>001b2c030405</c>.
    /// </summary>
    public static string? Digits(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (plain.StartsWith("0x", StringComparison.Ordinal)) plain = plain[2..];
        var groups = plain.Split([':', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat(groups.Length == Octets && groups.All(group => group.Length <= 2) ? groups.Select(group => group.PadLeft(2, '0')) : groups);
        return digits.Length == 2 * Octets && digits.All(char.IsAsciiHexDigit) ? digits : null;
    }
}
