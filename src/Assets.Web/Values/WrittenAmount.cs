using System.Globalization;
using Assets.Core.Values;

namespace Assets.Web.Values;

/// <summary>Numbers as people write them in a form: <c>12 000,50</c> and <c>12000.50</c> alike.</summary>
public static class WrittenAmount
{
    /// <summary>Kronor with at most two decimals; empty is nothing. False for what is no such amount.</summary>
    public static bool TryRead(string? text, out Money amount)
    {
        amount = Money.Zero;
        if (!TryReadNumber(text, out var number)) return false;
        if (decimal.Round(number, 2) != number) return false;
        amount = Money.FromKronor(number);
        return true;
    }

    /// <summary>Any number within what an amount can be; empty is zero.</summary>
    public static bool TryReadNumber(string? text, out decimal number)
    {
        const decimal Greatest = 9_999_999_999.99m;
        var plain = string.Concat((text ?? "").Where(sign => !char.IsWhiteSpace(sign))).Replace(',', '.').Replace('\u2212', '-');
        number = 0;
        return plain.Length == 0
            || (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && Math.Abs(number) <= Greatest);
    }

    /// <summary>As it is written in a field to be changed: a comma in Swedish, a point in English, no blanks.</summary>
    public static string Field(Money amount) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv" ? amount.ToString().Replace('.', ',') : amount.ToString();
}
