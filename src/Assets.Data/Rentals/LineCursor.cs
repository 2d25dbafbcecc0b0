using System.Globalization;

namespace Assets.Data.Rentals;

/// <summary>A place between two rows in some order: the sorted value, of the payer the unit's number, and the line's number.</summary>
public sealed record LineCursor(LineSort Sort, string Value, long LineId, bool Backward)
{
    private const int LongestKey = 400;

    /// <summary>With the order in it: in another one it is no place.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Word(Sort)}\t{LineId}\t{Value}");

    /// <summary>None for what no list of this order has given.</summary>
    public static LineCursor? Parse(string? text, LineSort sort, bool backward) =>
        text?.Split('\t', 3) is [var word, var id, var value] && word == Word(sort) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && IsValue(sort, value)
            ? new LineCursor(sort, value, line, backward)
            : null;

    internal long Number => long.Parse(Value, CultureInfo.InvariantCulture);

    private static string Word(LineSort sort) => sort.ToString().ToLowerInvariant();

    // A database refuses a number beyond its column, and a text with a zero in it.
    private static bool IsValue(LineSort sort, string value) => sort switch
    {
        LineSort.Line => value.Length is > 0 and <= LongestKey && !value.Any(char.IsControl),
        LineSort.Rent => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
    };
}
