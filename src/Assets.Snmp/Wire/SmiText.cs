using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assets.Snmp.Wire;

/// <summary>
/// An octet string as text where it is text, else as hexadecimal. The MIB cannot decide this: devices put binary into
/// DisplayStrings. Text is UTF-8 of printable characters, tabs and line breaks, trailing NULs dropped.
/// Example: "Port 1" stays, 00 1B 2C becomes 0x001b2c.
/// </summary>
public static class SmiText
{
    public static string Of(ReadOnlySpan<byte> octets)
    {
        var text = octets.TrimEnd((byte)0);
        return IsPrintable(text) ? Encoding.UTF8.GetString(text) : Hex(octets);
    }

    /// <summary>Always hexadecimal, for addresses of hardware; an empty string stays empty.</summary>
    public static string Hex(ReadOnlySpan<byte> octets) =>
        octets.IsEmpty ? "" : $"0x{Convert.ToHexStringLower(octets)}";

    private static bool IsPrintable(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var octets) != OperationStatus.Done || !IsPrintable(rune))
                return false;
            text = text[octets..];
        }
        return true;
    }

    private static bool IsPrintable(Rune rune) => rune.Value is ' ' or '\t' or '\r' or '\n' || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
}
