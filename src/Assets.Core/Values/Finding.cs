namespace Assets.Core.Values;

public enum Severity
{
    /// <summary>Shown, never in the way.</summary>
    Note = 0,

    /// <summary>Blocks closing until settled or accepted with a reason; never blocks calculating.</summary>
    Stop = 1,
}

/// <summary>Something a person should look at. Its key is code, record and month.</summary>
/// <param name="Code">A fixed word such as <c>unpriced_line</c>.</param>
/// <param name="Record">The key of what it is about: a contract line, an asset tag, a month.</param>
/// <param name="Detail">What was found, as data for the message: a code, a date, a count; may be empty.</param>
public sealed record Finding(string Code, Severity Severity, string Record, string Detail);
