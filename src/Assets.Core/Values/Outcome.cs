using System.Diagnostics.CodeAnalysis;

namespace Assets.Core.Values;

/// <summary>Why something that was asked for is not done. An expected answer, not an error.</summary>
/// <param name="Code">A fixed word such as <c>before_start</c>, which the web translates.</param>
/// <param name="Detail">Data for the message: a day, a code; may be empty.</param>
public sealed record Refusal(string Code, string Detail);

/// <summary>
/// Either what was asked for, or the refusal. <c>if (!outcome.TryGet(out var line, out var refusal)) return refusal;</c>
/// </summary>
public readonly struct Outcome<T>
    where T : class
{
    private readonly T? value;
    private readonly Refusal? refusal;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        this.refusal = refusal;
    }

    public bool IsDone => value is not null;

    /// <summary>What was done; asking a refused outcome for it is a programmer's error.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a refusal.</exception>
    public T Value => value ?? throw new InvalidOperationException($"Refused: {refusal?.Code} {refusal?.Detail}");

    public Refusal? Refusal => refusal;

    public bool TryGet([NotNullWhen(true)] out T? done, [NotNullWhen(false)] out Refusal? refused)
    {
        done = value;
        refused = value is null ? refusal ?? throw new InvalidOperationException("An outcome that nobody decided.") : null;
        return value is not null;
    }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);
}
