using System.Globalization;
using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>
/// How the register's own tags are made: fixed letters, then a number with as many digits as the pattern ends with.
/// <c>IT0000000</c> makes <c>IT0000001</c>, <c>IT0000002</c> … A number that needs more digits than the pattern has is none of its tags.
/// </summary>
public sealed record TagPattern
{
    private const int MostDigits = 15;

    private TagPattern(string prefix, int digits)
    {
        Prefix = prefix;
        Digits = digits;
    }

    public static TagPattern Default { get; } = new("IT", 7);

    /// <summary>Folded, as keys are.</summary>
    public string Prefix { get; }

    public int Digits { get; }

    /// <summary>The lowest and the highest tag of this pattern: all of its tags lie between, with others of the same letters but other lengths.</summary>
    public string First => Prefix + new string('0', Digits);

    public string Last => Prefix + new string('9', Digits);

    /// <summary>False where the pattern does not end in digits, or in more than fifteen.</summary>
    public static bool TryParse(string? text, out TagPattern pattern)
    {
        pattern = Default;
        var folded = Keys.Fold(text ?? "");
        var prefix = folded.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = folded.Length - prefix.Length;
        if (digits is 0 or > MostDigits) return false;
        pattern = new TagPattern(prefix, digits);
        return true;
    }

    /// <exception cref="ArgumentOutOfRangeException">The number has more digits than the pattern.</exception>
    public string Make(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
        return text.Length == Digits ? Prefix + text : throw new ArgumentOutOfRangeException(nameof(number), number, $"No number of {Digits} digits.");
    }

    /// <summary>The number in a folded tag of this pattern; none in any other.</summary>
    public long? NumberIn(string tagKey) =>
        tagKey.Length == Prefix.Length + Digits && tagKey.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(tagKey.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
