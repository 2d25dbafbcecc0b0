using System.Globalization;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Assets.Core.Tests.Values;

public sealed class RoundingTests
{
    [Theory]
    [InlineData("89.375", "89.38")]
    [InlineData("-89.375", "-89.38")]
    [InlineData("0.005", "0.01")]
    [InlineData("0.015", "0.02")]
    [InlineData("0.025", "0.03")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.0049999999", "0.00")]
    [InlineData("268.125", "268.13")]
    public void Halves_go_away_from_zero(string exact, string expected) =>
        Assert.Equal(expected, Rounding.ToOre(decimal.Parse(exact, CultureInfo.InvariantCulture)).ToString());

    [Theory]
    [InlineData(26250, 0, 1, 28, 938)]
    [InlineData(26250, 1, 28, 28, 25312)] // the naive 253.13 would make the month 262.51
    [InlineData(26297, 0, 15, 30, 13149)]
    [InlineData(26297, 15, 30, 30, 13148)]
    [InlineData(26250, 9, 31, 31, 18629)]
    [InlineData(9500, 9, 31, 31, 6742)]
    [InlineData(9500, 0, 9, 31, 2758)]
    [InlineData(1, 0, 15, 31, 0)]
    [InlineData(1, 15, 16, 31, 1)] // where the half is passed
    [InlineData(-26250, 0, 1, 28, -938)]
    [InlineData(26250, 7, 7, 28, 0)]
    public void A_share_is_the_difference_of_two_rounded_running_sums(long month, int from, int until, int days, long expected) =>
        Assert.Equal(expected, Rounding.Share(Money.FromOre(month), from, until, days).Ore);

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1_000_000_000_000)]
    [InlineData(999_999_999_999)]
    public void Huge_amounts_are_shared_without_overflow_or_loss(long ore)
    {
        var whole = Money.FromOre(ore);
        Assert.Equal(whole, Rounding.Share(whole, 0, 10, 31) + Rounding.Share(whole, 10, 31, 31));
        var expected = decimal.Round(ore * 10m / 31m, 0, MidpointRounding.AwayFromZero);
        Assert.Equal(expected, Rounding.Share(whole, 0, 10, 31).Ore);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    [InlineData(0, 32)]
    public void Days_outside_the_month_are_a_programmers_error(int from, int until) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rounding.Share(Money.FromOre(100), from, until, 31));

    [Fact]
    public void However_a_month_is_cut_its_parts_sum_to_the_whole()
    {
        var cases =
            from ore in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from scale in Gen.Elements(1L, 1000L, 4_000_000_000L)
            from days in Gen.Choose(28, 31)
            from cuts in Gen.ListOf(Gen.Choose(0, days))
            select (Month: Money.FromOre(ore * scale), days, Cuts: cuts.Append(0).Append(days).Order().ToList());
        Prop.ForAll(Arb.From(cases), c =>
        {
            var sum = Money.Zero;
            for (var i = 1; i < c.Cuts.Count; i++) sum += Rounding.Share(c.Month, c.Cuts[i - 1], c.Cuts[i], c.days);
            return sum == c.Month;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_share_is_never_an_ore_or_more_from_its_exact_part()
    {
        var cases =
            from ore in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from days in Gen.Choose(28, 31)
            from a in Gen.Choose(0, days)
            from b in Gen.Choose(a, days)
            select (ore, days, a, b);
        Prop.ForAll(Arb.From(cases), c =>
        {
            var share = Rounding.Share(Money.FromOre(c.ore), c.a, c.b, c.days).Ore;
            return Math.Abs(share - ((decimal)c.ore * (c.b - c.a) / c.days)) <= 1m;
        }).QuickCheckThrowOnFailure();
    }
}
