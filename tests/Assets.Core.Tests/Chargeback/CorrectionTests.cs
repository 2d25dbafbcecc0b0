using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Tests.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class CorrectionTests
{
    [Fact]
    public void Each_old_row_is_turned_in_full_and_each_right_row_follows()
    {
        var line = PcLine(Method.A, "2026-01-01");
        var returned = LineTimeline.ReturnOn(line, Day("2026-03-20")).Value;
        var rows = Corrected(Rated.Month(line, March), Rated.Month(returned, March));
        Assert.Equal(
            "2026-04:C1:capital:01:2026-03:old -262.50, 2026-04:C1:capital:01:2026-03:new 160.89, 2026-04:C1:support:01:2026-03:old -95.00, 2026-04:C1:support:01:2026-03:new 58.23",
            string.Join(", ", rows.Select(row => $"{row.Id} {row.Amount}")));
        Assert.All(rows, row => Assert.Equal((April, March), (row.Month, row.CorrectionOf)));
        Assert.Equal([31, 19, 31, 19], rows.Select(row => row.Days));
    }

    [Fact]
    public void A_component_whose_rows_are_the_same_is_left_alone()
    {
        var line = PcLine(Method.A, "2026-01-01");
        var dearer = LineTimeline.ChangePrice(line, new Price([Pc(Method.A, "2026-01-01"), new FlatComponent("support", Kr(96m))]), Day("2026-03-01")).Value;
        var rows = Corrected(Rated.Month(line, March), Rated.Month(dearer, March));
        Assert.Equal(["support", "support"], rows.Select(row => row.Component));
    }

    [Fact]
    public void Another_cost_code_for_the_same_money_is_a_correction_too()
    {
        var line = Rent(100m, "2026-01-01");
        var moved = LineTimeline.MoveTo(line, "U1", "1001", Day("2026-01-01")).Value;
        var rows = Corrected(Rated.Month(line, March), Rated.Month(moved, March));
        Assert.Equal([("1000", -10000L), ("1001", 10000L)], rows.Select(row => (row.CostCode, row.Amount.Ore)));
    }

    [Fact]
    public void A_line_that_should_never_have_been_is_turned_and_one_that_was_forgotten_is_charged()
    {
        var charged = Rated.Month(Rent(100m, "2026-01-01"), March);
        Assert.Equal([(true, -10000L)], Corrected(charged, []).Select(row => (row.Reversal, row.Amount.Ore)));
        Assert.Equal([(false, 10000L)], Corrected([], charged).Select(row => (row.Reversal, row.Amount.Ore)));
    }

    [Fact]
    public void A_reversal_and_its_row_cancel_in_the_net()
    {
        var ledger = new Postings();
        var line = Rent(100m, "2026-03-01");
        ledger.Close(line, March, March);
        ledger.Close(LineTimeline.ChangePrice(line, Flat(110m), Day("2026-03-16")).Value, March, April);
        Assert.Equal(5, ledger.Rows.Count); // March; its reversal, two halves of March, April
        Assert.Equal(
            [("2026-03:C1:rent:01", 4839L), ("2026-03:C1:rent:16", 5677L), ("2026-04:C1:rent:01", 11000L)],
            Posted.Net(ledger.Rows).Select(row => (row.Id, row.Amount.Ore)));
    }

    [Fact]
    public void A_reversal_of_nothing_is_not_passed_over()
    {
        var reversal = Assert.Single(Corrected(Rated.Month(Rent(100m, "2026-01-01"), March), []));
        Assert.Throws<InvalidOperationException>(() => Posted.Net([reversal]));
    }

    [Fact]
    public void Rows_of_two_lines_are_never_compared()
    {
        var one = Rated.Month(Rent(100m, "2026-01-01"), March);
        var other = Rated.Month(Rent(100m, "2026-01-01") with { LineCode = "C2" }, March);
        Assert.Throws<ArgumentException>(() => Corrected(one, other));
        Assert.Throws<ArgumentException>(() => Posted.Net([.. one, .. other]));
    }

    [Fact]
    public void A_month_corrects_only_months_before_it() =>
        Assert.Throws<ArgumentException>(() => Correction.Between(March, March, [], [], []));

    [Fact]
    public void Posted_and_correction_together_make_what_should_be() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), (believed, known) =>
        {
            var posted = Rated.Month(believed, March);
            var shouldBe = Rated.Month(known, March);
            return Rated.Sum(posted) + Rated.Sum(Corrected(posted, shouldBe)) == Rated.Sum(shouldBe);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_rows_never_matters() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), (believed, known) =>
        {
            var posted = Rated.Month(believed, March);
            var shouldBe = Rated.Month(known, March);
            var turned = Corrected(Enumerable.Reverse(posted).ToList(), Enumerable.Reverse(shouldBe).ToList());
            return Corrected(posted, shouldBe).SequenceEqual(turned)
                && Posted.Net(posted).SequenceEqual(Posted.Net(Enumerable.Reverse(posted)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_second_correction_posts_nothing_and_the_net_is_what_is_known() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), (first, second, third) =>
        {
            var ledger = new Postings();
            ledger.Close(first, March, March);
            ledger.Close(second, March, April);
            ledger.Close(third, March, May);
            var again = ledger.Close(third, March, June);
            var net = Posted.Net(ledger.Rows);
            return again.TrueForAll(row => row.CorrectionOf is null)
                && ledger.Rows.DistinctBy(row => row.Id).Count() == ledger.Rows.Count
                && net.Where(row => row.Month == March).ToHashSet().SetEquals(Rated.Month(third, March))
                && net.Where(row => row.Month == April).ToHashSet().SetEquals(Rated.Month(third, April));
        }).QuickCheckThrowOnFailure();

    private static List<Charge> Corrected(List<Charge> posted, List<Charge> shouldBe)
    {
        var rows = new List<Charge>();
        Correction.Between(April, March, posted, shouldBe, rows);
        return rows;
    }
}
