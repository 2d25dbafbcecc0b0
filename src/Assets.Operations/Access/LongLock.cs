namespace Assets.Operations.Access;

/// <summary>
/// An administrator locks for good; five wrong passwords lock for minutes, and anyone can type them. What is no password (a token, a
/// passkey) cannot be guessed, and only the first stops it: otherwise a stranger could keep anybody out.
/// </summary>
public static class LongLock
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(365);

    public static bool Holds(DateTimeOffset? lockedUntil, DateTimeOffset now) => lockedUntil > now + Long;
}
