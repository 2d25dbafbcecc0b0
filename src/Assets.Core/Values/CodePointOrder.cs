namespace Assets.Core.Values;

/// <summary>
/// Orders texts by code point, which is the order of their UTF-8 bytes: SQLite's BINARY and PostgreSQL's "C" collation. .NET's
/// ordinal order is that of UTF-16 units, where a 4-byte character wrongly comes before U+FF5E; a digest over both databases needs one.
/// </summary>
public sealed class CodePointOrder : IComparer<string>
{
    private CodePointOrder()
    {
    }

    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        var same = x.AsSpan().CommonPrefixLength(y);
        if (same == x.Length || same == y.Length) return x.Length.CompareTo(y.Length);
        return Rank(x[same]).CompareTo(Rank(y[same]));
    }

    // Surrogates stand for the code points above U+FFFF, so they rank after every other unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
