using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Tests.Chargeback;

public sealed class AssetValueTests
{
    private static readonly DateOnly Start = new(2026, 3, 10);
    private static readonly Money Price = Money.FromKronor(12_000m);

    [Theory]
    [InlineData("2026-01-01", "12000.00")]
    [InlineData("2026-03-10", "12000.00")]
    [InlineData("2026-04-10", "11750.00")]
    [InlineData("2026-04-25", "11625.00")]
    [InlineData("2030-03-09", "8.93")]
    [InlineData("2030-03-10", "0.00")]
    [InlineData("2035-01-01", "0.00")]
    public void A_price_is_written_off_evenly_from_the_first_day_in_service(string day, string value) =>
        Assert.Equal(value, AssetValue.Of("PC1", Price, new DateOnly(2026, 1, 1), 60, [Calculated("L1", "PC1", Start, 12_000m)])!.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void The_term_is_the_first_calculated_one_and_the_residual_is_the_assets_own()
    {
        var bundle = AssetValue.Of("PC1", Price, null, 60, [Calculated("L2", "PC1", Start.AddYears(4), 3_000m, 12), Calculated("L1", "PC1", Start, 15_000m, 48, 1_000m)])!;
        var alone = AssetValue.Of("PC1", Price, null, 60, [Calculated("L1", "PC1", Start, 12_000m, 48, 1_000m)])!;

        Assert.Equal((Start, 48, "L1", Money.Zero), (bundle.InService, bundle.TermMonths, bundle.LineCode!, bundle.Residual));
        Assert.Equal("1000.00", alone.On(Start.AddYears(9)).ToString());
    }

    [Fact]
    public void Without_a_calculated_price_the_life_of_the_model_is_the_term()
    {
        var imported = LineSnapshot.Imported("L1", "PC1", "U1", "K1", new Period(Start, null), Money.FromKronor(200m));

        Assert.Equal(new AssetValue(Price, Money.Zero, Start, 60, null), AssetValue.Of("PC1", Price, new DateOnly(2026, 1, 1), 60, [imported]));
        Assert.Equal(new AssetValue(Price, Money.Zero, new DateOnly(2026, 1, 1), 60, null), AssetValue.Of("PC1", Price, new DateOnly(2026, 1, 1), 60, []));
        Assert.Null(AssetValue.Of("PC1", Price, null, 60, []));
    }

    private static LineSnapshot Calculated(string code, string tag, DateOnly from, decimal price, int months = 48, decimal residual = 0m) => new(
        code,
        [
            new Segment(new Period(from, null), "U1", "K1", tag, "", 1, new Price(
                [new CapitalComponent(Components.Capital, Method.B, Money.FromKronor(price), Money.FromKronor(residual), months, 2.5m, from)])),
        ],
        []);
}
