using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Tests.Standard;

public sealed class RenewalEffectTests
{
    private static readonly InterestRow[] Interest = [new(new DateOnly(2024, 1, 1), 2.5m)];
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    // 357.50 and 120.00 a month; 12 000 more in price is 262.50 more.
    private static readonly Edition InForce = Editions.With(Editions.Office, Editions.Port);
    private static readonly Edition Draft = Editions.With(Editions.Office with { PurchasePrice = Money.FromKronor(24_000m) }, Editions.Port with { Support = Money.FromKronor(50m) });

    [Fact]
    public void A_year_is_lines_times_twelve_times_the_difference()
    {
        var effects = RenewalEffect.Of([Line("110", "office", count: 3), Line("110", "port", count: 10), Line("200", "port")], InForce, Draft, NewYear, Interest);

        Assert.Equal(
            ["110 office 3 477.50 740.00 9450.00", "110 port 10 60.00 50.00 -1200.00", "200 port 1 60.00 50.00 -120.00"],
            effects.Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Administration} {effect.Product} {effect.Lines} {effect.MonthBefore} {effect.MonthAfter} {effect.WhenRenewed}")));
    }

    [Theory]
    [InlineData("2026-03-01", 12)]
    [InlineData("2027-01-01", 12)]
    [InlineData("2027-02-01", 11)]
    [InlineData("2027-10-01", 3)]
    [InlineData("2028-01-01", 0)]
    [InlineData("2030-06-01", 0)]
    public void In_the_first_year_a_line_has_the_new_price_from_the_end_of_its_term(string termEnd, int months)
    {
        var line = Line("110", "office") with { TermEnd = Day(termEnd) };

        var effect = Assert.Single(RenewalEffect.Of([line], InForce, Draft, NewYear, Interest));

        Assert.Equal(Money.FromOre(26_250 * months), effect.FirstYear);
        Assert.Equal(Money.FromKronor(3_150m), effect.WhenRenewed);
    }

    [Theory]
    [InlineData("2027-01-01", 12)]
    [InlineData("2027-03-01", 10)]
    [InlineData("2028-03-01", 3)]
    public void Where_running_lines_take_the_drafts_price_the_first_year_counts_from_that_day_or_the_end_of_the_term(string day, int months)
    {
        var draft = Draft with { Rules = Draft.Rules with { RunningLinesFrom = Day(day) } };
        var line = Line("110", "office") with { TermEnd = Day("2027-10-01") };

        var effect = Assert.Single(RenewalEffect.Of([line], InForce, draft, NewYear, Interest));
        var unnamed = Assert.Single(RenewalEffect.Of([line with { ProductCode = null, Model = "LAT-5450", ModelKind = AssetKind.Pc }], InForce, draft, NewYear, Interest));

        Assert.Equal(Money.FromOre(26_250 * months), effect.FirstYear);
        Assert.Equal(Money.FromOre(26_250 * 3), unnamed.FirstYear);
    }

    [Fact]
    public void A_service_has_the_new_price_at_once_and_equipment_taken_over_when_it_is_as_old_as_the_term()
    {
        Assert.Equal(12, RenewalEffect.MonthsRenewed(Line("110", "port"), Editions.Port, Editions.Rules, NewYear));
        Assert.Equal(12, RenewalEffect.MonthsRenewed(Line("110", "port") with { BoughtOn = Day("2026-12-01") }, Editions.Port, Editions.Rules, NewYear));
        Assert.Equal(6, RenewalEffect.MonthsRenewed(Line("110", null) with { BoughtOn = Day("2023-07-01") }, Editions.Office, Editions.Rules, NewYear));
        Assert.Equal(12, RenewalEffect.MonthsRenewed(Line("110", null), Editions.Office, Editions.Rules, NewYear));
    }

    [Fact]
    public void A_line_without_a_code_counts_as_the_product_whose_principal_equipment_allows_its_model()
    {
        var any = Editions.Office with { Code = "any", Parts = [Editions.Laptop with { Models = [] }] };
        var second = Editions.Office with { Code = "second", Parts = [Editions.Suite, Editions.Laptop with { Models = ["OTHER"] }, Editions.Laptop with { Models = ["DOCK"], AssetKind = AssetKind.Dock }] };
        var edition = Editions.With(any, Editions.Office, second);

        string? Product(string? model, AssetKind kind) => RenewalEffect.ProductOf(Line("110", null) with { Model = model, ModelKind = kind }, edition)?.Code;

        Assert.Equal("office", Product("lat-5450", AssetKind.Pc));
        Assert.Equal("second", Product("OTHER", AssetKind.Pc));
        Assert.Equal("any", Product("UNKNOWN", AssetKind.Pc));
        Assert.Null(Product("DOCK", AssetKind.Dock)); // a part of a workplace is not the workplace
        Assert.Null(Product(null, AssetKind.Pc));
        Assert.Equal("office", RenewalEffect.ProductOf(Line("110", "KONTOR"), Editions.With(Editions.Office))?.Code); // a service by the product's name
    }

    [Fact]
    public void What_lies_outside_the_products_is_counted_and_costs_nothing_more()
    {
        var effect = Assert.Single(RenewalEffect.Of([Line("110", "gone", count: 4)], InForce, Draft, NewYear, Interest));

        Assert.Equal((null, 4L, Money.Zero, Money.Zero), (effect.Product, effect.Lines, effect.WhenRenewed, effect.FirstYear));
    }

    [Fact]
    public void A_product_that_the_draft_leaves_out_has_no_price_to_compare()
    {
        var effect = Assert.Single(RenewalEffect.Of([Line("110", "port")], InForce, Editions.With(Editions.Office), NewYear, Interest));

        Assert.Equal(("port", Money.FromKronor(60m), null, Money.Zero), (effect.Product, effect.MonthBefore, effect.MonthAfter, effect.WhenRenewed));
    }

    [Theory]
    [InlineData(48, 48)]
    [InlineData(40, 36)]
    [InlineData(24, 36)]
    [InlineData(60, 48)]
    public void The_usual_term_is_the_default_or_the_longest_shorter_one_or_the_shortest(int standard, int months) =>
        Assert.Equal(months, RenewalEffect.TermOf(Editions.Office, Editions.Rules with { DefaultTermMonths = standard }));

    private static RunningLines Line(string customer, string? product, long count = 1) => new(customer, product, null, null, null, null, count);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
