namespace Assets.Operations.Rentals;

/// <summary>Which contract line is meant, and what was seen of it. A code alone means the line as it is now.</summary>
/// <param name="Seen">The version that the act is based on: another one by now refuses it.</param>
public readonly record struct LineName(string Code, int? Seen = null)
{
    public static implicit operator LineName(string code) => new(code);
}
