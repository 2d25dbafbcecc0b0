using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class DeliverOrderTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Three_workplaces_delivered_on_the_tenth_are_charged_to_the_day_and_to_the_ore(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2", "PC3");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek"), OrderedTown.New(3, "laptop", "cia.asp"));
        ordered.OnDay("2026-03-09");
        Assert.Equal(OrderState.Preparing, AcceptOrder.Run(ordered.It, number, new DateOnly(2026, 3, 12)).Value.State);
        ordered.Pick(number, "pc1", "SN-PC2", "PC3");

        ordered.OnDay("2026-03-10");
        var delivered = DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value;

        Assert.Equal((OrderState.Delivered, 3), (delivered.State, delivered.Lines.Count));
        Assert.All(delivered.Lines, line => Assert.Equal(43, line.Token!.Length));
        ordered.OnDay("2026-03-31");
        ChargeMonth.Run(ordered.It, March);
        // The worked example: 186.29 + 67.42 = 253.71 for 22 of 31 days.
        Assert.Equal(
            ["PC1|capital|18629", "PC1|support|6742", "PC2|capital|18629", "PC2|support|6742", "PC3|capital|18629", "PC3|support|6742"],
            ordered.Town.Rows("select a.tag, c.component, c.amount from charges c join assets a on a.id = c.asset_id order by a.tag, c.component"));
        Assert.Equal(
            ["PC1|2|anna.berg|111|S1|A1", "PC2|2|bo.ek|111|S1|A1", "PC3|2|cia.asp|111|S1|A1"],
            ordered.Town.Rows("select a.tag, a.state, a.user_account, o.code, s.code, a.room from assets a join organisations o on o.id = a.user_unit_id join sites s on s.id = a.site_id order by a.tag"));
        Assert.Equal([], ordered.Town.Rows("select asset_id from picked_assets"));
    }

    [Theory]
    [OnBoth]
    public void What_was_delivered_is_moved_and_returned_next_month_and_both_are_charged_to_the_day(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek"));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "PC1", "PC2");
        var lines = DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value.Lines;
        ordered.OnDay("2026-05-02");
        Assert.True(CloseMonth.Run(ordered.It, March, "test").IsDone);
        Assert.True(CloseMonth.Run(ordered.It, March.Next, "test").IsDone);
        var moving = ordered.Order(ordered.About(1, OrderLineKind.Move, lines[0].LineCode!, "121"));
        var returning = ordered.Order(ordered.About(1, OrderLineKind.Return, lines[1].LineCode!));

        ordered.OnDay("2026-05-20");
        Assert.Equal(OrderState.Delivered, DeliverOrder.Run(ordered.It, new DeliveryRequest(moving)).Value.State);
        var back = DeliverOrder.Run(ordered.It, new DeliveryRequest(returning, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).Value;

        Assert.Equal((OrderState.Confirmed, null), (back.State, back.Lines[0].Token)); // nobody has to confirm what IT has taken back
        ordered.OnDay("2026-05-31");
        ChargeMonth.Run(ordered.It, new BillingMonth(2026, 5));
        // The worked example's move on 20 May: 160.89 + 58.23 for the old holder, 101.61 + 36.77 for the new. The return costs the 19 days before it.
        Assert.Equal(
            ["PC1|111|capital|16089", "PC1|111|support|5823", "PC1|121|capital|10161", "PC1|121|support|3677", "PC2|111|capital|16089", "PC2|111|support|5823"],
            ordered.Town.Rows("select a.tag, o.code, c.component, c.amount from charges c join assets a on a.id = c.asset_id join organisations o on o.id = c.unit_id where c.month = 202605 order by a.tag, o.code, c.component"));
        Assert.Equal(
            ["PC1|2|121", "PC2|1|"],
            ordered.Town.Rows("select a.tag, a.state, o.code from assets a left join organisations o on o.id = a.user_unit_id order by a.tag"));
    }

    [Theory]
    [OnBoth]
    public void A_desk_is_delivered_with_its_screens_attached_and_an_add_on_on_a_line_of_its_own(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "DO1", "SK1", "SK2", "SK3");
        var number = ordered.Order(OrderedTown.New(1, "desk"), OrderedTown.New(2, "screen", partOf: 1));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "SK1", "SK2", "SK3", "DO1", "PC1"); // in the order that the shelf offers

        var delivered = DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value;

        Assert.Equal([(1, true), (2, false)], delivered.Lines.Select(line => (line.Line, line.Token is not null)));
        Assert.Equal(
            ["DO1|PC1|2|anna.berg", "PC1||2|anna.berg", "SK1|PC1|2|anna.berg", "SK2|PC1|2|anna.berg", "SK3|PC1|2|anna.berg"],
            ordered.Town.Rows("select a.tag, p.tag, a.state, a.user_account from assets a left join assets p on p.id = a.parent_id order by a.tag"));
        Assert.Equal(["PC1|60875", "SK3|5250"], ordered.Town.Rows("select a.tag, s.monthly_rent from line_segments s join assets a on a.id = s.asset_id order by a.tag"));
        ordered.OnDay("2026-03-31");
        ChargeMonth.Run(ordered.It, March);
        Assert.Equal([], ordered.Town.Rows("select code, record from findings")); // dock and screens are in the desk's rent
    }

    [Theory]
    [OnBoth]
    public void A_refusal_midway_leaves_nothing_of_the_whole_delivery(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek"));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "PC1", "PC2");
        // Somebody rents the second one out behind our back: the first line is written by the time that is noticed.
        ordered.Town.AddLine("OTHER", "PC2", "121", new DateOnly(2026, 3, 1), null, 10m);
        string[] Everything() =>
        [
            .. ordered.Town.Rows("select state, version from orders"), .. ordered.Town.Rows("select count(*) from order_steps"), .. ordered.Town.Rows("select tag, state from assets order by tag"),
            .. ordered.Town.Rows("select count(*) from line_versions"), .. ordered.Town.Rows("select count(*) from history"), .. ordered.Town.Rows("select count(*) from change_sets"),
            .. ordered.Town.Rows("select count(*) from mails"), .. ordered.Town.Rows("select count(*) from confirmations"), .. ordered.Town.Rows("select asset_id from picked_assets order by 1"),
        ];
        var before = Everything();

        Assert.Equal("still_rented", DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Refusal!.Code);

        Assert.Equal(before, Everything());
    }

    [Theory]
    [OnBoth]
    public void Delivered_twice_is_delivered_once(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "PC1");
        var request = new DeliveryRequest(number, Version: 2);
        Assert.Single(DeliverOrder.Run(ordered.It, request).Value.Lines);

        Assert.Empty(DeliverOrder.Run(ordered.It, request).Value.Lines);

        Assert.Equal(["1"], ordered.Town.Rows("select count(*) from contract_lines"));
        Assert.Equal(["1"], ordered.Town.Rows("select count(*) from order_steps where step = 8"));
    }

    [Theory]
    [OnBoth]
    public void A_delivery_that_is_registered_late_corrects_the_closed_month_by_itself(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(number, "PC1");
        ordered.OnDay("2026-04-14");
        Assert.True(CloseMonth.Run(ordered.It, March).IsDone);

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, new DateOnly(2026, 3, 10))).IsDone);

        ChargeMonth.Run(ordered.It, March.Next);
        Assert.Equal(
            ["0|capital|26250", "0|support|9500", "202603|capital|18629", "202603|support|6742"],
            ordered.Town.Rows("select corrected_month, component, amount from charges where month = 202604 order by corrected_month, component"));
    }

    [Theory]
    [OnBoth]
    public void What_is_missing_is_delivered_with_a_reason_and_joins_the_workplace_when_it_comes(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("DO1", "SK1");
        var number = ordered.Order(OrderedTown.New(1, "desk"));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "DO1", "SK1");
        Assert.Equal(("pieces_missing", "1 2"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Refusal));
        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Reason: "datorn är restad")).IsDone);
        Assert.Equal(["2"], ordered.Town.Rows("select back_ordered from order_lines"));
        ordered.Stock("PC1", "SK2");
        ordered.OnDay("2026-03-20");
        ordered.Pick(number, "PC1", "SK2");

        Assert.Single(DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value.Lines);

        Assert.Equal(["0"], ordered.Town.Rows("select back_ordered from order_lines"));
        Assert.Equal(["PC1||2", "SK2|PC1|2"], ordered.Town.Rows("select a.tag, p.tag, a.state from assets a left join assets p on p.id = a.parent_id where a.tag in ('PC1', 'SK2') order by a.tag"));
        Assert.Equal(["1"], ordered.Town.Rows("select count(*) from contract_lines"));
        Assert.Equal(["4"], ordered.Town.Rows("select count(*) from delivered_assets"));
    }

    [Theory]
    [OnBoth]
    public void Nothing_is_delivered_before_it_was_ordered(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(number, "PC1");
        ordered.OnDay("2026-03-10");

        Assert.Equal(("delivered_before_sent", "2026-03-03"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, new DateOnly(2025, 3, 10))).Refusal));
        Assert.Equal(("delivered_before_sent", "2026-03-03"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, new DateOnly(2026, 3, 2))).Refusal));

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, new DateOnly(2026, 3, 3))).IsDone);
    }

    [Theory]
    [OnBoth]
    public void A_line_of_which_nothing_is_picked_is_not_charged_for_whatever_the_reason(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "desk", "bo.ek"));
        ordered.Pick(number, "PC1");

        Assert.Equal(("nothing_picked", "2"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Reason: "resten kommer")).Refusal));
        Assert.Equal(("pieces_missing", "2 4"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Refusal));

        Assert.Equal(OrderState.Preparing, DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Lines: [1])).Value.State);
    }

    [Theory]
    [OnBoth]
    public void A_cost_code_that_has_ended_since_gives_way_to_another_that_the_unit_may_use(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(number, "PC1");
        ordered.OnDay("2026-03-10");
        ordered.Town.Execute("update cost_codes set valid_until = 20260310 where code = 'C111'");
        ordered.Town.Execute("insert into cost_codes (id, code, code_key, unit_id, name, change_set_id) select 9, 'C110', 'C110', id, 'Drift', 1 from organisations where code = '110'");
        (string, string) With(string code) => Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, CostCode: code)).Refusal);

        Assert.Equal(("delivery_cost_code_ended", "C111"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Refusal));
        Assert.Equal(("delivery_cost_code_ended", "C111"), With("c111"));
        Assert.Equal(("order_cost_code_unknown", "C999"), With("C999"));
        Assert.Equal(("cost_code_of_other", "C121"), With("C121"));
        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, CostCode: "c110", Version: 2)).IsDone);

        Assert.Equal(["111|C110"], ordered.Town.Rows("select u.code, c.code from line_segments s join organisations u on u.id = s.unit_id join cost_codes c on c.id = s.cost_code_id"));
        Assert.Equal(["C110|5"], ordered.Town.Rows("select c.code, o.state from orders o join cost_codes c on c.id = o.cost_code_id"));
        Assert.Equal(["C111 → C110"], ordered.Town.Rows($"select text from order_steps where step = {(int)OrderStep.Changed}"));
        Assert.Equal(["1"], ordered.Town.Rows("select count(*) from history where subject = 15 and before like '%C111%' and after like '%C110%'"));
    }

    [Theory]
    [OnBoth]
    public void A_unit_that_has_ended_gets_nothing_more_and_gives_back_what_it_has(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var first = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(first, "PC1");
        var line = ordered.Deliver(first, "2026-03-10")[0];
        var second = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(second, "PC2");
        var back = ordered.Order(ordered.About(1, OrderLineKind.Return, line));
        ordered.Town.Execute("update organisations set valid_until = 20260310 where code = '111'");

        Assert.Equal(("delivery_unit_ended", "111"), Refused(DeliverOrder.Run(ordered.It, new DeliveryRequest(second)).Refusal));
        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(back, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).IsDone);
    }

    [Theory]
    [OnBoth]
    public void What_is_left_of_an_order_is_cancelled_and_what_is_delivered_stays(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2", "SK1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "desk", "bo.ek"), OrderedTown.New(3, "screen", partOf: 2));
        ordered.Pick(number, "PC1", "PC2");
        Assert.True(PrepareOrder.Add(ordered.It, number, 2, "Installera CAD").IsDone);
        ordered.OnDay("2026-03-10");
        Assert.Equal(OrderState.Preparing, DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Lines: [1])).Value.State);
        OrderTaken Cancel() => CancelOrder.Run(ordered.It, number, 3, "utgått").Value;

        Assert.Equal((OrderState.Delivered, 4), (Cancel().State, Cancel().Version)); // a second click does nothing more

        Assert.Equal(["1"], ordered.Town.Rows("select number from order_lines"));
        Assert.Equal([], ordered.Town.Rows("select asset_id from picked_assets"));
        Assert.Equal([], ordered.Town.Rows("select item from preparations"));
        Assert.Equal(["2 desk, 3 screen: utgått"], ordered.Town.Rows($"select text from order_steps where step = {(int)OrderStep.Cancelled}"));
        Assert.Equal(["olle"], ordered.Town.Rows("select u.user_name from mails m join users u on u.id = m.user_id where m.template = 'order_partly_cancelled'"));
        Assert.Equal(OrderRefusals.AlreadyDelivered, CancelOrder.Run(ordered.As("olle"), number, 4, null).Refusal!.Code);
        Assert.True(PickAsset.Run(ordered.It, ordered.Order(OrderedTown.New(1, "laptop")), "PC2").IsDone); // in stock again
        Assert.Equal(OrderState.Confirmed, ConfirmDelivery.Run(ordered.As("olle"), number).Value.State);
    }

    private static (string, string) Refused(Refusal? refusal) => (refusal!.Code, refusal.Detail);
}
