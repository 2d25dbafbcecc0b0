using System.Globalization;
using Assets.Core.Values;

namespace Assets.Operations.Imports.Files;

/// <summary>Reads amounts, days and counts as files write them, strictly: what a reader could take two ways is refused.</summary>
internal static class Values
{
    private const long GreatestOre = 999_999_999_999;

    /// <summary>An amount of zero or more with at most two decimals; with <paramref name="decimalComma"/> also a comma and spaces between thousands.</summary>
    public static (string Code, string Detail)? Amount(ReadOnlySpan<char> field, bool decimalComma, out Money amount)
    {
        amount = default;
        var text = field.Trim();
        if (text.IsEmpty) return ("amount_missing", "An amount is needed, such as 1250.00; write 0 where there is none.");
        if (text[0] is '-' or '\u2212' && text.Length > 1 && char.IsAsciiDigit(text[1])) return ("amount_negative", "An amount cannot be negative here.");
        if (!decimalComma && text.IndexOfAny(",\u00A0\u202F ") >= 0)
            return ("amount_format", "A comma or a blank in an amount needs --culture sv-SE or a semicolon file. Write 1250.00.");
        long kronor = 0;
        var i = 0;
        var digits = 0;
        var group = -1;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (group >= 0) group++;
                if (kronor < GreatestOre) kronor = kronor * 10 + (c - '0');
                continue;
            }
            if (!decimalComma || c is not (' ' or '\u00A0' or '\u202F')) break;
            if (digits == 0 || (group >= 0 && group != 3) || (group < 0 && digits > 3)) return NotANumber(text);
            group = 0;
        }
        if (digits == 0 || (group >= 0 && group != 3)) return NotANumber(text);
        long ore = 0;
        if (i < text.Length)
        {
            if (text[i] != '.' && !(decimalComma && text[i] == ',')) return NotANumber(text);
            var decimals = text[(i + 1)..];
            foreach (var c in decimals)
            {
                if (!char.IsAsciiDigit(c)) return NotANumber(text);
            }
            if (decimals.IsEmpty) return NotANumber(text);
            if (decimals.Length > 2) return ("amount_decimals", "An amount has at most two decimals.");
            ore = (decimals[0] - '0') * 10 + (decimals.Length == 2 ? decimals[1] - '0' : 0);
        }
        if (kronor > GreatestOre / 100) return ("amount_range", "The amount is beyond 9 999 999 999.99.");
        amount = Money.FromOre(kronor * 100 + ore);
        return null;
    }

    /// <summary>An ISO day, from 1980 to fifteen years ahead; none for an empty field.</summary>
    public static (string Code, string Detail)? Day(ReadOnlySpan<char> field, DateOnly latest, out DateOnly? day)
    {
        day = null;
        var text = field.Trim();
        if (text.IsEmpty) return null;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text.Slice(5, 2), out var month) || !Digits(text.Slice(8, 2), out var number))
        {
            return ("date_format", $"“{Shown(text)}” is no ISO date. Write year-month-day, such as 2026-03-31.");
        }
        if (month is < 1 or > 12 || number < 1 || year is < 1 or > 9999 || number > DateTime.DaysInMonth(year, month))
            return ("date_impossible", $"There is no “{Shown(text)}” in the calendar.");
        var value = new DateOnly(year, month, number);
        if (year < 1980) return ("date_range", $"“{Shown(text)}” is before 1980.");
        if (value > latest) return ("date_range", $"“{Shown(text)}” is more than 15 years ahead.");
        day = value;
        return null;
    }

    public static (string Code, string Detail)? Count(ReadOnlySpan<char> field, int most, out int count)
    {
        var fits = int.TryParse(field.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= most;
        return fits ? null : ("number_format", $"“{Shown(field)}” is no whole number from 0 to {most}.");
    }

    /// <summary>A field for a message: short, and with nothing invisible in it.</summary>
    public static string Shown(ReadOnlySpan<char> field)
    {
        var text = TextRules.MakeVisible(field.Length > 60 ? string.Concat(field[..60], "…") : field.ToString());
        return text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
    }

    private static (string Code, string Detail) NotANumber(ReadOnlySpan<char> text) => ("amount_format", $"“{Shown(text)}” is no amount. Write digits, a point and two decimals: 1250.00.");

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = number * 10 + (c - '0');
        }
        return true;
    }
}
