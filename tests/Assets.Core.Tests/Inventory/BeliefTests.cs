using Assets.Core.Inventory;
using Xunit;

namespace Assets.Core.Tests.Inventory;

public sealed class BeliefTests
{
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("2026-12-31", "2026-12-31T22:59:59.9999999Z")]
    [InlineData("2026-03-31", "2026-03-31T21:59:59.9999999Z")]
    [InlineData("2026-03-28", "2026-03-28T22:59:59.9999999Z")] // the clocks go forward in the night after
    [InlineData("2026-10-25", "2026-10-25T22:59:59.9999999Z")] // and back on this day, of 25 hours
    public void A_day_ends_when_the_next_one_begins_at_the_place(string day, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture), Belief.EndOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Sweden));

    [Fact]
    public void The_first_and_the_last_day_of_the_calendar_end_too()
    {
        Assert.Equal(DateTimeOffset.MaxValue, Belief.EndOf(DateOnly.MaxValue, Sweden));
        Assert.Equal(2, Belief.EndOf(DateOnly.MinValue.AddDays(1), Sweden).Day);
        Assert.Equal(1, Belief.EndOf(DateOnly.MinValue, Sweden).Day);
    }

    [Fact]
    public void Where_nothing_is_said_of_belief_it_is_that_of_the_day_itself()
    {
        var closing = Belief.Of(new DateOnly(2026, 12, 31), null, Sweden);
        var afterwards = Belief.Of(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 20), Sweden);

        Assert.Equal(closing.About, closing.On);
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 20)), (afterwards.About, afterwards.On));
        Assert.True(closing.Until < afterwards.Until);
    }
}
