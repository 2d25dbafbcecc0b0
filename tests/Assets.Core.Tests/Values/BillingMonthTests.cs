using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class BillingMonthTests
{
    [Theory]
    [InlineData(2026, 2, 28)]
    [InlineData(2024, 2, 29)]
    [InlineData(2000, 2, 29)]
    [InlineData(2100, 2, 28)]
    [InlineData(2026, 5, 31)]
    [InlineData(2026, 4, 30)]
    public void A_month_has_the_days_of_the_calendar(int year, int month, int days)
    {
        var billing = new BillingMonth(year, month);
        Assert.Equal(days, billing.Days);
        Assert.Equal(days, billing.Last.Day);
        Assert.Equal(days, billing.Until.DayNumber - billing.First.DayNumber);
    }

    [Fact]
    public void December_is_followed_by_January_of_the_next_year()
    {
        var december = new BillingMonth(2026, 12);
        Assert.Equal(new BillingMonth(2027, 1), december.Next);
        Assert.Equal(december, december.Next.Previous);
        Assert.True(december < december.Next);
        Assert.Equal(202612, december.Number);
        Assert.Equal(december, BillingMonth.FromNumber(202612));
    }

    [Theory]
    [InlineData("2026-05", true)]
    [InlineData("0001-01", true)]
    [InlineData("2026-13", false)]
    [InlineData("2026-00", false)]
    [InlineData("2026-5", false)]
    [InlineData("26-05", false)]
    [InlineData("2026-05-01", false)]
    [InlineData(" 2026-05", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_year_dash_month_is_a_month(string? text, bool valid)
    {
        Assert.Equal(valid, BillingMonth.TryParse(text, out var month));
        if (valid) Assert.Equal(text, month.ToString());
    }

    [Fact]
    public void There_is_no_thirteenth_month() => Assert.Throws<ArgumentOutOfRangeException>(() => new BillingMonth(2026, 13));
}
