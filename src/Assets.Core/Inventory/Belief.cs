namespace Assets.Core.Inventory;

/// <summary>
/// What was believed at the end of one day about a day: of all that was recorded by then, what holds on that day. On 31 March about
/// 28 February leaves out what was found out in April, and what was known in March to hold from 1 March on.
/// </summary>
/// <param name="About">The day that is asked about.</param>
/// <param name="On">The day at whose end it was believed.</param>
/// <param name="Until">The last instant of that day at the place: what was recorded in its evening was believed on it.</param>
public sealed record Belief(DateOnly About, DateOnly On, DateTimeOffset Until)
{
    /// <param name="on">None: the day itself, so that 31 December is what was known when the year ended.</param>
    public static Belief Of(DateOnly about, DateOnly? on, TimeZoneInfo zone) => new(about, on ?? about, EndOf(on ?? about, zone));

    /// <summary>The last instant of a day: 31 March 2026 ends in Sweden at 21:59:59.9999999 UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        if (day == DateOnly.MaxValue) return DateTimeOffset.MaxValue;
        var next = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(next, zone.GetUtcOffset(next)).AddTicks(-1);
    }
}
