using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Chargeback;
using Assets.Operations.Tests.Ordering;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Rentals;

public sealed class RentalVerbTests
{
    private static readonly BillingMonth March = new(2026, 3);
    private static readonly DateOnly Delivery = new(2026, 3, 10);

    // The worked example: 12 000.00, 48 months, 2.5 %, support 95.00, delivered on 10 March.
    private static PriceRequest Pc(Method method) => new(method, Money.FromKronor(12_000m), Money.Zero, 48, Money.FromKronor(95m), [], Delivery);

    [Theory]
    [OnBoth(Method.A, "capital 186.29, support 67.42")]
    [OnBoth(Method.B, "capital 195.16, support 67.42")]
    [OnBoth(Method.C, "capital 195.16, support 67.42")]
    [OnBoth(Method.D, "capital 186.62, support 67.42")]
    public void A_line_made_here_is_priced_by_its_method_from_the_dated_interest(Engine engine, Method method, string march)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2026, 4, 1), 9m));

        var line = StartLine.Run(town.Installation, Request(new CalculatedRent(Pc(method)))).Value;

        Assert.Equal("L00000001", line.LineCode);
        ChargeMonth.Run(town.Installation, March);
        Assert.Equal(march, string.Join(", ", town.Rows("select component || ' ' || cast(amount / 100 as text) || '.' || substr(cast(100 + amount % 100 as text), 2, 2) from charges order by component")));
        Assert.Equal(["2"], town.Rows("select state from assets")); // in use
        Assert.Equal(["110|110"], town.Rows("select c.number, o.code from contract_lines l join contracts c on c.id = l.contract_id join organisations o on o.id = c.customer_id"));
    }

    [Theory]
    [OnBoth]
    public void A_line_is_moved_swapped_repriced_and_returned_and_each_step_says_who_and_why(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        town.AddAsset("PC2", AssetState.InStock);
        var line = StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(310m)))).Value.LineCode;

        Assert.True(MoveLine.Run(town.As("anna"), line, "201", "C201", new DateOnly(2026, 5, 20), "reorganised").IsDone);
        Assert.True(SwapAsset.Run(town.As("bo"), line, "pc2", new DateOnly(2026, 6, 1)).IsDone);
        Assert.True(ChangePrice.Run(town.As("cia"), line, new FixedRent(Money.FromKronor(200m)), new DateOnly(2026, 7, 1)).IsDone);
        Assert.True(ReturnAsset.Run(town.As("dan"), line, new DateOnly(2026, 8, 1), reused: false).IsDone);

        Assert.Equal(
            ["20260310|20260520|111|C111|PC1|31000", "20260520|20260601|201|C201|PC1|31000", "20260601|20260701|201|C201|PC2|31000", "20260701|20260801|201|C201|PC2|20000"],
            town.Rows("select s.from_on, s.until_on, o.code, k.code, a.tag, s.monthly_rent from line_segments s join organisations o on o.id = s.unit_id join cost_codes k on k.id = s.cost_code_id join assets a on a.id = s.asset_id order by s.from_on"));
        Assert.Equal(
            ["20260310|tester|start line|", "20260520|anna|move line|reorganised", "20260601|bo|swap asset|", "20260701|cia|change price|", "20260801|dan|return asset|"],
            town.Rows("select h.effective_on, c.actor, c.verb, c.reason from history h join change_sets c on c.id = h.change_set_id where h.subject = 8 order by h.id"));
        Assert.Equal(["5"], town.Rows("select version from contract_lines"));
        Assert.Equal(["PC1|1", "PC2|4"], town.Rows("select tag, state from assets order by tag")); // one back in stock, the one that nobody takes over retired
    }

    [Theory]
    [OnBoth]
    public void A_loss_charges_book_value_and_handling_and_the_asset_is_lost(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        var line = StartLine.Run(town.Installation, Request(new CalculatedRent(Pc(Method.A)))).Value.LineCode;

        Assert.True(LoseAsset.Run(town.Installation, line, new DateOnly(2026, 4, 10), Money.FromKronor(500m)).IsDone);

        ChargeMonth.Run(town.Installation, March.Next);
        Assert.Equal(["capital|7875", "loss_fee|1225000", "support|2850"], town.Rows("select component, amount from charges order by component"));
        Assert.Equal(["6"], town.Rows("select state from assets"));
        var fee = ExplainCharge.Run(town.Installation, $"2026-04:{line}:loss_fee:10").Value;
        Assert.Equal(("once", "12250.00"), (fee.Amount.Rule, fee.Amount.Result.ToString()));
    }

    [Theory]
    [OnBoth(true, "")]
    [OnBoth(false, "early_return|1175000")]
    public void An_early_return_charges_the_unpaid_capital_unless_the_device_is_reused(Engine engine, bool reused, string fee)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        var line = StartLine.Run(town.Installation, Request(new CalculatedRent(Pc(Method.A)))).Value.LineCode;

        Assert.True(ReturnAsset.Run(town.Installation, line, new DateOnly(2026, 4, 10), reused).IsDone);

        ChargeMonth.Run(town.Installation, March.Next);
        Assert.Equal(fee, string.Concat(town.Rows("select component, amount from charges where component = 'early_return'")));
    }

    [Theory]
    [OnBoth]
    public void What_the_rules_do_not_waive_is_charged_though_the_device_is_reused(Engine engine)
    {
        using var ordered = new OrderedTown(engine, OrderedTown.Rules with { WaivesUnpaidOnReuse = false });
        ordered.Stock("PC1");
        var line = StartLine.Run(ordered.It, Request(new CalculatedRent(Pc(Method.A)))).Value.LineCode;

        Assert.True(ReturnAsset.Run(ordered.It, line, new DateOnly(2026, 4, 10), reused: true).IsDone);

        Assert.Equal(["11750.00"], Fees(ordered.Town));
    }

    [Theory]
    [OnBoth]
    public void The_loss_of_what_has_no_calculation_needs_its_value_told(Engine engine)
    {
        using var town = new Town(engine);
        town.AddLine("C1", "PC1", "111", new DateOnly(2026, 3, 10), null, 310m);
        town.Execute("update assets set price = 1200000, purchased_on = 20260201"); // in service with the line; 48 months are the model's life

        Assert.Equal(RentalRefusals.NoBookValue, LoseAsset.Run(town.Installation, "C1", new DateOnly(2026, 4, 10), Money.FromKronor(500m)).Refusal!.Code);
        Assert.Equal(Money.FromKronor(11_750m), AssetWorth.On(town.Database, 1, new DateOnly(2026, 4, 10)));
        Assert.Equal(Money.Zero, AssetWorth.On(town.Database, 1, new DateOnly(2030, 3, 10)));
        Assert.True(LoseAsset.Run(town.Installation, "C1", new DateOnly(2026, 4, 10), Money.FromKronor(500m), Money.FromKronor(11_750m)).IsDone);

        Assert.Equal(["12250.00"], Fees(town));
        town.Execute("update assets set price = 0");
        Assert.Null(AssetWorth.On(town.Database, 1, new DateOnly(2026, 4, 10)));
    }

    [Theory]
    [OnBoth]
    public void A_line_given_back_on_its_first_day_is_seen_by_its_unit_and_goes_on_without_its_fee(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        var request = Request(new CalculatedRent(Pc(Method.A)));
        var line = StartLine.Run(town.Installation, request).Value.LineCode;
        Assert.True(ReturnAsset.Run(town.Installation, line, Delivery, reused: false).IsDone);

        var seen = LineDetails.Read(town.Database, Reach.Over([UnitId("111")]), 1)!;
        Assert.Equal((0, "111", "12000.00"), (seen.Stretches.Count, seen.Last!.UnitCode, seen.Known!.OneOffs[0].Amount.ToString()));
        Assert.Equal([UnitId("111")], seen.Payers);
        Assert.Null(LineDetails.Read(town.Database, Reach.Over([UnitId("201")]), 1));

        Assert.True(ResumeLine.Run(town.Installation, request with { LineCode = line }).IsDone);
        Assert.Equal([], Fees(town));
        Assert.Equal(["20260310||PC1|35750"], town.Rows("select s.from_on, s.until_on, a.tag, s.monthly_rent from line_segments s join assets a on a.id = s.asset_id"));
        Assert.Single(LineDetails.Read(town.Database, Reach.Everywhere, 1)!.Stretches);

        int UnitId(string code) => int.Parse(town.Rows($"select id from organisations where code = '{code}'")[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    // On 1 April 2028, contract month 25 of what began on 10 March 2026: A 262.50 + 95.00; B and C 250.00 + 12.50 + 95.00; after a term of 12 months 95.00.
    [Theory]
    [OnBoth]
    public void Lists_show_and_sum_what_is_charged_today_and_not_what_was_in_the_first_month(Engine engine)
    {
        using var town = new Town(engine);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        RentTerms[] terms =
        [
            new CalculatedRent(Pc(Method.A)), new CalculatedRent(Pc(Method.B)), new CalculatedRent(Pc(Method.C)), new CalculatedRent(Pc(Method.A) with { TermMonths = 12 }), new FixedRent(Money.FromKronor(310m)),
        ];
        for (var i = 0; i < terms.Length; i++)
        {
            town.AddAsset($"PC{i}", AssetState.InStock);
            Assert.True(StartLine.Run(town.Installation, Request(terms[i]) with { AssetTag = $"PC{i}" }).IsDone);
        }
        var today = new DateOnly(2028, 4, 1);
        var clock = new SettableClock(new DateTimeOffset(2028, 4, 1, 9, 0, 0, TimeSpan.Zero));
        string[] rents = ["357.50", "357.50", "357.50", "95.00", "310.00"]; // in their first month 357.50, 370.00, 370.00, 1 107.50 and 310.00

        var memory = new CostMemory();
        var rented = RentedList.Read(town.Database, memory, Reach.Everywhere, today, new RentedQuery());
        Assert.Equal(rents, rented.Items.Select(item => item.MonthlyRent.ToString()));
        Assert.Equal((5, "1477.50"), (rented.Count, rented.Rent.ToString()));
        Assert.Equal(rents, new LineList(town.Database, clock).Read(Reach.Everywhere, new LineQuery()).Items.Select(item => item.MonthlyRent.ToString()));
        var unit = Assert.Single(new OrganisationOverview(town.Database, memory, clock).TreeWithRents(Reach.Everywhere), node => node.Code == "110");
        Assert.Equal((5, "1477.50"), (unit.Lines, unit.MonthlyRent.ToString()));
        Assert.Equal("2515.00", RentedList.Read(town.Database, memory, Reach.Everywhere, new DateOnly(2026, 4, 1), new RentedQuery()).Rent.ToString());
    }

    // April until the 25th: 262.50 × 24/30 = 210.00, 95.00 × 24/30 = 76.00 and 11 625.00; until the 10th 78.75, 28.50 and 11 750.00.
    [Theory]
    [OnBoth]
    public void A_closed_month_with_a_fee_of_the_wrong_day_gets_one_fee_and_a_find_takes_it_back(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        SetInterest.Run(town.Installation, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        var line = StartLine.Run(town.Installation, Request(new CalculatedRent(Pc(Method.A)))).Value.LineCode;
        Assert.True(ReturnAsset.Run(town.Installation, line, new DateOnly(2026, 4, 25), reused: false).IsDone);
        Assert.True(CloseMonth.Run(town.Installation, March.Next).IsDone);

        Assert.True(ReturnAsset.Run(town.Installation, line, new DateOnly(2026, 4, 10), reused: false).IsDone);
        Assert.Equal(["capital|-21000", "capital|7875", "early_return|-1162500", "early_return|1175000", "support|-7600", "support|2850"], May());

        Assert.True(ProlongLine.Run(town.Installation, line, null, "it was never returned").IsDone);
        Assert.Equal(
            ["capital|-21000", "capital|26250", "capital|26250", "early_return|-1162500", "support|-7600", "support|9500", "support|9500"],
            May());

        List<string> May()
        {
            ChargeMonth.Run(town.Installation, new BillingMonth(2026, 5));
            return town.Rows("select component, amount from charges where month = 202605 order by component, amount");
        }
    }

    [Theory]
    [OnBoth]
    public void What_is_unknown_overlaps_or_has_no_price_is_refused_and_leaves_no_trace(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        town.AddAsset("PC2", AssetState.InStock);
        var fixedRent = new FixedRent(Money.FromKronor(10m));
        var line = StartLine.Run(town.Installation, Request(fixedRent)).Value.LineCode;
        var before = town.Rows("select count(*) from change_sets");

        string[] codes =
        [
            StartLine.Run(town.Installation, Request(fixedRent)).Refusal!.Code,
            StartLine.Run(town.Installation, Request(fixedRent) with { LineCode = line.ToLowerInvariant(), AssetTag = "PC2" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(fixedRent) with { UnitCode = "999" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(fixedRent) with { CostCode = "999" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(fixedRent) with { AssetTag = "999" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(fixedRent) with { LineCode = "A\tB", AssetTag = "PC2" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(new CalculatedRent(Pc(Method.A))) with { AssetTag = "PC2" }).Refusal!.Code,
            StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(-1m))) with { AssetTag = "PC2" }).Refusal!.Code,
            MoveLine.Run(town.Installation, "L9", "201", "C201", Delivery).Refusal!.Code,
            MoveLine.Run(town.Installation, line, "201", "C201", Delivery.AddDays(-1)).Refusal!.Code,
            SwapAsset.Run(town.Installation, line, "PC9", Delivery).Refusal!.Code,
        ];

        Assert.Equal(
            [
                LineRefusals.Overlap, RentalRefusals.DuplicateLine, RentalRefusals.UnknownUnit, RentalRefusals.UnknownCostCode, RentalRefusals.UnknownAsset,
                RentalRefusals.UnusableKey, LineRefusals.NoInterest, LineRefusals.NegativeAmount, RentalRefusals.UnknownLine, LineRefusals.BeforeStart, RentalRefusals.UnknownAsset,
            ],
            codes);
        Assert.Equal(before, town.Rows("select count(*) from change_sets"));
    }

    [Theory]
    [OnBoth]
    public void A_future_return_leaves_the_asset_in_use_until_then(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        var line = StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(10m)))).Value.LineCode;

        Assert.True(ReturnAsset.Run(town.Installation, line, town.Installation.Today.AddDays(1), reused: true).IsDone);

        Assert.Equal(["2"], town.Rows("select state from assets"));
    }

    [Theory]
    [OnBoth]
    public void A_return_that_was_dated_too_early_is_prolonged_from_the_day_it_ended(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        var line = StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(310m)))).Value.LineCode;
        Assert.True(ReturnAsset.Run(town.Installation, line, new DateOnly(2026, 5, 1), reused: true).IsDone);
        Assert.Equal(["1"], town.Rows("select state from assets")); // in stock

        var later = ProlongLine.Run(town.As("eva"), line, new DateOnly(2026, 6, 1), "it was still there").Value;
        var open = ProlongLine.Run(town.As("eva"), line, null).Value;

        Assert.Equal((4, (DateOnly?)null), (open.Version, open.Line.Segments[0].Period.Until));
        Assert.Equal(new DateOnly(2026, 6, 1), later.Line.Segments[0].Period.Until);
        Assert.Equal(["20260310|"], town.Rows("select from_on, until_on from line_segments"));
        Assert.Equal(
            ["20260501|prolong line|it was still there", "20260601|prolong line|"],
            town.Rows("select h.effective_on, c.verb, c.reason from history h join change_sets c on c.id = h.change_set_id where h.subject = 8 and c.actor = 'eva' order by h.id"));
        Assert.Equal(["2"], town.Rows("select state from assets")); // in use again
        Assert.Equal(LineRefusals.Unchanged, ProlongLine.Run(town.Installation, line, null).Refusal!.Code);
        Assert.Equal(LineRefusals.OutsidePeriod, ProlongLine.Run(town.Installation, line, new DateOnly(2026, 7, 1)).Refusal!.Code);
        Assert.Equal(RentalRefusals.UnknownLine, ProlongLine.Run(town.Installation, "L9", null).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void A_line_goes_on_after_a_gap_on_terms_of_its_own(Engine engine)
    {
        using var town = new Town(engine);
        town.AddAsset("PC1", AssetState.InStock);
        town.AddAsset("PC2", AssetState.InStock);
        var line = StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(310m)))).Value.LineCode;
        Assert.True(ReturnAsset.Run(town.Installation, line, new DateOnly(2026, 6, 10), reused: true).IsDone);
        var again = Request(new FixedRent(Money.FromKronor(200m))) with
        {
            LineCode = line.ToLowerInvariant(), UnitCode = "201", CostCode = "c201", AssetTag = "pc2", From = new DateOnly(2026, 8, 15), Reason = "the new school year",
        };

        var resumed = ResumeLine.Run(town.As("eva"), again).Value;

        Assert.Equal((line, 3), (resumed.LineCode, resumed.Version));
        Assert.Equal(
            ["20260310|20260610|111|PC1|31000", "20260815||201|PC2|20000"],
            town.Rows("select s.from_on, s.until_on, o.code, a.tag, s.monthly_rent from line_segments s join organisations o on o.id = s.unit_id join assets a on a.id = s.asset_id order by s.from_on"));
        Assert.Equal(
            ["20260815|eva|the new school year"],
            town.Rows("select h.effective_on, c.actor, c.reason from history h join change_sets c on c.id = h.change_set_id where h.subject = 8 and c.verb = 'resume line'"));
        Assert.Equal(["PC1|1", "PC2|2"], town.Rows("select tag, state from assets order by tag"));

        Assert.Equal(LineRefusals.Overlap, ResumeLine.Run(town.Installation, again).Refusal!.Code);
        Assert.Equal(LineRefusals.EmptyPeriod, ResumeLine.Run(town.Installation, again with { From = new DateOnly(2026, 7, 1), Until = new DateOnly(2026, 7, 1) }).Refusal!.Code);
        Assert.Equal(RentalRefusals.UnknownAsset, ResumeLine.Run(town.Installation, again with { AssetTag = "PC9" }).Refusal!.Code);
        Assert.Equal(RentalRefusals.UnknownLine, ResumeLine.Run(town.Installation, again with { LineCode = null }).Refusal!.Code);
        Assert.True(StartLine.Run(town.Installation, Request(new FixedRent(Money.FromKronor(1m))) with { From = new DateOnly(2026, 6, 10), Until = new DateOnly(2026, 7, 1) }).IsDone);
        Assert.Equal(LineRefusals.Overlap, ResumeLine.Run(town.Installation, again with { AssetTag = "PC1", From = new DateOnly(2026, 6, 20), Until = new DateOnly(2026, 6, 21) }).Refusal!.Code);
    }

    private static List<string> Fees(Town town) =>
        [.. town.Rows("select v.body from line_versions v join contract_lines l on l.id = v.line_id and l.version = v.version").SelectMany(body => LineText.Parse(body).OneOffs).Select(fee => fee.Amount.ToString())];

    private static LineRequest Request(RentTerms terms) => new(null, "111", "C111", "PC1", "", 1, Delivery, null, terms);
}
