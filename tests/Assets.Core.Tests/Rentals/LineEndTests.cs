using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class LineEndTests
{
    // Handed in on 6 May, charged until the notice is over on 16 May; another period after a gap.
    private static readonly LineSnapshot HandedIn = Resumed(LineTimeline.Swap(LineTimeline.ReturnOn(PcLine(Method.A), Day("2026-05-16")).Value, null, Day("2026-05-06")).Value);

    [Theory]
    [InlineData("2026-03-09", null)]
    [InlineData("2026-03-10", "2026-05-16")]
    [InlineData("2026-05-15", "2026-05-16")]
    [InlineData("2026-05-16", null)]
    [InlineData("2026-06-01", null)]
    public void A_line_ends_where_its_period_does_whatever_changes_within(string day, string? end) => Assert.Equal(DayOrNone(end), LineEnd.On(HandedIn, Day(day)));

    [Theory]
    [InlineData("2026-05-05", false)]
    [InlineData("2026-05-06", true)]
    [InlineData("2026-05-15", true)]
    [InlineData("2026-05-16", false)]
    [InlineData("2026-06-01", false)]
    public void It_is_handed_in_from_the_day_its_asset_left_it_until_it_ends(string day, bool handedIn) => Assert.Equal(handedIn, LineEnd.IsHandedIn(HandedIn, Day(day)));

    [Fact]
    public void What_has_no_end_or_never_had_an_asset_is_not_handed_in()
    {
        Assert.False(LineEnd.IsHandedIn(LineTimeline.Swap(PcLine(Method.A), null, Day("2026-05-06")).Value, Day("2026-05-06")));
        var service = PcLine(Method.A) with { Segments = [PcLine(Method.A).Segments[0] with { AssetTag = null }] };
        Assert.False(LineEnd.IsHandedIn(LineTimeline.ReturnOn(service, Day("2026-05-16")).Value, Day("2026-05-06")));
        Assert.False(LineEnd.IsHandedIn(Rent(100m, "2026-03-10", "2026-05-20"), Day("2026-05-06"))); // a rent with an end of its own
    }

    private static LineSnapshot Resumed(LineSnapshot line) => LineTimeline.Resume(line, PcLine(Method.A).Segments[0] with { Period = new Period(Day("2026-06-01"), null) }).Value;
}
