namespace Assets.Operations.Imports;

internal static class Headers
{
    /// <summary>A column's name as it is looked up: trimmed, without a byte order mark, lower case.</summary>
    public static string Name(ReadOnlySpan<char> text) => text.Trim().Trim('\uFEFF').ToString().ToLowerInvariant();
}
