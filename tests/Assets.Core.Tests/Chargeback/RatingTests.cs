using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class RatingTests
{
    [Theory]
    [InlineData("2022-05-01", null, "01–31 285.98")]
    [InlineData("2026-05-01", null, "01–31 285.98")]
    [InlineData("2026-05-31", null, "31–31 9.23")]
    [InlineData("2026-05-10", "2026-05-20", "10–19 92.25")]
    [InlineData("2026-05-10", "2026-05-11", "10–10 9.22")] // one day: the running sum goes from 83.03 to 92.25
    [InlineData("2022-05-01", "2026-05-02", "01–01 9.23")]
    [InlineData("2022-05-01", "2026-05-01", "")] // ended the day before
    [InlineData("2026-06-01", null, "")]
    [InlineData("2022-05-01", "2026-06-01", "01–31 285.98")]
    public void Start_day_and_last_day_are_charged_and_nothing_outside_them(string from, string? until, string expected)
    {
        var charges = Rated.Month(Rent(285.98m, from, until), May);
        Assert.Equal(expected.Length == 0 ? "" : "rent " + expected, Rated.Text(charges));
    }

    [Fact]
    public void Return_on_the_first_is_not_charged_for_that_day() =>
        Assert.Empty(Rated.Month(LineTimeline.ReturnOn(Rent(285.98m, "2022-05-01"), Day("2026-05-01")).Value, May));

    [Fact]
    public void Delivery_and_return_on_one_day_charge_nothing() =>
        Assert.Empty(Rated.Month(LineTimeline.ReturnOn(Rent(285.98m, "2026-05-10"), Day("2026-05-10")).Value, May));

    [Theory]
    [InlineData(2026, 2, "14–28 15.00")] // 15 of 28 days
    [InlineData(2024, 2, "14–29 15.45")] // 16 of 29
    public void February_has_its_own_length(int year, int month, string expected) =>
        Assert.Equal("rent " + expected, Rated.Text(Rated.Month(Rent(28m, $"{year}-02-14"), new BillingMonth(year, month))));

    [Fact]
    public void A_charge_carries_all_that_it_is_about()
    {
        var charge = Assert.Single(Rated.Month(Rent(100m, "2026-05-10"), May));
        Assert.Equal(new Charge(May, "C1", "IT1", "U1", "1000", "rent", Day("2026-05-10"), Day("2026-06-01"), 1, Kr(70.97m)), charge);
        Assert.Equal("2026-05:C1:rent:10", charge.Id);
        Assert.Equal(22, charge.Days);
        Assert.Equal(Day("2026-05-31"), charge.To);
    }

    [Fact]
    public void Quantity_is_multiplied_before_anything_is_rounded()
    {
        var flat = Service(3, Flat(33.33m));
        Assert.Equal("rent 10–31 70.96", Rated.Text(Rated.Month(flat, May))); // 99.99 × 22/31; three times 23.65 would be 70.95
        var capital = Service(10, new Price([Pc(Method.D, "2026-05-01")]));
        Assert.Equal(Kr(2629.68m), CapitalPricing.MonthRate(Pc(Method.D), 1, 10)); // ten times 262.97 would be 2,629.70
        Assert.Equal("capital 10–31 1866.22", Rated.Text(Rated.Month(capital, May)));
    }

    [Fact]
    public void A_charge_that_rounds_to_nothing_is_written_and_a_rate_of_nothing_is_not()
    {
        Assert.Equal("rent 31–31 0.00", Rated.Text(Rated.Month(Rent(0.01m, "2026-05-31"), May)));
        Assert.Empty(Rated.Month(Rent(0m, "2026-05-01"), May));
    }

    [Fact]
    public void The_capital_part_ends_with_the_term_and_support_goes_on()
    {
        var line = PcLine(Method.A);
        Assert.Equal("capital 01–09 76.21, support 01–31 95.00", Rated.Text(Rated.Month(line, new BillingMonth(2030, 3))));
        Assert.Equal("support 01–30 95.00", Rated.Text(Rated.Month(line, new BillingMonth(2030, 4))));
    }

    [Fact]
    public void The_capital_part_never_begins_before_its_start()
    {
        var line = new LineSnapshot("C1", [new Segment(new Period(Day("2026-05-01"), null), "U1", "1000", "IT1", "", 1, PcPrice(Method.A, "2026-05-20"))], []);
        Assert.Equal("capital 20–31 101.61, support 01–31 95.00", Rated.Text(Rated.Month(line, May)));
    }

    [Theory]
    [InlineData(Method.B, 2026, 4, "capital 01–09 82.50, capital 10–30 192.14")] // 275.00 × 9/30, 274.48 less R(274.48 × 9/30)
    [InlineData(Method.C, 2027, 3, "capital 01–09 79.84, capital 10–31 190.73")] // the contract year turns on the 10th
    [InlineData(Method.C, 2026, 4, "capital 01–09 82.50, capital 10–30 192.50")]
    [InlineData(Method.A, 2026, 4, "capital 01–30 262.50")]
    [InlineData(Method.D, 2026, 4, "capital 01–30 262.97")]
    public void B_and_C_run_by_contract_month_from_the_10th(Method method, int year, int month, string expected)
    {
        var line = PcLine(method);
        line = line with { Segments = [line.Segments[0] with { Price = new Price([Pc(method)]) }] };
        Assert.Equal(expected, Rated.Text(Rated.Month(line, new BillingMonth(year, month))));
    }

    [Fact]
    public void A_contract_from_the_first_has_one_row_a_month_by_every_method()
    {
        foreach (var method in Enum.GetValues<Method>())
            Assert.Equal(2, Rated.Month(PcLine(method, "2026-03-01"), May).Count);
    }

    [Fact]
    public void A_one_off_falls_in_the_month_of_its_day_whole()
    {
        var lost = LineTimeline.LoseOn(Rent(100m, "2022-05-01"), Day("2026-05-01"), Kr(7800m)).Value;
        Assert.Equal("loss_fee 01–01 7800.00", Rated.Text(Rated.Month(lost, May)));
        Assert.Equal("rent 01–30 100.00", Rated.Text(Rated.Month(lost, April)));
        Assert.Empty(Rated.Month(lost, June));
    }

    [Fact]
    public void A_gap_in_the_line_is_not_charged()
    {
        var line = LineTimeline.ReturnOn(Rent(31m, "2026-01-01"), Day("2026-05-06")).Value;
        line = LineTimeline.Resume(line, line.Segments[0] with { Period = new Period(Day("2026-05-21"), null) }).Value;
        Assert.Equal("rent 01–05 5.00, rent 21–31 11.00", Rated.Text(Rated.Month(line, May)));
    }

    [Fact]
    public void The_greatest_amount_times_the_greatest_quantity_still_has_its_ore()
    {
        var line = Service(LineRules.GreatestQuantity, new Price([new FlatComponent("rent", LineRules.GreatestAmount)]));
        Assert.Equal("9999999999990000.00", Rated.Sum(Rated.Month(line, June)).ToString());
        var capital = Pc(Method.A, "2026-05-10") with { PurchasePrice = LineRules.GreatestAmount };
        foreach (var method in Enum.GetValues<Method>())
        {
            var price = new Price([capital with { Method = method }]);
            Assert.Equal(CapitalPricing.MonthRate(capital with { Method = method }, 1, LineRules.GreatestQuantity) - PartBefore10May(price), Rated.Sum(Rated.Month(Service(LineRules.GreatestQuantity, price), May)));
        }
    }

    private static Money PartBefore10May(Price price) =>
        Rounding.Share(CapitalPricing.MonthRate((CapitalComponent)price.Components[0], 1, LineRules.GreatestQuantity), 0, 9, 31);

    private static LineSnapshot Service(int quantity, Price price) =>
        new("C1", [new Segment(new Period(Day("2026-05-10"), null), "U1", "1000", null, "E-post", quantity, price)], []);
}
