using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Tests.Rentals;
using Assets.Core.Values;
using FsCheck;
using FsCheck.Fluent;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class ChangeCausesTests
{
    private static readonly LineSnapshot Pc = Rent(262.5m, "2026-01-01");

    [Fact]
    public void Nothing_changed_has_no_cause_though_the_months_differ_in_length() => Assert.Empty(Causes(Pc, April, May));

    [Fact]
    public void A_line_starts_then_has_more_days_and_ends_with_fewer_and_is_gone()
    {
        var line = Rent(310m, "2026-03-10", "2026-05-20");
        Assert.Equal("K1 Started 220.00", Causes(line, March.Previous, March));
        Assert.Equal("K1 Days 90.00", Causes(line, March, April));
        Assert.Equal("K1 Days -120.00", Causes(line, April, May));
        Assert.Equal("K1 Ended -190.00", Causes(line, May, June));
    }

    [Fact]
    public void A_move_between_customers_gives_what_it_takes()
    {
        var moved = LineTimeline.MoveTo(Pc, "K2-1", "2000", Day("2026-05-20")).Value;
        Assert.Equal("K1 MovedOut -101.61, K2 MovedIn 101.61", Causes(moved, April, May));
        Assert.Equal("K1 MovedOut -160.89, K2 MovedIn 160.89", Causes(moved, May, June));
    }

    [Fact]
    public void A_move_inside_a_customer_is_no_change() =>
        Assert.Equal("", Causes(LineTimeline.MoveTo(Pc, "K1-2", "1001", Day("2026-05-20")).Value, April, May));

    [Fact]
    public void A_move_and_a_new_price_are_told_apart()
    {
        var line = LineTimeline.MoveTo(Pc, "K2-1", "2000", Day("2026-05-20")).Value;
        line = LineTimeline.ChangePrice(line, Flat(300m), Day("2026-06-01")).Value;
        Assert.Equal("K1 MovedOut -160.89, K2 MovedIn 160.89, K2 Price 37.50", Causes(line, May, June));
    }

    [Fact]
    public void A_new_price_in_the_middle_of_a_month_takes_effect_in_two_steps()
    {
        var line = LineTimeline.ChangePrice(Rent(310m, "2026-01-01"), Flat(341m), Day("2026-05-21")).Value;
        Assert.Equal("K1 Price 11.00", Causes(line, April, May));
        Assert.Equal("K1 Price 20.00", Causes(line, May, June));
    }

    [Fact]
    public void A_swap_alone_costs_nothing_and_with_a_price_it_is_why()
    {
        var swapped = LineTimeline.Swap(Pc, "IT2", Day("2026-05-20")).Value;
        Assert.Equal("", Causes(swapped, April, May));
        var dearer = LineTimeline.ChangePrice(swapped, Flat(300m), Day("2026-06-01")).Value;
        Assert.Equal("K1 Price 37.50", Causes(dearer, May, June)); // the asset changed a month earlier
        var together = LineTimeline.ChangePrice(LineTimeline.Swap(Pc, "IT2", Day("2026-06-01")).Value, Flat(300m), Day("2026-06-01")).Value;
        Assert.Equal("K1 Swapped 37.50", Causes(together, May, June));
    }

    [Fact]
    public void Quantity_price_and_days_of_one_month_are_told_apart()
    {
        var line = Service(10, 31m, "2026-05-17"); // 15 of 31 days: 150.00
        var more = LineTimeline.ChangeQuantity(line, 12, Day("2026-06-01")).Value;
        Assert.Equal("K1 Days 160.00, K1 Quantity 62.00", Causes(more, May, June));
        var dearer = LineTimeline.ChangePrice(more, Flat(36m), Day("2026-06-01")).Value;
        Assert.Equal("K1 Days 160.00, K1 Quantity 62.00, K1 Price 60.00", Causes(dearer, May, June));
    }

    [Fact]
    public void Rounding_alone_never_looks_like_a_price()
    {
        var line = Rent(285.98m, "2026-03-10"); // 22 of 31 days is 202.95, which is not exactly 22/31
        Assert.Equal("K1 Days 83.03", Causes(line, March, April));
        var oneDay = Rated.Month(Rent(285.98m, "2026-05-10", "2026-05-11"), May); // 9.22, a third of an öre a day from the price
        Assert.Equal("U1 Days 276.76", Text(Tally(oneDay, Rated.Month(Rent(285.98m, "2026-05-10"), June))));
    }

    [Fact]
    public void Causes_that_cancel_out_are_told_all_the_same()
    {
        var halfAtDouble = Rated.Month(Rent(310m, "2026-04-16"), April);
        Assert.Equal("U1 Days 155.00, U1 Price -155.00", Text(Tally(halfAtDouble, Rated.Month(Rent(155m, "2026-04-16"), May))));
    }

    [Fact]
    public void The_greatest_amounts_can_be_divided()
    {
        var whole = Service(LineRules.GreatestQuantity, LineRules.GreatestAmount.Kronor, "2026-01-01");
        var moved = LineTimeline.MoveTo(whole, "K2-1", "2000", Day("2026-05-17")).Value;
        var half = Rounding.Share(Rated.Sum(Rated.Month(whole, May)), 16, 31, 31);
        Assert.Equal($"K1 MovedOut -{half}, K2 MovedIn {half}", Causes(moved, April, May));
    }

    [Fact]
    public void Interest_that_falls_by_schedule_is_a_price() => Assert.Equal(
        "K1 Price -0.52",
        Causes(PcLine(Method.B, "2026-01-01") with { Segments = [PcLine(Method.B, "2026-01-01").Segments[0] with { UnitCode = "K1-1" }] }, April, May));

    [Fact]
    public void A_component_that_comes_or_goes_is_a_price()
    {
        var line = LineTimeline.ChangePrice(Pc, new Price([new FlatComponent("rent", Kr(262.5m)), new FlatComponent("support", Kr(95m))]), Day("2026-05-01")).Value;
        Assert.Equal("K1 Price 95.00", Causes(line, April, May));
    }

    [Fact]
    public void A_fee_is_other_and_its_line_has_fewer_days()
    {
        var lost = LineTimeline.LoseOn(Rent(310m, "2026-01-01"), Day("2026-05-11"), Kr(7800m)).Value;
        Assert.Equal("K1 Days -210.00, K1 Other 7800.00", Causes(lost, April, May));
        Assert.Equal("K1 Ended -100.00, K1 Other -7800.00", Causes(lost, May, June));
    }

    [Fact]
    public void A_correction_comes_and_the_month_after_is_gone_again()
    {
        var ledger = new Postings();
        ledger.Close(Unit(Pc), March, March);
        var returned = LineTimeline.ChangePrice(Unit(Pc), Flat(200m), Day("2026-03-01")).Value;
        var april = ledger.Close(returned, March, April);
        var may = ledger.Close(returned, March, May);
        Assert.Equal("K1 Price -62.50, K1 Correction -62.50", Text(Tally(Rated.Month(Unit(Pc), March), april)));
        Assert.Equal("K1 Correction 62.50", Text(Tally(april, may)));
    }

    [Fact]
    public void Lines_are_counted_once_a_cause_however_many_components_they_have()
    {
        var tally = new ChangeTally();
        foreach (var code in new[] { "C1", "C2" })
        {
            var line = PcLine(Method.A, "2026-05-01") with { LineCode = code };
            ChangeCauses.Add([], Rated.Month(line, May), _ => "K1", tally);
        }
        Assert.Equal(new Change("K1", ChangeCause.Started, Kr(715m), 2), Assert.Single(tally.Changes));
    }

    [Fact]
    public void Causes_sum_to_the_difference_for_each_customer_and_in_all() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(AnyLine.Gen), Arb.From(Gen.Choose(0, 9)), (believed, known, skip) =>
        {
            var ledger = new Postings();
            var first = BillingMonth.Of(new DateOnly(2025, 12, 1).AddMonths(skip));
            var before = ledger.Close(believed, first, first);
            if (skip % 2 == 0) before = ledger.Close(known, first, first.Next);
            var now = ledger.Close(known, first, first.Next.Next);
            var tally = new ChangeTally();
            ChangeCauses.Add(before, now, unit => unit[..1], tally);

            var customers = before.Concat(now).Select(row => row.UnitCode[..1]).Distinct();
            return tally.Total == Rated.Sum(now) - Rated.Sum(before) && customers.All(customer =>
                tally.Changes.Where(change => change.Customer == customer).Sum(change => change.Amount.Kronor)
                == (Rated.Sum(now.Where(row => row.UnitCode[..1] == customer)) - Rated.Sum(before.Where(row => row.UnitCode[..1] == customer))).Kronor);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_moves_out_moves_in() =>
        Prop.ForAll(Arb.From(AnyLine.Gen), Arb.From(Gen.Choose(0, 12)), (line, skip) =>
        {
            var month = BillingMonth.Of(new DateOnly(2025, 12, 1).AddMonths(skip));
            var tally = Tally(Rated.Month(line, month), Rated.Month(line, month.Next), unit => unit[..1]);
            return tally.Changes.Where(change => change.Cause is ChangeCause.MovedIn or ChangeCause.MovedOut).Sum(change => change.Amount.Ore) == 0;
        }).QuickCheckThrowOnFailure();

    private static LineSnapshot Service(int quantity, decimal rate, string from) =>
        new("C1", [new Segment(new Period(Day(from), null), "K1-1", "1000", null, "E-post", quantity, Flat(rate))], []);

    private static LineSnapshot Unit(LineSnapshot line) =>
        line with { Segments = [.. line.Segments.Select(segment => segment.UnitCode == "U1" ? segment with { UnitCode = "K1-1" } : segment)] };

    private static string Causes(LineSnapshot line, BillingMonth before, BillingMonth now) =>
        Text(Tally(Rated.Month(line, before), Rated.Month(line, now), unit => unit == "U1" ? "K1" : unit[..2]));

    private static ChangeTally Tally(List<Charge> before, List<Charge> now, Func<string, string>? customerOf = null)
    {
        var tally = new ChangeTally();
        ChangeCauses.Add(before, now, customerOf ?? (unit => unit[..2]), tally);
        return tally;
    }

    private static string Text(ChangeTally tally) => string.Join(", ", tally.Changes.Select(change => $"{change.Customer} {change.Cause} {change.Amount}"));
}
