using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class RentedRequestTests
{
    private static readonly DateOnly Wanted = new(2026, 5, 20);

    [Theory]
    [OnBoth]
    public void A_return_goes_straight_to_IT_a_move_to_the_one_who_is_to_pay(Engine engine)
    {
        using var ordered = Rented(engine, out var line);

        var back = RequestReturn.Run(ordered.As("olle"), line, Wanted, "slutar").Value;
        Assert.Equal(OrderState.Accepted, back.State);
        Assert.Equal(("line_ordered_already", back.Number), Refused(RequestReturn.Run(ordered.As("olle"), line, Wanted).Refusal)); // a second click
        Assert.True(CancelOrder.Run(ordered.As("olle"), back.Number, back.Version, null).IsDone);
        var move = RequestMove.Run(ordered.As("olle"), new MoveRequest(line, "121", "C121", Wanted, "Bo Ek", "bo.ek", "Björkskolan", "B2")).Value;

        Assert.Equal(OrderState.AwaitingApproval, move.State);
        Assert.Equal(["121|C121|35750|121|C121|bo.ek|S1|B2"], ordered.Town.Rows($"select u.code, c.code, o.monthly_rent, t.code, d.code, y.recipient_account, s.code, y.room from orders o join organisations u on u.id = o.unit_id join cost_codes c on c.id = o.cost_code_id join order_lines y on y.order_id = o.id join organisations t on t.id = y.to_unit_id join cost_codes d on d.id = y.to_cost_code_id join sites s on s.id = y.site_id where o.number = '{move.Number}'"));
    }

    [Theory]
    [OnBoth]
    public void What_does_not_run_or_is_another_units_is_refused(Engine engine)
    {
        using var ordered = Rented(engine, out var line);

        Assert.Equal("not_yours", RequestReturn.Run(ordered.As("anna.berg"), line, Wanted).Refusal!.Code);
        Assert.Equal("line_not_running", RequestReturn.Run(ordered.As("olle"), 999, Wanted).Refusal!.Code);
        Assert.Equal("wanted_day_past", RequestReturn.Run(ordered.As("olle"), line, new DateOnly(2026, 5, 1)).Refusal!.Code);
        Assert.Equal("cost_code_of_other", RequestMove.Run(ordered.As("olle"), new MoveRequest(line, "121", "C111", Wanted)).Refusal!.Code);
        Assert.Equal(("order_site_unknown", "Eken"), Refused(RequestMove.Run(ordered.As("olle"), new MoveRequest(line, "121", "C121", Wanted, Site: "Eken")).Refusal));
        Assert.Equal("personal_number", RequestReturn.Run(ordered.As("olle"), line, Wanted, "gäller 19811218-9876").Refusal!.Code);
        Assert.Equal("unknown_product", RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted, "screen", 48)).Refusal!.Code);
        Assert.Equal("no_such_term", RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted, "laptop", 36)).Refusal!.Code);
        Assert.True(Operations.Rentals.ReturnAsset.Run(ordered.It, "L00000001", new DateOnly(2026, 5, 2), true).IsDone);
        Assert.Equal("line_not_running", RequestReturn.Run(ordered.As("olle"), line, Wanted).Refusal!.Code);
        Assert.Equal(["1"], ordered.Town.Rows("select count(*) from orders"));
    }

    [Theory]
    [OnBoth]
    public void A_broken_one_is_exchanged_on_the_same_terms_and_its_screens_stay_on_the_desk(Engine engine)
    {
        using var ordered = Rented(engine, out var line);
        ordered.Stock("PC2", "SK1");
        ordered.Town.Execute("update assets set parent_id = (select id from assets where tag = 'PC1'), state = 2 where tag = 'SK1'");
        var number = RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted)).Value.Number;
        Approve(ordered, number);
        ordered.OnDay("2026-05-20");
        Assert.Equal("nothing_picked", DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Reason: "kommer")).Refusal!.Code);
        ordered.Pick(number, "PC2");
        Assert.Equal(("wipe_missing", "PC1"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Refusal));

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true, Reused: false) })).IsDone);

        Assert.Equal(["20260310|20260520|PC1|35750", "20260520||PC2|35750"], ordered.Town.Rows("select s.from_on, s.until_on, a.tag, s.monthly_rent from line_segments s join assets a on a.id = s.asset_id order by s.from_on"));
        Assert.Equal(["PC1|4||", "PC2|2||anna.berg", "SK1|2|PC2|"], ordered.Town.Rows("select a.tag, a.state, p.tag, a.user_account from assets a left join assets p on p.id = a.parent_id order by a.tag"));
    }

    [Theory]
    [OnBoth]
    public void What_is_handed_in_by_hand_is_free_at_once_and_charged_until_the_notice_is_over(Engine engine)
    {
        using var ordered = new OrderedTown(engine, OrderedTown.Rules with { NoticeDays = 14 });
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(number, "PC1");
        var line = ordered.Deliver(number, "2026-03-10")[0];
        ordered.OnDay("2026-05-08");
        Core.Values.Outcome<Operations.Rentals.LineChanged> HandIn(string day) => Operations.Rentals.ReturnAsset.HandedIn(ordered.It, line, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null, reused: true);

        Assert.Equal("before_start", HandIn("2026-03-01").Refusal!.Code);
        Assert.True(HandIn("2026-05-06").IsDone);
        Assert.Equal("unchanged", HandIn("2026-05-07").Refusal!.Code);

        Assert.Equal(["20260310|20260506|PC1", "20260506|20260520|"], ordered.Town.Rows("select s.from_on, s.until_on, a.tag from line_segments s left join assets a on a.id = s.asset_id order by s.from_on"));
        Assert.Equal(["1"], ordered.Town.Rows("select state from assets"));
    }

    [Theory]
    [OnBoth]
    public void A_new_term_ends_the_old_line_and_begins_another_at_the_editions_price(Engine engine)
    {
        using var ordered = Rented(engine, out var line);
        ordered.Stock("PC2", "DO1", "SK1", "SK2");
        var number = RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted, "desk", 48)).Value.Number;
        Approve(ordered, number);
        ordered.OnDay("2026-05-20");
        ordered.Pick(number, "PC2");

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).IsDone);

        Assert.Equal(
            ["L00000001|20260310|20260520|PC1|35750", "L00000002|20260520||PC2|60875"],
            ordered.Town.Rows("select l.code, s.from_on, s.until_on, a.tag, s.monthly_rent from line_segments s join contract_lines l on l.id = s.line_id join assets a on a.id = s.asset_id order by l.code"));
        Assert.Equal([], ordered.Town.Rows("select 1 from line_versions where body like '%early_return%'")); // reused: waived
    }

    // 12 000.00 less two months of 250.00, and 6 of 31 days of the third: 11 451.61.
    [Theory]
    [OnBoth(true, true, "")]
    [OnBoth(false, true, "1145161")]
    [OnBoth(true, false, "1145161")]
    public void A_return_is_charged_until_the_notice_has_run_out_and_for_the_capital_unless_it_is_reused_and_the_rules_waive_it(Engine engine, bool reused, bool waives, string fee)
    {
        using var ordered = Rented(engine, out var line, OrderedTown.Rules with { NoticeDays = 14, WaivesUnpaidOnReuse = waives });
        var number = RequestReturn.Run(ordered.As("olle"), line, Wanted).Value.Number; // on 2 May
        ordered.OnDay("2026-05-06");

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true, reused) })).IsDone);

        Assert.Equal( // 2 May and 14 days; without the asset since it came back
            ["20260310|20260506|PC1", "20260506|20260516|"],
            ordered.Town.Rows("select s.from_on, s.until_on, a.tag from line_segments s left join assets a on a.id = s.asset_id order by s.from_on"));
        Assert.Equal([reused ? "1" : "4"], ordered.Town.Rows("select state from assets")); // it is back today
        ordered.OnDay("2026-05-31");
        var may = ChargeMonth.Run(ordered.It, new BillingMonth(2026, 5)).Value;
        Assert.DoesNotContain(may.Findings, found => found.Code == "contract_on_retired_asset"); // nobody has anything to do about ten days of notice
        Assert.Equal(fee, string.Concat(ordered.Town.Rows("select amount from charges where component = 'early_return' and asset_id = 1")));
        // 262.50 × 15/31 = 127.02, 95.00 × 15/31 = 45.97: what is charged for the days is the same with the asset and without.
        Assert.Equal(["12702", "4597"], ordered.Town.Rows("select sum(amount) from charges where component <> 'early_return' group by component order by component"));
        Assert.Equal(["8468", "3065"], ordered.Town.Rows("select amount from charges where component <> 'early_return' and asset_id is null order by component")); // 127.02 − 42.34, 45.97 − 15.32
    }

    [Theory]
    [OnBoth]
    public void During_the_notice_the_asset_goes_to_somebody_else_and_nothing_more_is_asked_of_the_line(Engine engine)
    {
        using var ordered = Rented(engine, out var line, OrderedTown.Rules with { NoticeDays = 14 });
        var next = ordered.Order(OrderedTown.New(1, "laptop"));
        var back = RequestReturn.Run(ordered.As("olle"), line, Wanted).Value.Number; // on 2 May
        ordered.OnDay("2026-05-06");
        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(back, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).IsDone);

        Assert.Equal(("line_handed_in", "L00000001, 2026-05-15"), Refused(RequestReturn.Run(ordered.As("olle"), line, Wanted).Refusal));
        Assert.Equal("line_handed_in", RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted)).Refusal!.Code);
        Assert.Equal("line_handed_in", RequestMove.Run(ordered.As("olle"), new MoveRequest(line, "121", "C121", Wanted)).Refusal!.Code);
        var item = Assert.Single(RentedList.Read(ordered.Town.Database, new CostMemory(), Reach.Everywhere, new DateOnly(2026, 5, 6), new RentedQuery()).Items);
        Assert.Equal((true, new DateOnly(2026, 5, 16), (long?)null), (item.IsHandedIn, item.EndsOn!.Value, item.AssetId));

        ordered.Pick(next, "PC1");
        var again = ordered.Deliver(next, "2026-05-06")[0];
        Assert.Equal([$"{again}|20260506|"], ordered.Town.Rows("select l.code, s.from_on, s.until_on from line_segments s join contract_lines l on l.id = s.line_id join assets a on a.id = s.asset_id where a.tag = 'PC1' and s.until_on is null"));
    }

    // It was to end on 10 May, and the notice would be over on 16 May.
    [Theory]
    [OnBoth("2026-05-06", "20260310|20260506|PC1, 20260506|20260510|")]
    [OnBoth("2026-05-10", "20260310|20260510|PC1")]
    [OnBoth("2026-05-20", "20260310|20260510|PC1")] // it has ended since
    public void What_ends_within_the_notice_is_taken_back_and_ends_as_it_was_to_without_a_fee(Engine engine, string handedIn, string stretches)
    {
        using var ordered = Rented(engine, out var line, OrderedTown.Rules with { NoticeDays = 14 });
        var back = RequestReturn.Run(ordered.As("olle"), line, Wanted).Value.Number;
        Assert.True(Operations.Rentals.ReturnAsset.Run(ordered.It, "L00000001", new DateOnly(2026, 5, 10), true).IsDone);
        ordered.OnDay(handedIn);

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(back, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true, Reused: false) })).IsDone);

        Assert.Equal(stretches, string.Join(", ", ordered.Town.Rows("select s.from_on, s.until_on, a.tag from line_segments s left join assets a on a.id = s.asset_id order by s.from_on")));
        Assert.Equal(["4|"], ordered.Town.Rows("select state, user_account from assets")); // retired, nobody's
        Assert.Equal([], ordered.Town.Rows("select 1 from line_versions where body like '%early_return%'"));
        Assert.Equal(["6"], ordered.Town.Rows($"select state from orders where number = '{back}'"));
    }

    [Theory]
    [OnBoth]
    public void Screens_come_back_with_the_computer_and_an_add_on_stays_with_its_own_rent(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "DO1", "SK1", "SK2", "SK3");
        var number = ordered.Order(OrderedTown.New(1, "desk"), OrderedTown.New(2, "screen", partOf: 1));
        ordered.Pick(number, "PC1", "DO1", "SK1", "SK2", "SK3");
        var line = ordered.Deliver(number, "2026-03-10")[0];
        var back = RequestReturn.Run(ordered.As("olle"), ordered.LineId(line), Wanted).Value.Number;
        ordered.OnDay("2026-05-20");

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(back, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true, KeepsAttached: true) })).IsDone);

        Assert.Equal(
            ["DO1|1|PC1|", "PC1|1||", "SK1|1|PC1|", "SK2|1|PC1|", "SK3|2||anna.berg"],
            ordered.Town.Rows("select a.tag, a.state, p.tag, a.user_account from assets a left join assets p on p.id = a.parent_id order by a.tag"));
    }

    [Theory]
    [OnBoth("move", 35750)]
    [OnBoth("same terms", 35750)]
    [OnBoth("new term", 60875)]
    public void What_is_taken_back_or_turned_down_costs_the_same_when_it_is_sent_again_and_nobody_below_it_approves(Engine engine, string kind, long rent)
    {
        using var ordered = Rented(engine, out var line);
        Small(ordered);
        var olle = ordered.As("olle");
        var asked = kind switch
        {
            "move" => RequestMove.Run(olle, new MoveRequest(line, "121", "C121", Wanted, "Bo Ek", "bo.ek", "s1", "B2")),
            "same terms" => RequestReplacement.Run(olle, new ReplacementRequest(line, Wanted)),
            _ => RequestReplacement.Run(olle, new ReplacementRequest(line, Wanted, "desk", 48)),
        };
        var before = Content(ordered);

        var order = SentAgain(ordered, TakeBackOrder.Run(olle, asked.Value.Number, asked.Value.Version).Value);
        Assert.Equal([$"{rent}"], ordered.Town.Rows("select monthly_rent from orders where state = 1"));
        Assert.Equal(before, Content(ordered));
        Assert.Equal("not_yours", ApproveOrder.Run(ordered.As("sten"), order.Number, order.Version).Refusal!.Code);

        var rejected = RejectOrder.Run(ordered.As("bea"), order.Number, order.Version, "Vänta").Value;
        order = SentAgain(ordered, TakeBackOrder.Run(olle, order.Number, rejected.Version).Value);
        Assert.Equal("not_yours", ApproveOrder.Run(ordered.As("sten"), order.Number, order.Version).Refusal!.Code);
        Assert.Equal(before, Content(ordered));
        Assert.True(ApproveOrder.Run(ordered.As("bea"), order.Number, order.Version).IsDone);
    }

    [Theory]
    [OnBoth]
    public void What_is_approved_by_one_unit_is_not_charged_to_another(Engine engine)
    {
        using var ordered = Rented(engine, out var line);
        var olle = ordered.As("olle");
        var move = RequestMove.Run(olle, new MoveRequest(line, "121", "C121", Wanted)).Value;
        var basket = TakeBackOrder.Run(olle, move.Number, move.Version).Value;
        BasketFields To(string? unit, string code) => new(unit, code, Wanted, "", []);

        Assert.Equal(("order_payer_fixed", "121"), Refused(ChangeBasket.Run(olle, basket.Number, basket.Version, To("111", "C111")).Refusal));
        Assert.Equal("order_payer_fixed", ChangeBasket.Run(olle, basket.Number, basket.Version, To(null, "C111")).Refusal!.Code);
        Assert.Equal("order_payer_fixed", ChangeBasket.Run(olle, basket.Number, basket.Version, To(null, "")).Refusal!.Code);
        Assert.Equal(basket.Version + 1, ChangeBasket.Run(olle, basket.Number, basket.Version, To("121", "C121") with { Note = "brådskar" }).Value.Version);
    }

    [Theory]
    [OnBoth]
    public void What_others_may_order_does_not_come_as_a_replacement_either(Engine engine)
    {
        using var ordered = Rented(engine, out var line);
        Assert.Equal(("product_not_for_unit", "heads"), Refused(RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted, "heads", 48)).Refusal));
        Assert.True(RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, Wanted)).IsDone); // what one has goes on
    }

    // As the page of the basket does before it sends: it has no fields for what is rented already.
    private static OrderTaken SentAgain(OrderedTown ordered, OrderTaken basket)
    {
        var code = ordered.Town.Rows($"select c.code from orders o join cost_codes c on c.id = o.cost_code_id where o.number = '{basket.Number}'")[0];
        var saved = ChangeBasket.Run(ordered.As("olle"), basket.Number, basket.Version, new BasketFields(null, code, Wanted, "", [new(1, "", "", "", "", 12, "annat", ["screen"])])).Value;
        return SubmitOrder.Run(ordered.As("olle"), saved.Number, saved.Version).Value;
    }

    private static List<string> Content(OrderedTown ordered) =>
        ordered.Town.Rows("select y.kind, y.product_code, y.wish, y.term_months, y.monthly_rent, y.recipient_name, y.recipient_account, y.site_id, y.room, y.line_id, y.to_unit_id, y.to_cost_code_id from order_lines y where y.delivered_on is null");

    // Holds a budget, and may approve one krona a month.
    private static void Small(OrderedTown ordered) =>
        new Data.Access.Account("sten", "Sten Snål", "correct horse battery", "sv", [new(Core.Access.Role.BudgetHolder, null, Money.FromKronor(1m))]).Create(ordered.Town.Database, ordered.Clock, "test");

    // A laptop of unit 111 since 10 March; the clock stands on 2 May.
    private static OrderedTown Rented(Engine engine, out long line, Core.Standard.RentRules? rules = null)
    {
        var ordered = new OrderedTown(engine, rules);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(number, "PC1");
        line = ordered.LineId(ordered.Deliver(number, "2026-03-10")[0]);
        ordered.OnDay("2026-05-02");
        return ordered;
    }

    private static void Approve(OrderedTown ordered, string number)
    {
        var version = int.Parse(ordered.Town.Rows($"select version from orders where number = '{number}'")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(OrderState.Accepted, ApproveOrder.Run(ordered.As("bea"), number, version).Value.State);
    }

    private static (string, string) Refused(Refusal? refusal) => (refusal!.Code, refusal.Detail);
}
