namespace Assets.Core.Values;

/// <summary>
/// Days from <see cref="From"/> up to but not including <see cref="Until"/>; no end means until further notice.
/// A PC delivered on 10 March and returned on 20 March has the period 10–20 and is charged ten days: the 10th, not the 20th.
/// </summary>
public readonly record struct Period(DateOnly From, DateOnly? Until)
{
    public bool IsEmpty => Until is { } until && until <= From;

    /// <summary>The last day inside, as people and files write it; none for an open period.</summary>
    public DateOnly? LastDay => Until?.AddDays(-1);

    public bool Contains(DateOnly day) => day >= From && (Until is not { } until || day < until);

    public bool Overlaps(Period other) =>
        (other.Until is not { } otherUntil || From < otherUntil) && (Until is not { } until || other.From < until) && !IsEmpty && !other.IsEmpty;

    /// <summary>The days that both have; empty where they do not meet.</summary>
    public Period Intersect(Period other)
    {
        var from = From > other.From ? From : other.From;
        var until = (Until, other.Until) switch
        {
            (null, var b) => b,
            (var a, null) => a,
            ({ } a, { } b) => a < b ? a : b,
        };
        return new Period(from, until is { } end && end < from ? from : until);
    }
}
