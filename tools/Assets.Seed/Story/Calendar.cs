using Assets.Core.Values;

namespace Assets.Seed.Story;

/// <summary>When things are done: on working days, in working hours.</summary>
internal static class Calendar
{
    /// <summary>The day itself, or the Friday before where it is a Saturday or Sunday (the Monday after, where that is another month).</summary>
    public static DateOnly Workday(this BillingMonth month, int day)
    {
        var wanted = month.First.AddDays(Math.Min(day, month.Days) - 1);
        var back = wanted.DayOfWeek switch
        {
            DayOfWeek.Saturday => 1,
            DayOfWeek.Sunday => 2,
            _ => 0,
        };
        return wanted.Day > back ? wanted.AddDays(-back) : wanted.AddDays(3 - back);
    }

    /// <summary>The day itself, or the Friday before.</summary>
    public static DateOnly Workday(this DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    public static DateTimeOffset At(this DateOnly day, int hour, int minute = 0) => new(day.ToDateTime(new TimeOnly(hour, minute)), TimeSpan.Zero);

    public static DateTimeOffset At(this DateOnly day, Dice dice) => day.At(dice.Between(8, 16), dice.Below(60));
}
