using System.Reflection;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class LineRefusalTests
{
    private static readonly LineSnapshot Ended = Rent(100m, "2026-03-10", "2026-05-20");
    private static readonly LineSnapshot Open = Rent(100m, "2026-03-10");

    [Theory]
    [InlineData("2026-03-09", LineRefusals.BeforeStart)]
    [InlineData("2026-05-20", LineRefusals.OutsidePeriod)]
    [InlineData("2027-01-01", LineRefusals.OutsidePeriod)]
    public void A_change_outside_the_lines_days_is_refused_whatever_it_is(string day, string code)
    {
        Assert.Equal(code, LineTimeline.MoveTo(Ended, "U2", "2000", Day(day)).Refusal?.Code);
        Assert.Equal(code, LineTimeline.Swap(Ended, "IT2", Day(day)).Refusal?.Code);
        Assert.Equal(code, LineTimeline.ChangePrice(Ended, Flat(1m), Day(day)).Refusal?.Code);
        Assert.Equal(code, LineTimeline.ReturnOn(Ended, Day(day)).Refusal?.Code);
        Assert.Equal(code, LineTimeline.LoseOn(Ended, Day(day), Kr(1m)).Refusal?.Code);
        var service = Ended with { Segments = [Ended.Segments[0] with { AssetTag = null }] };
        Assert.Equal(code, LineTimeline.ChangeQuantity(service, 2, Day(day)).Refusal?.Code);
    }

    [Fact]
    public void What_is_so_already_is_refused()
    {
        var day = Day("2026-04-01");
        Assert.Equal(LineRefusals.Unchanged, LineTimeline.MoveTo(Open, "U1", "1000", day).Refusal?.Code);
        Assert.Equal(LineRefusals.Unchanged, LineTimeline.Swap(Open, "IT1", day).Refusal?.Code);
        Assert.Equal(LineRefusals.Unchanged, LineTimeline.ChangePrice(Open, Flat(100m), day).Refusal?.Code);
        Assert.Equal(LineRefusals.Unchanged, LineTimeline.ChangeQuantity(Open, 1, day).Refusal?.Code);
        Assert.Equal(LineRefusals.Unchanged, LineTimeline.ProlongTo(Ended, Day("2026-05-20")).Refusal?.Code);
    }

    [Fact]
    public void A_line_cannot_run_twice_on_one_day()
    {
        var again = Open.Segments[0] with { Period = new Period(Day("2026-05-19"), Day("2026-05-25")) };
        Assert.Equal(LineRefusals.Overlap, LineTimeline.Resume(Ended, again).Refusal?.Code);
    }

    [Fact]
    public void A_line_needs_days_a_unit_and_a_sensible_quantity()
    {
        var good = Open.Segments[0];
        Assert.True(LineTimeline.Start("C1", good).IsDone);
        Assert.Equal(LineRefusals.EmptyPeriod, LineTimeline.Start("C1", good with { Period = new Period(Day("2026-03-10"), Day("2026-03-10")) }).Refusal?.Code);
        Assert.Equal(LineRefusals.MissingUnit, LineTimeline.Start("C1", good with { UnitCode = "" }).Refusal?.Code);
        Assert.Equal(LineRefusals.MissingUnit, LineTimeline.MoveTo(Open, "", "1000", Day("2026-04-01")).Refusal?.Code);
        Assert.Equal(LineRefusals.QuantityOutOfRange, LineTimeline.Start("C1", good with { Quantity = 0 }).Refusal?.Code);
        Assert.Equal(LineRefusals.QuantityOutOfRange, LineTimeline.ChangeQuantity(Open, 1_000_001, Day("2026-04-01")).Refusal?.Code);
        Assert.Equal(LineRefusals.QuantityOfAsset, LineTimeline.Start("C1", good with { Quantity = 2 }).Refusal?.Code);
        Assert.Equal(LineRefusals.QuantityOfAsset, LineTimeline.ChangeQuantity(Open, 2, Day("2026-04-01")).Refusal?.Code);
        var two = Open with { Segments = [good with { AssetTag = null, Quantity = 2 }] };
        Assert.Equal(LineRefusals.QuantityOfAsset, LineTimeline.Swap(two, "IT2", Day("2026-04-01")).Refusal?.Code);
    }

    [Fact]
    public void A_fee_is_neither_negative_nor_beyond_range_nor_charged_twice_on_a_day()
    {
        var day = Day("2026-04-01");
        Assert.Equal(LineRefusals.NegativeAmount, LineTimeline.LoseOn(Open, day, Kr(-1m)).Refusal?.Code);
        Assert.Equal(LineRefusals.AmountOutOfRange, LineTimeline.LoseOn(Open, day, LineRules.GreatestAmount + Money.FromOre(1)).Refusal?.Code);
        var lost = LineTimeline.LoseOn(Open, day, Kr(1m)).Value;
        var another = LineTimeline.Resume(lost, Open.Segments[0] with { Period = new Period(day, null), AssetTag = "IT2" }).Value;
        Assert.Equal(LineRefusals.FeeTwice, LineTimeline.LoseOn(another, day, Kr(1m)).Refusal?.Code);
    }

    [Fact]
    public void Prolonging_never_shortens_and_needs_something_to_prolong()
    {
        Assert.Equal(LineRefusals.OutsidePeriod, LineTimeline.ProlongTo(Ended, Day("2026-05-01")).Refusal?.Code);
        Assert.Equal(LineRefusals.OutsidePeriod, LineTimeline.ProlongTo(Open, Day("2027-05-01")).Refusal?.Code);
        Assert.Equal(LineRefusals.OutsidePeriod, LineTimeline.ProlongTo(new LineSnapshot("C1", [], []), null).Refusal?.Code);
    }

    [Fact]
    public void Every_refusal_is_in_the_list_that_the_web_translates() => Assert.Equal(
        typeof(LineRefusals).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(),
        LineRefusals.All.Order());
}
