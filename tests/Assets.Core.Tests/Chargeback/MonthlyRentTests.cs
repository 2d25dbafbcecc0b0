using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class MonthlyRentTests
{
    // The worked example, delivered on 10 March 2026: the capital part of its contract month and 95.00.
    [Theory]
    [InlineData(Method.A, "2026-03-10", "357.50")]
    [InlineData(Method.A, "2030-03-09", "357.50")]
    [InlineData(Method.A, "2030-03-10", "95.00")]
    [InlineData(Method.B, "2026-04-09", "370.00")]
    [InlineData(Method.B, "2026-04-10", "369.48")]
    [InlineData(Method.B, "2028-04-01", "357.50")]
    [InlineData(Method.C, "2027-03-09", "370.00")]
    [InlineData(Method.C, "2027-03-10", "363.75")]
    [InlineData(Method.D, "2029-01-01", "357.97")]
    [InlineData(Method.D, "2030-03-10", "95.00")]
    public void A_list_shows_the_month_that_the_day_lies_in(Method method, string day, string rent) =>
        Assert.Equal(rent, MonthlyRent.On(PcLine(method).Segments[0], Day(day)).ToString());

    [Theory]
    [InlineData("2026-01-01", "370.00")]
    [InlineData("2028-01-01", "364.27")]
    public void Outside_its_days_a_segment_shows_its_first_or_its_last(string day, string rent) =>
        Assert.Equal(rent, MonthlyRent.On(PcLine(Method.B, until: "2027-03-10").Segments[0], Day(day)).ToString()); // month 12: 250.00 + 19.27 + 95.00

    [Fact]
    public void Each_of_a_quantity_costs_its_rate() =>
        Assert.Equal(Kr(480m), MonthlyRent.On(new Segment(new Period(Day("2026-03-10"), null), "U1", "1000", null, "E-post", 12, Flat(40m)), Day("2026-06-01")));
}
