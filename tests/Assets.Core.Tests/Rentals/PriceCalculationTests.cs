using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class PriceCalculationTests
{
    private static readonly InterestRow[] Interest =
    [
        new(Day("2024-01-01"), 2.5m), // out of order, as a table may be
        new(Day("2022-01-01"), 1.0m),
        new(Day("2023-01-01"), 1.25m),
    ];

    private static readonly PriceRequest Request = new(Method.A, Kr(12000m), Kr(600m), 48, Kr(95m), [], Day("2026-03-10"));

    [Fact]
    public void A_price_keeps_the_whole_calculation()
    {
        var price = PriceCalculation.MakePrice(Request with { Surcharges = [new Surcharge("minne 32 GB", Kr(12.5m))] }, Interest).Value;
        Assert.Equal(
            new Price(
            [
                new CapitalComponent("capital", Method.A, Kr(12000m), Kr(600m), 48, 2.5m, Day("2026-03-10")),
                new FlatComponent("support", Kr(95m)),
                new FlatComponent("minne 32 GB", Kr(12.5m)),
            ]),
            price);
    }

    [Theory]
    [InlineData("2022-01-01", "1.0")]
    [InlineData("2022-12-31", "1.0")]
    [InlineData("2023-01-01", "1.25")]
    [InlineData("2023-12-31", "1.25")]
    [InlineData("2031-06-15", "2.5")]
    public void The_interest_is_the_row_in_force_on_the_first_day(string start, string percent)
    {
        var price = PriceCalculation.MakePrice(Request with { Start = Day(start) }, Interest).Value;
        var capital = Assert.IsType<CapitalComponent>(price.Components[0]);
        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), capital.InterestPercent);
    }

    [Fact]
    public void Before_the_first_interest_row_there_is_no_price() =>
        Assert.Equal(new Refusal(LineRefusals.NoInterest, "2021-12-31"), PriceCalculation.MakePrice(Request with { Start = Day("2021-12-31") }, Interest).Refusal);

    [Fact]
    public void What_costs_nothing_is_left_out_and_needs_no_interest()
    {
        var free = Request with { PurchasePrice = Money.Zero, Residual = Money.Zero, Surcharges = [new Surcharge("x", Money.Zero)] };
        Assert.Equal(new Price([new FlatComponent("support", Kr(95m))]), PriceCalculation.MakePrice(free, []).Value);
        Assert.Empty(PriceCalculation.MakePrice(free with { Support = Money.Zero }, []).Value.Components);
    }

    [Fact]
    public void An_impossible_request_is_refused_with_its_reason()
    {
        Refused(LineRefusals.NegativeAmount, Request with { PurchasePrice = Kr(-1m) });
        Refused(LineRefusals.NegativeAmount, Request with { Residual = Kr(-1m) });
        Refused(LineRefusals.NegativeAmount, Request with { Support = Kr(-1m) });
        Refused(LineRefusals.ResidualAbovePrice, Request with { Residual = Kr(12000.01m) });
        Refused(LineRefusals.TermOutOfRange, Request with { TermMonths = 0 });
        Refused(LineRefusals.TermOutOfRange, Request with { TermMonths = 241 });
        Refused(LineRefusals.AmountOutOfRange, Request with { PurchasePrice = LineRules.GreatestAmount + Money.FromOre(1) });
        Refused(LineRefusals.AmountOutOfRange, Request with { Surcharges = [new Surcharge("x", LineRules.GreatestAmount + Money.FromOre(1))] });
    }

    [Theory]
    [InlineData("")]
    [InlineData("capital")]
    [InlineData("support")]
    [InlineData("rent")]
    [InlineData("loss_fee")]
    [InlineData("a:b")]
    [InlineData("a\tb")]
    public void A_surcharge_cannot_take_a_name_that_means_something_else(string name) =>
        Refused(LineRefusals.ComponentName, Request with { Surcharges = [new Surcharge(name, Kr(1m))] });

    [Fact]
    public void Two_surcharges_cannot_have_one_name() =>
        Refused(LineRefusals.ComponentName, Request with { Surcharges = [new Surcharge("x", Kr(1m)), new Surcharge("x", Kr(2m))] });

    private static void Refused(string code, PriceRequest request) => Assert.Equal(code, PriceCalculation.MakePrice(request, Interest).Refusal?.Code);
}
