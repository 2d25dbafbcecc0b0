using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class AssetOverlapTests
{
    private static readonly LineSnapshot Mine = Rent(100m, "2026-03-10", "2026-05-20");

    [Theory]
    [InlineData("IT1", "2026-05-19", null, "C2 2026-05-19")]
    [InlineData("it1", "2026-01-01", "2026-03-11", "C2 2026-03-10")] // a tag is a tag in any case
    [InlineData("IT1", "2026-05-20", null, null)] // begins on the day it came back
    [InlineData("IT1", "2026-01-01", "2026-03-10", null)]
    [InlineData("IT2", "2026-03-10", null, null)]
    public void One_asset_is_rented_by_one_line_at_a_time(string tag, string from, string? until, string? detail)
    {
        var other = LineSnapshot.Imported("C2", tag, "U2", "2000", new Period(Day(from), DayOrNone(until)), Kr(1m));
        Assert.Equal(detail, AssetOverlap.Find(Mine, [other])?.Detail);
    }

    [Fact]
    public void A_line_does_not_overlap_its_own_earlier_version() => Assert.Null(AssetOverlap.Find(Mine with { LineCode = "c1" }, [Mine]));

    [Fact]
    public void Services_have_no_asset_to_share()
    {
        var service = Mine with { LineCode = "C2", Segments = [Mine.Segments[0] with { AssetTag = null }] };
        Assert.Null(AssetOverlap.Find(service, [Mine, service with { LineCode = "C3" }]));
    }
}
