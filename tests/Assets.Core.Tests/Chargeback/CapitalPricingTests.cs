using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class CapitalPricingTests
{
    [Theory]
    [InlineData("2026-03-10", "2026-03-10", 1)]
    [InlineData("2026-03-10", "2026-04-09", 1)]
    [InlineData("2026-03-10", "2026-04-10", 2)]
    [InlineData("2026-03-10", "2027-03-09", 12)]
    [InlineData("2026-03-10", "2027-03-10", 13)]
    [InlineData("2026-01-31", "2026-02-27", 1)]
    [InlineData("2026-01-31", "2026-02-28", 2)] // February has no 31st: its last day turns the month
    [InlineData("2026-01-31", "2026-03-30", 2)]
    [InlineData("2026-01-31", "2026-03-31", 3)] // counted from the start, so March turns on the 31st again
    [InlineData("2026-01-31", "2026-04-30", 4)]
    [InlineData("2024-01-30", "2024-02-29", 2)]
    [InlineData("2024-02-29", "2025-02-28", 13)]
    [InlineData("2024-02-29", "2028-02-28", 48)]
    [InlineData("2024-02-29", "2028-02-29", 49)]
    public void A_day_lies_in_contract_month(string start, string day, int expected) =>
        Assert.Equal(expected, CapitalPricing.ContractMonthOf(Pc(Method.B, start), Day(day)));

    [Theory]
    [InlineData("2026-01-29")]
    [InlineData("2026-01-30")]
    [InlineData("2026-01-31")]
    [InlineData("2024-02-29")]
    public void Contract_months_from_a_months_end_cover_the_term_without_gap_or_overlap(string start)
    {
        var months = CapitalSchedule.Of(Pc(Method.B, start)).Months;
        Assert.Equal(Day(start), months[0].From);
        for (var i = 1; i < months.Count; i++) Assert.Equal(months[i - 1].Until, months[i].From);
        Assert.Equal(Pc(Method.B, start).Until, months[^1].Until);
        Assert.All(months, month => Assert.Equal(month.Number, CapitalPricing.ContractMonthOf(Pc(Method.B, start), month.Until.AddDays(-1))));
    }

    [Fact]
    public void A_start_on_31_January_has_a_day_of_the_second_contract_month_in_February()
    {
        var line = new LineSnapshot(
            "C1", [new Segment(new Period(Day("2026-01-31"), null), "U1", "1000", "IT1", "", 1, new Price([Pc(Method.B, "2026-01-31")]))], []);
        Assert.Equal("capital 31–31 8.87", Rated.Text(Rated.Month(line, new BillingMonth(2026, 1))));
        Assert.Equal("capital 01–27 265.18, capital 28–28 9.80", Rated.Text(Rated.Month(line, new BillingMonth(2026, 2))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(49)]
    public void Outside_the_term_there_is_no_rate(int contractMonth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CapitalPricing.MonthRate(Pc(Method.A), contractMonth, 1));

    [Theory]
    [InlineData(Method.A)]
    [InlineData(Method.B)]
    [InlineData(Method.C)]
    [InlineData(Method.D)]
    public void Without_interest_every_method_is_plain_depreciation(Method method)
    {
        var capital = Pc(method) with { InterestPercent = 0m };
        Assert.Equal(Kr(250m), CapitalPricing.MonthRate(capital, 1, 1));
        Assert.Equal(Kr(250m), CapitalPricing.MonthRate(capital, 48, 1));
    }

    [Theory]
    [InlineData(Method.A, "238.75")] // (12,000 − 1,200)/48 + 6,600 × 2.5 %/12
    [InlineData(Method.B, "250.00")] // 225 + 25
    [InlineData(Method.C, "250.00")]
    [InlineData(Method.D, "239.17")] // (12,000 − 1,200 v) r/(1 − v)
    public void A_residual_lowers_depreciation_and_goes_on_bearing_interest(Method method, string expected) =>
        Assert.Equal(expected, CapitalPricing.MonthRate(Pc(method) with { Residual = Kr(1200m) }, 1, 1).ToString());

    [Theory]
    [InlineData("540.00", "7", "16.58")] // 15.00 + 1.575; a monthly rate of 7/100/12 makes 16.5749… and 16.57
    [InlineData("187.20", "2.5", "5.40")] // 5.20 + 0.195
    [InlineData("36.00", "1", "1.02")] // 1.00 + 0.015
    public void An_exact_half_ore_behind_endless_fractions_is_seen_as_a_half(string price, string percent, string expected)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var capital = new CapitalComponent(
            "capital", Method.A, Kr(decimal.Parse(price, invariant)), Money.Zero, 36, decimal.Parse(percent, invariant), Day("2026-01-01"));
        Assert.Equal(expected, CapitalPricing.MonthRate(capital, 1, 1).ToString());
    }

    [Fact]
    public void Interest_of_a_hundred_percent_over_twenty_years_can_be_calculated()
    {
        var capital = new CapitalComponent("capital", Method.D, LineRules.GreatestAmount, Money.Zero, 240, 100m, Day("2026-01-01"));
        var rate = CapitalPricing.MonthRate(capital, 1, LineRules.GreatestQuantity).Kronor;
        Assert.InRange(rate, 9_999_999_999.99m * 1_000_000m / 12m, 9_999_999_999.99m * 1_000_000m / 12m * 1.000001m);
    }
}
