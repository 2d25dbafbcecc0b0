using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class PurchaseTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [OnBoth]
    public void Fifty_serials_become_fifty_assets_with_the_purchases_price_supplier_and_warranty(Engine engine)
    {
        using var at = Shop(engine);
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("s1", [new PurchaseItem("pc", 50, Money.FromKronor(9000))], WarrantyMonths: 36)).Value.Number;

        var received = ReceiveAssets.Run(at.Installation, Delivered(number, string.Join('\n', Enumerable.Range(1, 50).Select(i => $"5CG{i:0000}")), "form")).Value;

        Assert.Equal("I2026-00001", number);
        Assert.Equal((50, false), (received.Count, received.IsRepeated));
        Assert.Equal(["50"], at.Column("select count(*) from assets where state = 1 and price = 900000 and supplier_id = 1 and warranty_until = 20291120 and purchased_on = 20261120 and site_id = 1 and room = 'Lager'"));
        Assert.Equal(["IT0000001", "IT0000050"], at.Column("select min(tag) from assets union all select max(tag) from assets"));
        Assert.Equal(["50"], at.Column("select count(*) from received_assets where line_number = 1"));
        Assert.Equal(["20261120"], at.Column("select closed_on from purchase_orders"));
        Assert.Equal(["50"], at.Column("select count(*) from history h join change_sets c on c.id = h.change_set_id where c.verb = 'receive-assets' and h.subject = 1"));
    }

    [Theory]
    [OnBoth]
    public void A_form_that_is_sent_twice_orders_once_and_receives_once(Engine engine)
    {
        using var at = Shop(engine);
        var request = new PurchaseRequest("S1", [new PurchaseItem("PC", 5, Money.FromKronor(9000))], FormKey: "order");
        var number = PlacePurchase.Run(at.Installation, request).Value.Number;

        Assert.Equal(number, PlacePurchase.Run(at.Installation, request).Value.Number);
        var first = ReceiveAssets.Run(at.Installation, Delivered(number, "A1\nA2", "form")).Value;
        var second = ReceiveAssets.Run(at.Installation, Delivered(number, "A1\nA2", "form")).Value;

        Assert.True(second.IsRepeated);
        Assert.Equal(first.Act, second.Act);
        Assert.Equal(["2"], at.Column("select count(*) from assets"));
        Assert.Equal(["1"], at.Column("select count(*) from purchase_orders"));
    }

    [Theory]
    [OnBoth]
    public void What_is_bought_for_an_order_is_a_step_of_it_once_and_the_orderer_is_told(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();
        var request = new PurchaseRequest(
            "S1", [new PurchaseItem("PC", 1, Money.FromKronor(9000), order.Number), new PurchaseItem("PC", 2, Money.FromKronor(9000), order.Number)], ExpectedOn: Day.AddDays(20), FormKey: "form");
        Assert.True(PlacePurchase.Run(town.As("tove"), request with { FormKey = "before" }).IsDone); // nobody has approved the order: no step of it
        ApproveOrder.Run(town.As("berit"), order.Number, order.Version);

        var number = PlacePurchase.Run(town.As("tove"), request).Value.Number;
        PlacePurchase.Run(town.As("tove"), request);
        PlacePurchase.Run(town.As("tove"), request with { FormKey = "more", ExpectedOn = null });

        Assert.Equal("I2026-00002", number);
        Assert.Equal(
            ["submitted Olle Orre", "approved Berit Budget", "purchased Tove Teknik I2026-00002, 2026-12-10", "purchased Tove Teknik I2026-00003"], town.Steps(order.Number));
        Assert.Equal(["order_purchased olle", "order_purchased olle"], town.Mails()[^2..]);
        Assert.Equal(["3"], town.At.Column($"select state from orders where number = '{order.Number}'"));
    }

    [Theory]
    [OnBoth]
    public void A_bad_row_is_told_and_leaves_the_others_alone(Engine engine)
    {
        using var at = Shop(engine);
        at.Import("assets", Fleet.AssetHeader + "IT0000003,OLD1,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\n");
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 4, Money.FromKronor(9000))])).Value.Number;

        var received = ReceiveAssets.Run(at.Installation, Delivered(number, "N1\nold1\nN1\nN2;it0000003\nN3;IT0000005\n\n;IT0000009\nN4\nN5\nN6", "form")).Value;

        Assert.Equal(
            [null, AssetRefusals.DuplicateSerial, AssetRefusals.DuplicateSerial, AssetRefusals.DuplicateTag, null, AssetRefusals.SerialMissing, null, null, PurchaseRefusals.LineFull],
            received.Rows.Select(row => row.Refusal?.Code));
        Assert.Equal(["IT0000004", "IT0000005", "IT0000006", "IT0000007"], received.Rows.Where(row => row.AssetId is not null).Select(row => row.Tag));
        Assert.Equal("old1 IT0000003", received.Rows[1].Refusal!.Detail);
        Assert.Equal(7, received.Rows[5].Row.Number);
    }

    [Theory]
    [OnBoth]
    public void A_model_is_recognised_by_what_its_earlier_serials_look_like(Engine engine)
    {
        using var at = Shop(engine);
        at.Import("assets", Fleet.AssetHeader + "IT0000001,5CG3210A,PC,2026-01-01,9000.00,S1,,L1,,in_stock,\nIT0000002,CN4321-77,DOCK,2026-01-01,900.00,S1,,L1,,in_stock,\n");
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 2, Money.FromKronor(9000)), new PurchaseItem("DOCK", 1, Money.FromKronor(900))])).Value.Number;

        var received = ReceiveAssets.Run(at.Installation, Delivered(number, "5CG3299X\nCN4321-99\nXX", "form")).Value;

        Assert.Equal(["PC", "DOCK"], received.Rows.Take(2).Select(row => row.ModelCode));
        Assert.Equal("PC", received.Rows[2].ModelCode); // only the one model is still to come
        Assert.Equal(["90000", "900000", "900000"], at.Column("select price from assets where tag > 'IT0000002' order by price"));
    }

    [Theory]
    [OnBoth]
    public void A_serial_like_none_before_is_left_for_a_person_to_say(Engine engine)
    {
        using var at = Shop(engine);
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 2, Money.FromKronor(9000)), new PurchaseItem("DOCK", 1, Money.FromKronor(900))])).Value.Number;

        var unsure = ReceiveAssets.Run(at.Installation, Delivered(number, "AAA111", "one")).Value;
        var sure = ReceiveAssets.Run(at.Installation, Delivered(number, "AAA111", "one") with { LineNumber = 2 }).Value;

        Assert.Equal((null, PurchaseRefusals.ModelNotRecognised), (unsure.Act, unsure.Rows[0].Refusal!.Code));
        Assert.Equal("DOCK", sure.Rows[0].ModelCode);
    }

    [Theory]
    [OnBoth]
    public void A_closed_purchase_takes_nothing_more_and_what_comes_without_one_is_told(Engine engine)
    {
        using var at = Shop(engine, ("Assets:TagPattern", "BV-00000"));
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 2, Money.FromKronor(9000))])).Value.Number;
        ClosePurchase.Run(at.Installation, number, "Restnoterat");

        Assert.Equal(PurchaseRefusals.PurchaseClosed, ReceiveAssets.Run(at.Installation, Delivered(number, "A1", "x")).Refusal!.Code);
        Assert.Equal(PurchaseRefusals.PurchaseClosed, ClosePurchase.Run(at.Installation, number).Refusal!.Code);
        var free = ReceiveAssets.Run(at.Installation, Delivered(null, "A1", "y") with { ModelCode = "dock", Price = Money.FromKronor(500), SupplierCode = "s1", WarrantyUntil = new DateOnly(2027, 1, 1) }).Value;

        Assert.Equal("BV-00001", free.Rows[0].Tag);
    }

    [Theory]
    [OnBoth]
    public void What_the_supplier_says_later_is_written_down_with_its_history(Engine engine)
    {
        using var at = Shop(engine);
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 5, Money.FromKronor(9000)), new PurchaseItem("DOCK", 2, Money.FromKronor(900))], "RA-1", Day)).Value.Number;
        ReceiveAssets.Run(at.Installation, Delivered(number, "A1", "x") with { LineNumber = 1 });

        var changed = ChangePurchase.Run(at.Installation, new PurchaseChange(number, Day.AddDays(30), "RA-1", "Restat", [new PurchaseLineChange(1, 3, Money.FromKronor(9500)), new PurchaseLineChange(2, 0, default)], "Mejl från leverantören")).Value;

        Assert.False(changed.IsClosed);
        Assert.Equal(["1|3|950000"], at.Column("select number || '|' || quantity || '|' || unit_price from purchase_lines"));
        Assert.Equal(["20261220|RA-1|Restat"], at.Column("select expected_on || '|' || reference || '|' || note from purchase_orders"));
        Assert.Equal(["900000"], at.Column("select price from assets")); // what has come keeps its price
        Assert.Equal(
            ["{\"1 PC quantity\":\"3\",\"1 PC price\":\"9500.00\",\"2 DOCK quantity\":\"0\",\"expected_on\":\"2026-12-20\",\"note\":\"Restat\"}"],
            at.Column("select after from history h join change_sets c on c.id = h.change_set_id where c.verb = 'change-purchase'"));

        Assert.True(ChangePurchase.Run(at.Installation, new PurchaseChange(number, Day.AddDays(30), "RA-1", "Restat", [new PurchaseLineChange(1, 1, Money.FromKronor(9500))])).Value.IsClosed);
        Assert.Equal(PurchaseRefusals.PurchaseClosed, ChangePurchase.Run(at.Installation, new PurchaseChange(number, null, null, null, [])).Refusal!.Code);
    }

    public static TheoryData<PurchaseLineChange[], string> RefusedChanges => new()
    {
        { [new PurchaseLineChange(1, 0, default)], PurchaseRefusals.FewerThanCame },
        { [new PurchaseLineChange(1, 10_001, default)], PurchaseRefusals.BadQuantity },
        { [new PurchaseLineChange(2, -1, default)], PurchaseRefusals.BadQuantity },
        { [new PurchaseLineChange(2, 1, Money.FromKronor(-1))], PurchaseRefusals.NegativePrice },
        { [new PurchaseLineChange(3, 1, default)], PurchaseRefusals.UnknownLine },
    };

    [Theory]
    [OnBoth(Of = nameof(RefusedChanges))]
    public void A_change_of_a_purchase_that_cannot_be_is_refused(Engine engine, PurchaseLineChange[] lines, string code)
    {
        using var at = Shop(engine);
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 5, Money.FromKronor(9000)), new PurchaseItem("DOCK", 2, Money.FromKronor(900))])).Value.Number;
        ReceiveAssets.Run(at.Installation, Delivered(number, "A1", "x") with { LineNumber = 1 });

        Assert.Equal(code, ChangePurchase.Run(at.Installation, new PurchaseChange(number, null, null, null, lines)).Refusal!.Code);
        Assert.Equal(PurchaseRefusals.ChangedMeanwhile, ChangePurchase.Run(at.Installation, new PurchaseChange(number, null, null, null, [], Seen: 1)).Refusal!.Code);
        Assert.Equal(["5", "2"], at.Column("select quantity from purchase_lines order by number"));
    }

    [Theory]
    [OnBoth]
    public void A_purchase_of_which_no_line_is_left_is_closed_instead(Engine engine)
    {
        using var at = Shop(engine);
        var number = PlacePurchase.Run(at.Installation, new PurchaseRequest("S1", [new PurchaseItem("PC", 5, Money.FromKronor(9000))])).Value.Number;

        Assert.Equal(PurchaseRefusals.NothingLeft, ChangePurchase.Run(at.Installation, new PurchaseChange(number, null, null, null, [new PurchaseLineChange(1, 0, default)])).Refusal!.Code);
    }

    public static TheoryData<PurchaseRequest, string> Refused => new()
    {
        { new PurchaseRequest("S9", [new PurchaseItem("PC", 1, default)]), PurchaseRefusals.UnknownSupplier },
        { new PurchaseRequest("S1", []), PurchaseRefusals.NoLines },
        { new PurchaseRequest("S1", [new PurchaseItem("X", 1, default)]), PurchaseRefusals.UnknownModel },
        { new PurchaseRequest("S1", [new PurchaseItem("PC", 0, default)]), PurchaseRefusals.BadQuantity },
        { new PurchaseRequest("S1", [new PurchaseItem("PC", 1, Money.FromKronor(-1))]), PurchaseRefusals.NegativePrice },
        { new PurchaseRequest("S1", [new PurchaseItem("PC", 1, default, "B2026-9")]), PurchaseRefusals.UnknownOrder },
        { new PurchaseRequest("S1", [new PurchaseItem("PC", 1, default)], WarrantyMonths: 121), PurchaseRefusals.BadWarranty },
    };

    [Theory]
    [OnBoth(Of = nameof(Refused))]
    public void A_purchase_that_cannot_be_is_refused(Engine engine, PurchaseRequest request, string code)
    {
        using var at = Shop(engine);

        Assert.Equal(code, PlacePurchase.Run(at.Installation, request).Refusal!.Code);
        Assert.Equal(["0"], at.Column("select count(*) from purchase_orders"));
    }

    private static Delivery Delivered(string? purchase, string rows, string form) => new(purchase, ScannedRows.Read(rows), Day, "L1", "Lager", form);

    private static TestInstallation Shop(Engine engine, params (string Setting, string? Value)[] settings)
    {
        var at = TestInstallation.On(engine, settings);
        at.Furnish();
        return at;
    }
}
