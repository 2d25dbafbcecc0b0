namespace Assets.Export.Workbooks;

/// <summary>The letters of a column: 0 is A, 25 is Z, 26 is AA.</summary>
internal static class ColumnName
{
    public const int Most = 16_384;

    public static string Of(int index)
    {
        if (index is < 0 or >= Most) throw new ArgumentOutOfRangeException(nameof(index), $"A sheet has no column {index}.");
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }
}
