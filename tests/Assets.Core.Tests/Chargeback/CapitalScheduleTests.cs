using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class CapitalScheduleTests
{
    private static Gen<(CapitalComponent Capital, int Quantity)> Cases { get; } =
        from method in Gen.Elements(Method.A, Method.B, Method.C, Method.D)
        from price in Gen.Choose(0, 50_000_000)
        from residual in Gen.Choose(0, 100)
        from term in Gen.Choose(1, 120)
        from interest in Gen.Elements(0m, 1.25m, 2.5m, 12m)
        from quantity in Gen.Choose(1, 20)
        select (Capital: new CapitalComponent("capital", method, Money.FromOre(price), Money.FromOre(price * (long)residual / 100), term, interest, Day("2026-01-31")), Quantity: quantity);

    [Fact]
    public void Depreciation_sums_to_price_less_residual_and_each_month_opens_where_the_last_closed()
    {
        Prop.ForAll(Arb.From(Cases), c =>
        {
            var schedule = CapitalSchedule.Of(c.Capital, c.Quantity);
            var opening = Money.FromOre(c.Quantity * c.Capital.PurchasePrice.Ore);
            foreach (var month in schedule.Months)
            {
                if (month.Opening != opening || month.Closing != opening - month.Depreciation || month.Interest < Money.Zero) return false;
                opening = month.Closing;
            }
            return opening.Ore == c.Quantity * c.Capital.Residual.Ore
                && schedule.Depreciation.Ore == c.Quantity * (c.Capital.PurchasePrice.Ore - c.Capital.Residual.Ore);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_charged_differs_from_what_has_to_be_recovered_by_less_than_an_ore_a_month_and_unit()
    {
        foreach (var method in Enum.GetValues<Method>())
        {
            var schedule = CapitalSchedule.Of(Pc(method) with { PurchasePrice = Kr(11_111.11m), Residual = Kr(777.77m) }, 3);
            Assert.InRange(schedule.Difference.Ore, -48, 48);
        }
    }

    [Fact]
    public void A_level_payment_that_rounds_far_up_has_paid_all_before_its_time_and_goes_no_lower()
    {
        var schedule = CapitalSchedule.Of(new CapitalComponent("capital", Method.D, Kr(0.30m), Money.Zero, 48, 0m, Day("2026-01-01")));
        Assert.Equal(Kr(0.01m), schedule.Months[47].Charged);
        Assert.Equal(Money.Zero, schedule.Months[29].Closing);
        Assert.Equal(Money.Zero, schedule.Months[47].Payment);
        Assert.Equal(Kr(0.18m), schedule.Difference);
    }

    [Fact]
    public void A_schedule_of_no_units_is_a_programmers_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CapitalSchedule.Of(Pc(Method.A), 0));

    [Theory]
    [InlineData(Method.A, "2026-03-01", "12000.00")]
    [InlineData(Method.A, "2026-03-10", "12000.00")]
    [InlineData(Method.A, "2026-04-10", "11750.00")]
    [InlineData(Method.B, "2026-04-25", "11625.00")] // 15 of the 30 days of contract month 2
    [InlineData(Method.C, "2028-03-10", "6000.00")]
    [InlineData(Method.D, "2026-04-10", "11762.03")]
    [InlineData(Method.D, "2026-05-10", "11523.56")]
    [InlineData(Method.D, "2030-02-10", "262.33")]
    [InlineData(Method.A, "2030-03-10", "0.00")]
    [InlineData(Method.D, "2099-01-01", "0.00")]
    public void The_book_value_falls_with_the_days(Method method, string day, string expected) =>
        Assert.Equal(expected, CapitalValue.BookValue(Pc(method), Day(day)).ToString());

    [Fact]
    public void The_book_value_of_a_day_is_what_the_schedule_says_whatever_way_it_is_found()
    {
        Prop.ForAll(Arb.From(Cases), Arb.From(Gen.Choose(0, 4_000)), (c, ahead) =>
        {
            var day = c.Capital.Start.AddDays(ahead);
            var value = CapitalValue.BookValue(c.Capital, day, c.Quantity);
            foreach (var month in CapitalSchedule.Of(c.Capital, c.Quantity).Months)
            {
                if (day == month.From) return value == month.Opening;
                if (day > month.From && day < month.Until) return value <= month.Opening && value >= month.Closing;
            }
            return value == Money.FromOre(c.Quantity * c.Capital.Residual.Ore);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Unpaid_capital_is_the_book_value_above_the_residual()
    {
        var capital = Pc(Method.A) with { Residual = Kr(2400m) };
        Assert.Equal(Kr(9600m), CapitalValue.UnpaidCapital(capital, Day("2026-03-10")));
        Assert.Equal(Kr(4800m), CapitalValue.UnpaidCapital(capital, Day("2028-03-10")));
        Assert.Equal(Money.Zero, CapitalValue.UnpaidCapital(capital, Day("2030-03-10")));
        Assert.Equal(Kr(14400m), CapitalValue.UnpaidCapital(capital, Day("2028-03-10"), 3));
        Assert.Equal(Kr(2400m), CapitalValue.BookValue(capital, Day("2031-01-01")));
    }
}
