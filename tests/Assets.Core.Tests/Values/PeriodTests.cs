using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class PeriodTests
{
    private static readonly Period March10To20 = new(new(2026, 3, 10), new(2026, 3, 20));

    [Fact]
    public void The_first_day_is_inside_and_the_last_is_the_day_before_the_end()
    {
        Assert.True(March10To20.Contains(new(2026, 3, 10)));
        Assert.True(March10To20.Contains(new(2026, 3, 19)));
        Assert.False(March10To20.Contains(new(2026, 3, 20)));
        Assert.False(March10To20.Contains(new(2026, 3, 9)));
        Assert.Equal(new DateOnly(2026, 3, 19), March10To20.LastDay);
    }

    [Fact]
    public void An_open_period_has_no_last_day_and_contains_the_far_future()
    {
        var open = new Period(new(2026, 3, 10), null);
        Assert.Null(open.LastDay);
        Assert.True(open.Contains(new(2126, 3, 10)));
        Assert.False(open.IsEmpty);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-10", false)] // touches
    [InlineData("2026-03-01", "2026-03-11", true)]
    [InlineData("2026-03-20", "2026-03-25", false)]
    [InlineData("2026-03-19", "2026-03-20", true)]
    [InlineData("2026-03-19", null, true)]
    [InlineData("2026-03-20", null, false)]
    [InlineData("2026-03-15", "2026-03-15", false)] // no days, no overlap
    public void Periods_that_touch_do_not_overlap(string from, string? until, bool overlaps)
    {
        var other = Period(from, until);
        Assert.Equal(overlaps, March10To20.Overlaps(other));
        Assert.Equal(overlaps, other.Overlaps(March10To20));
        Assert.Equal(!overlaps, March10To20.Intersect(other).IsEmpty);
    }

    [Fact]
    public void What_two_periods_share_runs_from_the_later_start_to_the_earlier_end()
    {
        var shared = March10To20.Intersect(Period("2026-03-15", null));
        Assert.Equal(Period("2026-03-15", "2026-03-20"), shared);
        Assert.Equal(shared, Period("2026-03-15", null).Intersect(March10To20));
        Assert.Equal(Period("2026-03-15", null), Period("2026-03-15", null).Intersect(Period("2026-01-01", null)));
    }

    private static Period Period(string from, string? until) => new(DateOnly.Parse(from), until is null ? null : DateOnly.Parse(until));
}
