namespace Assets.Export.Workbooks;

/// <summary>Texts that a spreadsheet takes for a formula when they are typed or read from CSV.</summary>
internal static class FormulaText
{
    /// <summary>True for a text whose first sign, blanks aside, is one of <c>= + - @</c>, their full-width forms, a tab or a line break.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExcept(' ', '\u00A0');
        return first >= 0 && text[first] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
    }
}
