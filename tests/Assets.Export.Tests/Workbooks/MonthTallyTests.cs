using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Export.Tests.Workbooks;

public class MonthTallyTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Customers_units_and_components_each_sum_to_the_whole(int seed)
    {
        var rows = SmallMonth.Random(seed, 700);
        var tally = MonthTally.Of(rows);
        Tally[][] parts = [[.. tally.Customers.Select(c => c.Sums)], [.. tally.Units.Select(u => u.Sums)], [.. tally.Components.Select(c => c.Sums)]];
        Assert.All(parts, sums =>
        {
            Assert.Equal(700, sums.Sum(s => s.Rows));
            Assert.Equal(tally.Total.CorrectionRows, sums.Sum(s => s.CorrectionRows));
            Assert.Equal(tally.Total.Debit.Ore, sums.Sum(s => s.Debit.Ore));
            Assert.Equal(tally.Total.Credit.Ore, sums.Sum(s => s.Credit.Ore));
            Assert.Equal(tally.Total.Charges.Ore, sums.Sum(s => s.Charges.Ore));
        });
        Assert.Equal(SmallMonth.Sum(rows), tally.Total.Net);
    }

    [Fact]
    public void The_order_of_the_rows_never_matters()
    {
        var rows = SmallMonth.Random(seed: 5, count: 300);
        var turned = MonthTally.Of(rows.Reverse());
        Assert.Equal(MonthTally.Of(rows).Units.Select(u => (u.UnitCode, u.CostCode, u.Sums.Net)), turned.Units.Select(u => (u.UnitCode, u.CostCode, u.Sums.Net)));
    }

    [Fact]
    public void Debit_credit_and_corrections_of_the_small_month_are_those_counted_by_hand()
    {
        var total = MonthTally.Of(SmallMonth.Rows).Total;
        Assert.Equal((8L, 2L), (total.Rows, total.CorrectionRows));
        Assert.Equal("12346417.07", total.Debit.ToString());
        Assert.Equal("-186.29", total.Credit.ToString());
        Assert.Equal("-16.94", total.Corrections.ToString());
        Assert.Equal("12346247.72", total.Charges.ToString());
        Assert.Equal("12346230.78", total.Net.ToString());
    }

    [Fact]
    public void Keys_that_differ_only_in_case_are_one()
    {
        var tally = MonthTally.Of([
            SmallMonth.Row("b06", "Bolaget", "b06-1", "", "1a", "", "C1", null, "Larm", 1, 31, 100),
            SmallMonth.Row("B06", "Bolaget", "B06-1", "", "1A", "", "C2", null, "larm", 1, 31, 200),
        ]);
        Assert.Equal(Money.FromOre(300), Assert.Single(tally.Customers).Sums.Net);
        Assert.Equal(Money.FromOre(300), Assert.Single(tally.Units).Sums.Net);
        Assert.Equal(Money.FromOre(300), Assert.Single(tally.Components).Sums.Net);
    }
}
