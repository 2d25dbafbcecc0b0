using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Rentals;

public sealed class LineTimelineTests
{
    private static readonly LineSnapshot Open = Rent(100m, "2026-03-10");
    private static readonly LineSnapshot Ended = Rent(100m, "2026-03-10", "2026-05-20");

    [Fact]
    public void A_move_gives_the_day_to_the_new_holder()
    {
        var moved = LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-05-20")).Value;
        Assert.Equal("U1 1000 2026-03-10–2026-05-20, U2 2000 2026-05-20–", Holders(moved));
        Assert.Equal("IT1", moved.Segments[1].AssetTag);
        Assert.Equal(Open.Segments[0].Price, moved.Segments[1].Price);
    }

    [Fact]
    public void A_move_on_the_first_day_replaces_the_holder() =>
        Assert.Equal("U2 2000 2026-03-10–", Holders(LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-03-10")).Value));

    [Fact]
    public void A_new_cost_code_alone_is_a_move_too() =>
        Assert.Equal("U1 1000 2026-03-10–2026-05-20, U1 1001 2026-05-20–", Holders(LineTimeline.MoveTo(Open, "U1", "1001", Day("2026-05-20")).Value));

    [Fact]
    public void A_back_dated_move_ends_where_the_later_move_begins_and_passes_through_a_change_of_price()
    {
        var line = LineTimeline.ChangePrice(Open, Flat(120m), Day("2026-05-15")).Value;
        line = LineTimeline.MoveTo(line, "U3", "3000", Day("2026-06-01")).Value;
        line = LineTimeline.MoveTo(line, "U2", "2000", Day("2026-05-01")).Value;
        Assert.Equal(
            "U1 1000 2026-03-10–2026-05-01, U2 2000 2026-05-01–2026-05-15, U2 2000 2026-05-15–2026-06-01, U3 3000 2026-06-01–",
            Holders(line));
        Assert.Equal([Flat(100m), Flat(100m), Flat(120m), Flat(120m)], line.Segments.Select(segment => segment.Price));
    }

    [Fact]
    public void A_move_passes_through_a_cost_code_that_changes_later_and_a_new_cost_code_through_a_later_move()
    {
        var yearly = LineTimeline.MoveTo(Open, "U1", "1001", Day("2027-01-01")).Value;
        Assert.Equal(
            "U1 1000 2026-03-10–2026-12-15, U2 1000 2026-12-15–2027-01-01, U2 1001 2027-01-01–",
            Holders(LineTimeline.MoveTo(yearly, "U2", "1000", Day("2026-12-15")).Value));

        var planned = LineTimeline.MoveTo(Open, "U2", "1000", Day("2026-09-01")).Value;
        Assert.Equal(
            "U1 1000 2026-03-10–2026-07-01, U1 1001 2026-07-01–2026-09-01, U2 1001 2026-09-01–",
            Holders(LineTimeline.MoveTo(planned, "U1", "1001", Day("2026-07-01")).Value));
    }

    [Theory]
    [InlineData("U3", null, "U1 1000 2026-03-10–2026-07-01, U3 1000 2026-07-01–2026-09-01, U3 1001 2026-09-01–")] // each stretch keeps its own code
    [InlineData(null, "1002", LineRefusals.MovesLater + " 2026-09-01")]
    [InlineData("U3", "1002", LineRefusals.MovesLater + " 2026-09-01")] // the later code is neither the old nor the new one
    [InlineData("U1", "1001", "U1 1000 2026-03-10–2026-07-01, U1 1001 2026-07-01–")] // what was to come comes sooner
    [InlineData(null, "1000", LineRefusals.MovesLater + " 2026-09-01")] // so now, but not for good
    [InlineData("U1", null, LineRefusals.Unchanged + " 2026-07-01")]
    public void A_move_for_good_holds_through_all_that_comes_later_or_is_refused(string? unit, string? code, string expected)
    {
        var line = LineTimeline.MoveTo(Open, "U1", "1001", Day("2026-09-01")).Value;

        Assert.Equal(expected, ForGood(line, unit, code, "2026-07-01"));
    }

    [Fact]
    public void A_move_for_good_stops_at_no_later_holder_and_at_no_gap()
    {
        var planned = LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-09-01")).Value;
        Assert.Equal(LineRefusals.MovesLater + " 2026-09-01", ForGood(planned, "U3", null, "2026-07-01"));
        Assert.Equal("U1 1000 2026-03-10–2026-09-01, U3 2000 2026-09-01–", ForGood(planned, "U3", null, "2026-09-01"));

        var resumed = LineTimeline.Resume(Ended, Open.Segments[0] with { Period = new Period(Day("2026-06-01"), null) }).Value;
        Assert.Equal(LineRefusals.MovesLater + " 2026-06-01", ForGood(resumed, "U2", "2000", "2026-04-01"));
        Assert.Equal("U1 1000 2026-03-10–2026-05-20, U2 2000 2026-06-01–", ForGood(resumed, "U2", "2000", "2026-06-01"));
        Assert.Equal(LineRefusals.BeforeStart + " 2026-03-09", ForGood(resumed, "U2", null, "2026-03-09"));
        Assert.Equal(LineRefusals.MissingUnit + " ", ForGood(resumed, "", null, "2026-04-01"));
    }

    [Fact]
    public void The_order_in_which_facts_become_known_does_not_matter()
    {
        var swapDay = Day("2026-04-15");
        var moveDay = Day("2026-05-20");
        var one = LineTimeline.Swap(LineTimeline.MoveTo(Open, "U2", "2000", moveDay).Value, "IT2", swapDay).Value;
        var other = LineTimeline.MoveTo(LineTimeline.Swap(Open, "IT2", swapDay).Value, "U2", "2000", moveDay).Value;
        Assert.Equal(one, other);
    }

    [Fact]
    public void Moving_back_on_the_same_day_restores_the_line()
    {
        var moved = LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-05-20")).Value;
        Assert.Equal(Open, LineTimeline.MoveTo(moved, "U1", "1000", Day("2026-05-20")).Value);
    }

    [Fact]
    public void A_change_does_not_cross_a_gap()
    {
        var resumed = LineTimeline.Resume(Ended, Open.Segments[0] with { Period = new Period(Day("2026-06-01"), null) }).Value;
        var moved = LineTimeline.MoveTo(resumed, "U2", "2000", Day("2026-04-01")).Value;
        Assert.Equal("U1 1000 2026-03-10–2026-04-01, U2 2000 2026-04-01–2026-05-20, U1 1000 2026-06-01–", Holders(moved));
    }

    [Fact]
    public void A_line_that_resumes_on_the_day_it_ended_without_a_difference_is_one_again()
    {
        var resumed = LineTimeline.Resume(Ended, Open.Segments[0] with { Period = new Period(Day("2026-05-20"), null) }).Value;
        Assert.Equal(Open, resumed);
    }

    [Fact]
    public void A_swap_changes_the_asset_and_nothing_else()
    {
        var swapped = LineTimeline.Swap(Open, "IT2", Day("2026-04-01")).Value;
        Assert.Equal(["IT1", "IT2"], swapped.Segments.Select(segment => segment.AssetTag));
        Assert.Equal(swapped.Segments[0] with { Period = swapped.Segments[1].Period, AssetTag = "IT2" }, swapped.Segments[1]);
    }

    [Fact]
    public void A_quantity_changes_from_its_day()
    {
        var service = new Segment(new Period(Day("2026-03-10"), null), "U1", "1000", null, "E-post", 10, Flat(20m));
        var line = LineTimeline.Start("C1", service).Value;
        var grown = LineTimeline.ChangeQuantity(line, 12, Day("2026-04-01")).Value;
        Assert.Equal([10, 12], grown.Segments.Select(segment => segment.Quantity));
    }

    [Fact]
    public void The_return_day_is_the_first_that_is_not_charged()
    {
        var returned = LineTimeline.ReturnOn(Open, Day("2026-05-20")).Value;
        Assert.Equal("U1 1000 2026-03-10–2026-05-20", Holders(returned));
        Assert.Empty(returned.OneOffs);
    }

    [Fact]
    public void A_return_on_the_delivery_day_leaves_nothing_to_charge() =>
        Assert.Empty(LineTimeline.ReturnOn(Open, Day("2026-03-10")).Value.Segments);

    [Fact]
    public void A_return_takes_away_what_was_planned_after_it_but_not_a_later_period()
    {
        var line = LineTimeline.MoveTo(Ended, "U2", "2000", Day("2026-05-01")).Value;
        line = LineTimeline.Resume(line, Open.Segments[0] with { Period = new Period(Day("2026-07-01"), null) }).Value;
        Assert.Equal("U1 1000 2026-03-10–2026-04-01, U1 1000 2026-07-01–", Holders(LineTimeline.ReturnOn(line, Day("2026-04-01")).Value));
    }

    [Fact]
    public void An_early_return_is_charged_once_to_who_holds_it_that_day()
    {
        var moved = LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-05-01")).Value;
        var returned = LineTimeline.ReturnOn(moved, Day("2026-05-20"), Kr(11500m)).Value;
        Assert.Equal([new OneOff(Day("2026-05-20"), "early_return", Kr(11500m), "U2", "2000", "IT1")], returned.OneOffs);
    }

    [Fact]
    public void A_loss_ends_the_line_and_charges_its_fee()
    {
        var lost = LineTimeline.LoseOn(Open, Day("2026-05-20"), Kr(7800m)).Value;
        Assert.Equal("U1 1000 2026-03-10–2026-05-20", Holders(lost));
        Assert.Equal([new OneOff(Day("2026-05-20"), "loss_fee", Kr(7800m), "U1", "1000", "IT1")], lost.OneOffs);
    }

    [Fact]
    public void A_wrongly_dated_return_is_prolonged()
    {
        Assert.Equal("U1 1000 2026-03-10–2026-06-30", Holders(LineTimeline.ProlongTo(Ended, Day("2026-06-30")).Value));
        Assert.Equal(Open, LineTimeline.ProlongTo(Ended, null).Value);
    }

    // The PC of the worked example: 11 625.00 is unpaid on 25 April, 11 750.00 on 10 April.
    [Fact]
    public void A_return_that_is_dated_anew_has_one_fee_and_one_that_is_undone_has_none()
    {
        var returned = LineTimeline.ReturnOn(PcLine(Method.A), Day("2026-04-25"), Kr(11_625m)).Value;
        var earlier = LineTimeline.ReturnOn(returned, Day("2026-04-10"), Kr(11_750m)).Value;
        Assert.Equal("2026-04-10 early_return 11750.00", Fees(earlier));
        Assert.Equal("", Fees(LineTimeline.ReturnOn(returned, Day("2026-04-10")).Value)); // waived after all
        Assert.Equal(PcLine(Method.A), LineTimeline.ProlongTo(earlier, null).Value);
        var later = LineTimeline.ReturnOn(LineTimeline.ProlongTo(earlier, null).Value, Day("2026-04-25"), Kr(11_625m)).Value;
        Assert.Equal(returned, later);
    }

    [Fact]
    public void A_lost_asset_that_is_found_is_charged_rent_and_no_fee()
    {
        var lost = LineTimeline.LoseOn(PcLine(Method.A), Day("2026-04-10"), Kr(12_250m)).Value;
        Assert.Equal(PcLine(Method.A), LineTimeline.ProlongTo(lost, null).Value);
        Assert.Equal("2026-04-05 early_return 11791.67", Fees(LineTimeline.ReturnOn(lost, Day("2026-04-05"), Kr(11_791.67m)).Value)); // it had been given back before
    }

    [Fact]
    public void The_fee_of_another_end_of_the_line_stays()
    {
        var lost = LineTimeline.LoseOn(Open, Day("2026-04-01"), Kr(500m)).Value;
        var line = LineTimeline.Resume(lost, Open.Segments[0] with { Period = new Period(Day("2026-05-01"), null), AssetTag = "IT2" }).Value;
        line = LineTimeline.LoseOn(line, Day("2026-06-01"), Kr(700m)).Value;
        Assert.Equal("2026-04-01 loss_fee 500.00", Fees(LineTimeline.ProlongTo(line, null).Value));
        Assert.Equal("2026-04-01 loss_fee 500.00, 2026-05-20 loss_fee 600.00", Fees(LineTimeline.LoseOn(line, Day("2026-05-20"), Kr(600m)).Value));
        Assert.Equal("2026-03-20 loss_fee 400.00, 2026-06-01 loss_fee 700.00", Fees(LineTimeline.LoseOn(line, Day("2026-03-20"), Kr(400m)).Value));
    }

    [Fact]
    public void A_return_on_the_first_day_is_undone_with_its_fee_where_the_same_asset_goes_on()
    {
        var returned = LineTimeline.ReturnOn(PcLine(Method.A), Day("2026-03-10"), Kr(12_000m)).Value;
        Assert.Equal("2026-03-10 early_return 12000.00", Fees(returned));
        Assert.Equal(PcLine(Method.A), LineTimeline.Resume(returned, PcLine(Method.A).Segments[0]).Value);
        var another = PcLine(Method.A).Segments[0] with { AssetTag = "IT2" };
        Assert.Equal("2026-03-10 early_return 12000.00", Fees(LineTimeline.Resume(returned, another).Value)); // the first was given back nevertheless
    }

    [Fact]
    public void Every_result_can_be_written_canonically()
    {
        var line = LineTimeline.MoveTo(Open, "U2", "2000", Day("2026-05-01")).Value;
        line = LineTimeline.ChangePrice(line, PcPrice(Method.A), Day("2026-05-10")).Value;
        line = LineTimeline.LoseOn(line, Day("2026-05-20"), Kr(1m)).Value;
        Assert.Equal(line, LineText.Parse(LineText.ToText(line)));
    }

    private static string Fees(LineSnapshot line) => string.Join(", ", line.OneOffs.Select(fee => $"{fee.Day:yyyy-MM-dd} {fee.Component} {fee.Amount}"));

    private static string ForGood(LineSnapshot line, string? unit, string? code, string day) =>
        LineTimeline.MoveForGood(line, unit, code, Day(day)).TryGet(out var moved, out var refusal) ? Holders(moved) : $"{refusal.Code} {refusal.Detail}";

    private static string Holders(LineSnapshot line) => string.Join(
        ", ", line.Segments.Select(segment => $"{segment.UnitCode} {segment.CostCode} {segment.Period.From:yyyy-MM-dd}–{segment.Period.Until:yyyy-MM-dd}"));
}
