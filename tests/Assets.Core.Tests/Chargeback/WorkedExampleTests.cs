using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

/// <summary>The worked example: 12,000.00 over 48 months at 2.5 %, support 95.00, every figure to the öre.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData(Method.A, 1, "262.50")]
    [InlineData(Method.A, 48, "262.50")]
    [InlineData(Method.B, 1, "275.00")]
    [InlineData(Method.B, 2, "274.48")]
    [InlineData(Method.B, 12, "269.27")]
    [InlineData(Method.B, 13, "268.75")]
    [InlineData(Method.B, 24, "263.02")]
    [InlineData(Method.B, 25, "262.50")]
    [InlineData(Method.B, 36, "256.77")]
    [InlineData(Method.B, 37, "256.25")]
    [InlineData(Method.B, 48, "250.52")]
    [InlineData(Method.C, 1, "275.00")]
    [InlineData(Method.C, 12, "275.00")]
    [InlineData(Method.C, 13, "268.75")]
    [InlineData(Method.C, 25, "262.50")]
    [InlineData(Method.C, 37, "256.25")]
    [InlineData(Method.C, 48, "256.25")]
    [InlineData(Method.D, 1, "262.97")]
    [InlineData(Method.D, 48, "262.97")]
    public void A_months_capital_part_is(Method method, int contractMonth, string expected) =>
        Assert.Equal(expected, CapitalPricing.MonthRate(Pc(method), contractMonth, 1).ToString());

    [Theory]
    [InlineData(Method.A, "capital 186.29, support 67.42", "253.71")]
    [InlineData(Method.D, "capital 186.62, support 67.42", "254.04")]
    public void The_first_month_from_10_March_has_22_of_31_days(Method method, string rows, string sum) =>
        Expect(PcLine(method), March, rows, sum);

    [Theory]
    [InlineData(Method.A, "capital 76.21, support 27.58", "103.79")]
    [InlineData(Method.D, "capital 76.35, support 27.58", "103.93")]
    public void The_last_month_to_9_March_has_9_of_31_days(Method method, string rows, string sum) =>
        Expect(PcLine(method, until: "2030-03-10"), new BillingMonth(2030, 3), rows, sum);

    [Theory]
    [InlineData(Method.A, "357.50")]
    [InlineData(Method.D, "357.97")]
    public void First_and_last_month_make_one_month(Method method, string whole)
    {
        var line = PcLine(method, until: "2030-03-10");
        Assert.Equal(whole, (Rated.Sum(Rated.Month(line, March)) + Rated.Sum(Rated.Month(line, new BillingMonth(2030, 3)))).ToString());
        Assert.Equal(whole, Rated.Sum(Rated.Month(line, May)).ToString());
    }

    [Theory]
    [InlineData(Method.A, "U1 capital 160.89, U1 support 58.23, U2 capital 101.61, U2 support 36.77")]
    [InlineData(Method.D, "U1 capital 161.18, U1 support 58.23, U2 capital 101.79, U2 support 36.77")]
    public void A_move_on_20_May_splits_it_19_to_12(Method method, string rows)
    {
        var moved = LineTimeline.MoveTo(PcLine(method), "U2", "4200", Day("2026-05-20")).Value;
        Assert.Equal(rows, string.Join(", ", Rated.Month(moved, May).Select(row => $"{row.UnitCode} {row.Component} {row.Amount}")));
        Assert.Equal([19, 19, 12, 12], Rated.Month(moved, May).Select(row => row.Days));
    }

    [Theory]
    [InlineData(Method.A, "U1 capital 84.68, U1 support 30.65, U2 capital 101.61, U2 support 36.77", "253.71")]
    [InlineData(Method.D, "U1 capital 84.83, U1 support 30.65, U2 capital 101.79, U2 support 36.77", "254.04")]
    public void A_start_on_the_10th_and_a_move_on_the_20th_of_one_month(Method method, string rows, string sum)
    {
        var moved = LineTimeline.MoveTo(PcLine(method), "U2", "4200", Day("2026-03-20")).Value;
        var charges = Rated.Month(moved, March);
        Assert.Equal(rows, string.Join(", ", charges.Select(row => $"{row.UnitCode} {row.Component} {row.Amount}")));
        Assert.Equal(sum, Rated.Sum(charges).ToString());
    }

    [Theory]
    [InlineData(Method.A, "600.00", "12600.00", "0.00")]
    [InlineData(Method.B, "612.52", "12612.52", "0.00")]
    [InlineData(Method.C, "750.00", "12750.00", "0.00")]
    [InlineData(Method.D, "622.47", "12622.56", "0.09")]
    public void Interest_and_charges_in_all_are(Method method, string interest, string charged, string difference)
    {
        var schedule = CapitalSchedule.Of(Pc(method));
        Assert.Equal(interest, schedule.Interest.ToString());
        Assert.Equal(charged, schedule.Charged.ToString());
        Assert.Equal(difference, schedule.Difference.ToString());
        Assert.Equal(Kr(12000m), schedule.Depreciation);
    }

    [Fact]
    public void The_exact_interest_of_B_is_612_50_and_only_its_rounded_months_make_two_ore_more()
    {
        var exact = 0m;
        for (var month = 1; month <= 48; month++) exact += (12000m - (250m * (month - 1))) * 2.5m / 1200m;
        Assert.Equal(612.50m, decimal.Round(exact, 10));
        Assert.Equal(Kr(612.52m), CapitalSchedule.Of(Pc(Method.B)).Interest);
    }

    [Fact]
    public void The_annuity_clears_the_balance_with_a_last_payment_of_262_88()
    {
        var months = CapitalSchedule.Of(Pc(Method.D)).Months;
        Assert.Equal(Kr(11762.03m), months[0].Closing);
        Assert.Equal(Kr(11523.56m), months[1].Closing);
        Assert.Equal(Kr(262.33m), months[46].Closing);
        Assert.Equal(Money.Zero, months[47].Closing);
        Assert.Equal(Kr(262.88m), months[47].Payment);
        Assert.Equal(Kr(262.97m), months[47].Charged);
        Assert.All(months.SkipLast(1), month => Assert.Equal(Kr(262.97m), month.Payment));
    }

    [Fact]
    public void The_rules_that_are_not_D_give_other_amounts()
    {
        var charged = CapitalPricing.MonthRate(Pc(Method.D), 1, 1);
        Assert.NotEqual(Kr(262.82m), charged); // effective monthly rate
        Assert.NotEqual(Kr(262.42m), charged); // in advance
        Assert.NotEqual(Kr(265.82m), charged); // a yearly annuity over twelve
    }

    private static void Expect(LineSnapshot line, BillingMonth month, string rows, string sum)
    {
        var charges = Rated.Month(line, month);
        Assert.Equal(rows, string.Join(", ", charges.Select(row => $"{row.Component} {row.Amount}")));
        Assert.Equal(sum, Rated.Sum(charges).ToString());
    }
}
