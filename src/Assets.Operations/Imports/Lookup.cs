using Assets.Core.Values;

namespace Assets.Operations.Imports;

/// <summary>Codes and what they stand for, found without regard to case, form and blanks, and without making a string for each question.</summary>
internal sealed class Lookup<T>
    where T : struct
{
    private readonly Dictionary<string, T> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public Lookup() => bySpan = byCode.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => byCode.Count;

    public void Add(string code, T value) => byCode[Keys.Fold(code)] = value;

    public T? Find(ReadOnlySpan<char> code)
    {
        var trimmed = code.Trim();
        if (bySpan.TryGetValue(trimmed, out var value)) return value;
        return System.Text.Ascii.IsValid(trimmed) || !byCode.TryGetValue(Keys.Fold(trimmed), out value) ? null : value;
    }
}
