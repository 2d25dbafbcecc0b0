namespace Assets.Export.Labels;

/// <summary>
/// Code 128 of ISO/IEC 15417, subsets B and C: printable ASCII, with pairs of digits in one sign where that is shorter. The check sign is the
/// start sign's value plus each sign's value times its place, modulo 103: "PJJ123C" in subset B has 879 mod 103 = 55.
/// </summary>
public static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToB = 100;
    private const int ToC = 99;
    private const int Stop = 106;

    /// <summary>The quiet zone on each side, in modules.</summary>
    public const int Quiet = 10;

    // Widths of bars and spaces in turn, beginning with a bar, by the sign's value; table 1 of the standard.
    private static readonly string[] Signs =
    (
        "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 "
        + "221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 "
        + "231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
        + "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 "
        + "111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 "
        + "114131 311141 411131 211412 211214 211232 2331112"
    ).Split(' ');

    /// <summary>True where every character can be drawn: printable ASCII, at least one.</summary>
    public static bool CanDraw(string text) => text.Length > 0 && text.All(sign => sign is >= ' ' and <= '~');

    /// <summary>The values of all signs, from the start sign to the stop sign.</summary>
    /// <exception cref="ArgumentException">A character that the code does not have.</exception>
    public static IReadOnlyList<int> Values(string text)
    {
        if (!CanDraw(text)) throw new ArgumentException("Only printable ASCII can be drawn.", nameof(text));
        var inPairs = DigitsFrom(text, 0) is var first && (first >= 4 || (first == text.Length && first == 2));
        var values = new List<int> { inPairs ? StartC : StartB };
        for (var at = 0; at < text.Length;)
        {
            var digits = DigitsFrom(text, at);
            if (inPairs && digits < 2)
            {
                values.Add(ToB);
                inPairs = false;
            }
            else if (!inPairs && digits % 2 == 0 && digits >= (at + digits == text.Length ? 4 : 6))
            {
                values.Add(ToC);
                inPairs = true;
            }
            if (inPairs)
            {
                values.Add(((text[at] - '0') * 10) + text[at + 1] - '0');
                at += 2;
            }
            else
            {
                values.Add(text[at] - ' ');
                at++;
            }
        }
        values.Add(values.Select((value, place) => value * Math.Max(place, 1)).Sum() % 103);
        values.Add(Stop);
        return values;
    }

    /// <summary>Bars and spaces in turn, in modules, beginning and ending with a bar, without the quiet zones.</summary>
    public static IReadOnlyList<int> Widths(string text) => [.. Values(text).SelectMany(value => Signs[value]).Select(width => width - '0')];

    private static int DigitsFrom(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }
}
