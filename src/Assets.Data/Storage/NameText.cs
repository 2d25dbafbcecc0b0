using Assets.Core.Values;

namespace Assets.Data.Storage;

/// <summary>
/// Looks for words in people's names as they are stored. Neither database folds more than a to z by itself: the capitals that Swedish
/// names have beside them are folded by hand.
/// </summary>
internal static class NameText
{
    private const int MostWords = 5;

    public static IReadOnlyList<string> Words(string text) => [.. Keys.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>A condition: the column holds the word, however either is capitalised.</summary>
    /// <param name="column">Of the program's own; never what somebody typed.</param>
    public static Query Holds(this Query query, string column, string word) => query
        .Raw("replace(replace(replace(replace(replace(lower(").Raw(column).Raw("), 'Å', 'å'), 'Ä', 'ä'), 'Ö', 'ö'), 'É', 'é'), 'Ü', 'ü')")
        .Add($" like {Part(word.ToLowerInvariant())} escape '!'");

    /// <summary>The part anywhere, for <c>like … escape '!'</c>.</summary>
    public static string Part(string part) => "%" + part.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
