using Assets.Core.Values;

namespace Assets.Core.Tests.Values;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(35750, "357.50")]
    [InlineData(-35750, "-357.50")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Money_is_written_invariantly_with_two_decimals(long ore, string expected) => Assert.Equal(expected, Money.FromOre(ore).ToString());

    [Theory]
    [InlineData("357.5", 35750)]
    [InlineData("-0.01", -1)]
    [InlineData("12000", 1200000)]
    public void Kronor_become_whole_ore(string kronor, long ore) =>
        Assert.Equal(ore, Money.FromKronor(decimal.Parse(kronor, System.Globalization.CultureInfo.InvariantCulture)).Ore);

    [Fact]
    public void An_amount_finer_than_an_ore_is_not_rounded_in_passing() => Assert.Throws<ArgumentException>(() => Money.FromKronor(0.005m));

    [Fact]
    public void Sums_beyond_64_bits_throw_instead_of_wrapping()
    {
        Assert.Throws<OverflowException>(() => Money.FromOre(long.MaxValue) + Money.FromOre(1));
        Assert.Throws<OverflowException>(() => Money.FromOre(long.MinValue) - Money.FromOre(1));
        Assert.Throws<OverflowException>(() => -Money.FromOre(long.MinValue));
    }

    [Fact]
    public void Amounts_compare_as_numbers()
    {
        Assert.True(Money.FromOre(-1) < Money.Zero);
        Assert.True(Money.FromOre(999) < Money.FromOre(1000));
        Assert.True(Money.FromOre(7) >= Money.FromOre(7));
        Assert.Equal(Money.FromOre(7), Money.FromKronor(0.07m));
    }
}
