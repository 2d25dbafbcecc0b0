namespace Assets.Core.Inventory;

/// <summary>
/// Tags and serials as people misread them: blanks and dashes are left out or put in, O and 0, I and 1 are taken for each other.
/// <c>it-ooo 12</c> may be meant for <c>IT00012</c>, and <c>5CG321OABC</c> for <c>5CG3210ABC</c>.
/// </summary>
public static class LookAlike
{
    private const int MostDoubtful = 8;

    /// <summary>Folded, without blanks and dashes, and with 0 and 1 for what looks like them: equal for all that may be meant for each other.</summary>
    public static string Key(string text) => string.Concat(Plain(text).Select(sign => sign switch { 'O' => '0', 'I' => '1', _ => sign }));

    /// <summary>
    /// All keys that may be meant, the one that was typed first. Of more than eight doubtful signs only two readings are given beside it:
    /// letters for all of them, and digits for all but the letters that the text begins with.
    /// </summary>
    public static IReadOnlyList<string> Keys(string text)
    {
        var plain = Plain(text);
        var doubtful = Enumerable.Range(0, plain.Length).Where(i => plain[i] is 'O' or '0' or 'I' or '1').ToList();
        var keys = new List<string> { Assets.Core.Values.Keys.Fold(text), plain };
        if (doubtful.Count <= MostDoubtful)
        {
            for (var choice = 0; choice < 1 << doubtful.Count; choice++) keys.Add(Read(plain, i => (choice & (1 << doubtful.IndexOf(i))) != 0));
        }
        else
        {
            var letters = plain.Length - plain.TrimStart([.. plain.Where(char.IsLetter)]).Length;
            keys.Add(Read(plain, _ => false));
            keys.Add(Read(plain, i => i >= letters));
            keys.Add(Read(plain, i => i >= 2)); // two letters and a number is how most registers number
        }
        return [.. keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>At most one letter more, less or other, or two neighbours that have changed places.</summary>
    public static bool IsOneTypoFrom(string one, string other)
    {
        if (one == other) return true;
        if (Math.Abs(one.Length - other.Length) > 1) return false;
        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start]) start++;
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        var (restOne, restOther) = (one.Length - start - end, other.Length - start - end);
        if (restOne <= 1 && restOther <= 1) return true;
        return restOne == 2 && restOther == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    }

    private static string Plain(string text) => string.Concat(Assets.Core.Values.Keys.Fold(text).Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '_' or '/' or '.')));

    private static string Read(string plain, Func<int, bool> asDigit) => string.Concat(plain.Select((sign, i) => (sign, asDigit(i)) switch
    {
        ('O' or '0', true) => '0',
        ('O' or '0', false) => 'O',
        ('I' or '1', true) => '1',
        ('I' or '1', false) => 'I',
        _ => sign,
    }));
}
