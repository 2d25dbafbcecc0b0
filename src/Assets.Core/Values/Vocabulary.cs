using System.Diagnostics.CodeAnalysis;

namespace Assets.Core.Values;

/// <summary>The words that files and the database use for the values of an enumeration. A renamed member never changes a file.</summary>
public sealed class Vocabulary<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> words = [];
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A value or a word twice, or a member without a word.</exception>
    public Vocabulary(params ReadOnlySpan<(T Value, string Word)> pairs)
    {
        foreach (var (value, word) in pairs)
        {
            words.Add(value, word);
            values.Add(word, value);
        }
        foreach (var value in Enum.GetValues<T>())
        {
            if (!words.ContainsKey(value)) throw new ArgumentException($"{typeof(T).Name}.{value} has no word.", nameof(pairs));
        }
    }

    public IReadOnlyCollection<string> Words => values.Keys;

    public string Word(T value) => words[value];

    /// <summary>Exact: <c>in_stock</c>, not <c>In stock</c>.</summary>
    public bool TryParse([NotNullWhen(true)] string? word, out T value)
    {
        value = default;
        return word is not null && values.TryGetValue(word, out value);
    }
}
