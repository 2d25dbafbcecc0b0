using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class PickAssetTests
{
    [Theory]
    [OnBoth]
    public void A_computer_that_somebody_has_used_is_picked_again_only_after_it_was_wiped(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek"));
        ordered.OnDay("2026-03-10");
        ordered.Pick(number, "PC1", "PC2");
        var lines = DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value.Lines;
        var back = ordered.Order(ordered.About(1, OrderLineKind.Return, lines[0].LineCode!));
        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(back, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).IsDone);
        Assert.True(ReturnAsset.Run(ordered.It, lines[1].LineCode!, ordered.It.Today, reused: true).IsDone); // by hand, where nobody said anything of a wipe
        ordered.OnDay("2026-06-01");
        var next = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek"));

        Assert.Equal($"PC1|{back}|tove", ordered.Town.Rows("select a.tag, w.method, w.wiped_by from wipes w join assets a on a.id = w.asset_id")[0]);
        Assert.True(PickAsset.Run(ordered.It, next, "PC1").IsDone);
        Assert.Equal(new Refusal(FulfilRefusals.NotWiped, "PC2"), PickAsset.Run(ordered.It, next, "PC2").Refusal);
        Assert.True(WipeAsset.Run(ordered.It, "PC2", "NIST 800-88", "Tove", ordered.It.Today).IsDone);
        Assert.True(PickAsset.Run(ordered.It, next, "PC2").IsDone);
    }

    [Theory]
    [OnBoth]
    public void A_scan_goes_to_the_first_line_that_lacks_such_a_piece(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2", "SK1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "desk"));

        Assert.Equal(new AssetPicked(number, 1, "PC1", "Maker Model", 4), PickAsset.Run(ordered.It, number, "sn-pc1").Value);
        Assert.Equal(2, PickAsset.Run(ordered.It, number, " pc2 ").Value.Line);
        Assert.Equal(2, PickAsset.Run(ordered.It, number, "SK1").Value.Line);

        Assert.Equal(["1|0|PC1", "2|0|PC2", "2|2|SK1"], ordered.Town.Rows("select p.line_number, p.part, a.tag from picked_assets p join assets a on a.id = p.asset_id order by 1, 2"));
        Assert.Equal(["4"], ordered.Town.Rows("select state from orders")); // preparing
        Assert.Equal(["0", "7"], ordered.Town.Rows("select step from order_steps order by number")); // one step, however many are scanned
    }

    [Theory]
    [OnBoth]
    public void What_cannot_be_picked_is_refused_with_what_stands_against_it(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2", "PC3", "SK1", "X1", "DO1");
        ordered.Town.SetState("PC2", Core.Inventory.AssetState.InRepair);
        ordered.Town.AddLine("L1", "PC3", "121", new DateOnly(2026, 1, 1), null, 10m);
        var number = ordered.Order(OrderedTown.New(1, "laptop"));
        var other = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(other, "PC1");

        Assert.Equal(("scan_unknown", "PC9"), Pick(ordered, number, " PC9"));
        Assert.Equal(("picked_elsewhere", $"PC1 {other}"), Pick(ordered, number, "PC1"));
        Assert.Equal(("asset_not_in_stock", "PC2 in_repair"), Pick(ordered, number, "PC2"));
        Assert.Equal(("still_rented", "PC3 L1"), Pick(ordered, number, "PC3"));
        Assert.Equal(("outside_the_standard", "X1 Maker Annan"), Pick(ordered, number, "X1"));
        Assert.Equal(("another_kind", "DO1 Maker Docka"), Pick(ordered, number, "DO1"));
        Assert.Equal(("nothing_to_pick", other), Pick(ordered, other, "X1"));
        Assert.Equal(("unknown_order", "B1"), Pick(ordered, "B1", "X1"));
    }

    [Theory]
    [OnBoth]
    public void Outside_the_standard_is_picked_with_a_reason_by_the_architect_and_put_back_again(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("X1", "SK1");
        var number = ordered.Order(OrderedTown.New(1, "desk"));

        Assert.Equal(3, PickAsset.Run(ordered.As("arne"), number, "X1", reason: "slut på standardmodellen").Value.Left);
        Assert.Equal(["0"], ordered.Town.Rows("select part from picked_assets")); // the computer's place
        Assert.Equal(["slut på standardmodellen"], ordered.Town.Rows("select reason from change_sets where verb = 'pick asset'"));
        Assert.True(UnpickAsset.Run(ordered.It, number, "x1").IsDone);

        Assert.Equal("not_picked", UnpickAsset.Run(ordered.It, number, "X1").Refusal!.Code);
        Assert.Equal([], ordered.Town.Rows("select part from picked_assets"));
        Assert.Equal(
            ["|{\"picked\":null}|{\"picked\":\"1 X1\"}", "|{\"picked\":\"X1\"}|{\"picked\":null}"],
            ordered.Town.Rows("select '', before, after from history where subject = 15 and before like '%picked%' order by id"));
    }

    [Theory]
    [OnBoth]
    public void No_reason_lets_a_technician_past_the_architect_or_anybody_put_a_dock_in_the_place_of_a_computer(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("X1", "DO1");
        var number = ordered.Order(OrderedTown.New(1, "laptop"));

        Assert.Equal(new Refusal(FulfilRefusals.OutsideTheStandard, "X1 Maker Annan"), PickAsset.Run(ordered.It, number, "X1", reason: "slut").Refusal);
        Assert.Equal(FulfilRefusals.OutsideTheStandard, PickAsset.Run(ordered.As("arne"), number, "X1").Refusal!.Code);
        Assert.Equal(new Refusal(FulfilRefusals.AnotherKind, "DO1 Maker Docka"), PickAsset.Run(ordered.As("arne"), number, "DO1", reason: "slut").Refusal);

        Assert.Equal([], ordered.Town.Rows("select asset_id from picked_assets"));
    }

    [Theory]
    [OnBoth]
    public void The_preparation_lists_licences_and_what_is_added_and_keeps_who_did_it(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        var number = ordered.Order(OrderedTown.New(1, "desk"));

        Assert.True(PrepareOrder.Add(ordered.It, number, 1, " Installera CAD ").IsDone);
        Assert.True(PrepareOrder.Run(ordered.It, number, [new PreparationMark(1, 3, true), new PreparationMark(1, 1000, true)]).IsDone);
        Assert.True(PrepareOrder.Run(ordered.As("bea"), number, [new PreparationMark(1, 3, true), new PreparationMark(1, 1000, false)]).IsDone);

        Assert.Equal(
            ["3|Kontorspaket|Tove Teknik", "1000|Installera CAD|"],
            ordered.Town.Rows("select item, text, case when done_at is null then null else done_by end from preparations order by item"));
        Assert.Equal("unknown_order_line", PrepareOrder.Run(ordered.It, number, [new PreparationMark(1, 0, true)]).Refusal!.Code); // equipment is picked, not ticked
        Assert.Equal("unknown_order_line", PrepareOrder.Run(ordered.It, number, [new PreparationMark(2, 3, true)]).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void A_day_is_promised_and_told_and_one_that_has_passed_is_not(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        var number = ordered.Order(OrderedTown.New(1, "laptop"));

        Assert.Equal("promised_in_the_past", PromiseOrder.Run(ordered.It, number, new DateOnly(2026, 3, 2)).Refusal!.Code);
        Assert.Equal(OrderState.Accepted, PromiseOrder.Run(ordered.It, number, new DateOnly(2026, 3, 12)).Value.State);
        Assert.Equal(2, PromiseOrder.Run(ordered.It, number, new DateOnly(2026, 3, 12)).Value.Version); // once
        Assert.Equal(OrderState.Preparing, AcceptOrder.Run(ordered.It, number).Value.State);
        Assert.Equal("order_not_in_state", AcceptOrder.Run(ordered.It, number).Refusal!.Code);

        Assert.Equal(["20260312"], ordered.Town.Rows("select promised_on from orders"));
        Assert.Equal(["order_promised", "order_taken_on"], ordered.Town.Rows("select template from mails m join users u on u.id = m.user_id where u.user_name = 'olle' order by m.id"));
    }

    private static (string, string) Pick(OrderedTown ordered, string number, string tag) =>
        PickAsset.Run(ordered.It, number, tag).Refusal is { } refusal ? (refusal.Code, refusal.Detail) : ("", "");
}
