using Assets.Core.Values;

namespace Assets.Data.Storage;

/// <summary>
/// A column as <see cref="Keys.Fold"/> would have it, near enough to be searched. SQLite folds the letters a to z alone and PostgreSQL
/// does so in the collation that our texts have, so that the letters of the north are replaced one by one: the same is found in both.
/// </summary>
internal static class InCapitals
{
    private const int MostWords = 5;
    private static readonly (char Small, char Capital)[] Letters = [('å', 'Å'), ('ä', 'Ä'), ('ö', 'Ö'), ('é', 'É'), ('ü', 'Ü'), ('æ', 'Æ'), ('ø', 'Ø')];

    /// <param name="column">Ours, never typed text.</param>
    public static string Of(string column) => Letters.Aggregate($"upper({column})", (sql, letter) => $"replace({sql}, '{letter.Small}', '{letter.Capital}')");

    /// <summary>A pattern for what holds a text somewhere, in which the text's own signs stand for themselves: to be followed by <c>escape '!'</c>.</summary>
    public static string Holding(string key) => $"%{Beginning(key)}";

    /// <summary>As <see cref="Holding"/>, at the beginning.</summary>
    public static string Beginning(string key) => key.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";

    /// <summary>The words that somebody looks for, in capitals.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Keys.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>A condition: the column holds the word, however either is capitalised.</summary>
    /// <param name="column">Ours, never typed text.</param>
    public static Query Holds(this Query query, string column, string word) => query.Raw(Of(column)).Add($" like {Holding(word)} escape '!'");
}
