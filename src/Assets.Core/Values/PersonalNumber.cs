namespace Assets.Core.Values;

/// <summary>Finds Swedish personal identity numbers in what people write: a person is named by account or staff number, never by that one.</summary>
public static class PersonalNumber
{
    /// <summary>
    /// True where the text holds one: <c>811228-9874</c>, <c>8112289874</c>, <c>19811228-9874</c>, <c>811228+9874</c>, or a
    /// coordination number, whose day has 60 added. Ten digits without a dash that begin with 07 are a mobile number. A date that is none, or a wrong check digit (Luhn), is some other number.
    /// </summary>
    public static bool IsIn(string? text)
    {
        if (text is null) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            var run = text.AsSpan(i, end - i);
            if (run.Length is 10 or 12 && !run.StartsWith("07") && IsOne(run)) return true; // ten digits in a row that begin so are a mobile number
            if (run.Length is 6 or 8 && LastFour(text, end) is { } four && IsOne(string.Concat(run, four))) return true;
            i = end;
        }
        return false;
    }

    // Four digits and no more, after a dash, a plus (from the year of 100) or a space.
    private static string? LastFour(string text, int at)
    {
        if (at + 5 > text.Length || text[at] is not ('-' or '+' or ' ' or '\u2013')) return null;
        var four = text.AsSpan(at + 1, 4);
        foreach (var digit in four)
        {
            if (!char.IsAsciiDigit(digit)) return null;
        }
        return at + 5 < text.Length && char.IsAsciiDigit(text[at + 5]) ? null : four.ToString();
    }

    private static bool IsOne(ReadOnlySpan<char> digits)
    {
        var ten = digits[^10..];
        var month = Two(ten[2..]);
        var day = Two(ten[4..]);
        if (month is < 1 or > 12 || day is not ((>= 1 and <= 31) or (>= 61 and <= 91))) return false;
        if (digits.Length == 12 && Two(digits) is not (18 or 19 or 20)) return false;
        var sum = 0;
        for (var i = 0; i < 10; i++)
        {
            var product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }

    private static int Two(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
