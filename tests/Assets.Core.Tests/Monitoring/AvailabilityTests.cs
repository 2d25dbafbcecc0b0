using System.Globalization;
using Assets.Core.Monitoring;
using FsCheck;
using FsCheck.Fluent;

namespace Assets.Core.Tests.Monitoring;

public sealed class AvailabilityTests
{
    private static readonly DateTimeOffset From = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    // Changes as hour and status: -5+ is up from five hours before the period on, 10- down from its tenth hour, 20? not watched.
    [Theory]
    [InlineData("", 0, 0, 720, "")]
    [InlineData("-5+", 720, 0, 0, "")]
    [InlineData("-5-", 0, 720, 0, "0-720")]
    [InlineData("-9- -5+ 0- 6+", 714, 6, 0, "0-6")]
    [InlineData("100+", 620, 0, 100, "")]
    [InlineData("-1+ 10- 11+ 700-", 699, 21, 0, "10-11 700-720")]
    [InlineData("-1+ 10- 12- 15+", 715, 5, 0, "10-15")] // said twice, one outage
    [InlineData("-1+ 10? 20+", 710, 0, 10, "")]
    [InlineData("-1+ 720- 800+", 720, 0, 0, "")] // after the period
    public void A_month_is_up_down_or_unwatched(string changes, int up, int down, int unwatched, string outages)
    {
        var month = Availability.Of(Changes(changes), From, Until);
        Assert.Equal((up, down, unwatched), (month.Up.TotalHours, month.Down.TotalHours, month.Unwatched.TotalHours));
        Assert.Equal(outages, string.Join(' ', month.Outages.Select(o => FormattableString.Invariant($"{(o.From - From).TotalHours}-{(o.Until - From).TotalHours}"))));
    }

    [Fact]
    public void One_day_down_of_thirty_is_a_share_of_0_9667() => Assert.Equal(0.9667, Availability.Of(Changes("-1+ 24- 48+"), From, Until).Share!.Value, 4);

    [Fact]
    public void What_nobody_watched_has_no_share() => Assert.Null(Availability.Of([], From, Until).Share);

    [Fact]
    public void Changes_out_of_order_are_a_programmers_error() => Assert.Throws<ArgumentException>(() => Availability.Of(Changes("10+ 5-"), From, Until));

    [Fact]
    public void The_parts_are_always_the_whole() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(short Hour, bool? IsUp)[]>(), drawn =>
        {
            var changes = drawn.Select(d => new StatusMoment(From.AddHours(d.Hour % 900), d.IsUp)).OrderBy(c => c.At);
            var month = Availability.Of(changes, From, Until);
            return month.Up + month.Down + month.Unwatched == Until - From && month.Down == TimeSpan.FromTicks(month.Outages.Sum(o => o.Length.Ticks));
        }));

    private static IEnumerable<StatusMoment> Changes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(change =>
        new StatusMoment(From.AddHours(int.Parse(change[..^1], CultureInfo.InvariantCulture)), change[^1] == '?' ? null : change[^1] == '+'));
}
