using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Demo;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class BasketTests
{
    [Theory]
    [OnBoth]
    public void Things_for_one_unit_gather_in_one_basket_and_numbers_follow_each_other_by_year(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        BasketItem Item(string unit) => new(unit, OrderingTown.Office, null, 36, [OrderingTown.Screen]);
        town.Person("bo", "Bo Båda", new Data.Access.Appointed(Core.Access.Role.Orderer, "M-1"));

        var first = AddToBasket.Run(town.As("bo"), Item("u1")).Value;
        var same = AddToBasket.Run(town.As("bo"), Item("U1")).Value;
        var other = AddToBasket.Run(town.As("bo"), Item("U2")).Value;
        town.At.Clock.Now = town.At.Clock.Now.AddYears(1);
        var nextYear = AddToBasket.Run(town.As("olle"), Item("U1")).Value;

        Assert.Equal(["B2026-00001", "B2026-00001", "B2026-00002", "B2027-00001"], [first.Number, same.Number, other.Number, nextYear.Number]);
        Assert.Equal(["", "1", "", "3"], town.At.Column("select part_of from order_lines where order_id = (select id from orders where number = 'B2026-00001') order by number").Select(text => text ?? ""));
        Assert.Equal(["36", "48"], town.At.Column("select term_months from order_lines order by order_id, number").Take(2)); // the screen has no 36
    }

    [Theory]
    [OnBoth]
    public void A_workplace_is_removed_with_its_add_ons_and_they_are_chosen_anew(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket(workplaces: 2, addOns: [OrderingTown.Screen]);

        var removed = RemoveLine.Run(town.As("olle"), basket.Number, basket.Version, 1).Value;
        var fields = town.Fields(basket.Number);
        var without = ChangeBasket.Run(town.As("olle"), basket.Number, removed.Version, fields with { Lines = [fields.Lines[0] with { AddOns = [] }] }).Value;
        Assert.Equal(["3"], town.At.Column("select number from order_lines"));
        ChangeBasket.Run(town.As("olle"), basket.Number, without.Version, fields with { Lines = [fields.Lines[0] with { AddOns = ["SKARM"] }] });

        Assert.Equal(["3|0", "4|3"], town.At.Column("select number || '|' || coalesce(part_of, 0) from order_lines order by number"));
        Assert.Equal(OrderRefusals.UnknownOrderLine, RemoveLine.Run(town.As("olle"), basket.Number, without.Version + 1, 1).Refusal!.Code);
    }

    public static TheoryData<string, string, string> Closed => new()
    {
        { "update cost_codes set valid_until = 20261210 where code = 'K1'", OrderFaults.CostCodeClosed, "K1" }, // its last day is the 9th
        { "update organisations set valid_until = 20261101 where code = 'U1'", OrderRefusals.UnitClosed, "U1" },
        { "update orders set cost_code_id = (select id from cost_codes where code = 'K2')", OrderFaults.CostCodeOfOther, "K2" },
        { "update orders set cost_code_id = null", OrderFaults.NoCostCode, "" },
        { "update orders set wanted_on = 20261121", OrderFaults.WantedInPast, "2026-11-21" },
        { "update orders set wanted_on = null", OrderFaults.NoWantedDay, "" },
        { "update order_lines set product_code = 'utgått'", OrderFaults.ProductGone, "utgått" },
        { "update order_lines set product_code = 'ledning'", OrderFaults.ProductNotForUnit, "ledning" },
        { "update order_lines set term_months = 24", OrderFaults.NoSuchTerm, "24" },
        { "update order_lines set product_code = 'skarm'", OrderFaults.AddOnAlone, "skarm" },
        { "update order_lines set recipient_name = null", OrderFaults.NoRecipient, "" },
        { "update order_lines set recipient_account = null", OrderFaults.NoAccount, "" },
        { "update order_lines set site_id = null", OrderFaults.NoPlace, "" },
        { "update order_lines set recipient_account = '811228-9874'", OrderFaults.PersonalNumberGiven, "" },
        { "update orders set note = 'Hör med 19811228 9874'", OrderFaults.PersonalNumberGiven, "" },
        { "delete from order_lines", OrderFaults.Empty, "" },
        { "delete from role_grants where user_id = (select id from users where user_name = 'olle')", OrderRefusals.NotYours, "U1" },
        { "delete from role_grants where role = 5", OrderRefusals.NobodyApproves, "U1" },
        { "update editions set state = 1 where 1 = 0; delete from interest_rates", "no_interest", "2026-11-22" },
    };

    [Theory]
    [OnBoth(Of = nameof(Closed))]
    public void What_has_closed_meanwhile_or_is_missing_is_refused_and_the_basket_kept(Engine engine, string sql, string code, string detail)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();
        town.Execute(sql);

        var outcome = SubmitOrder.Run(town.As("olle"), basket.Number, basket.Version);

        Assert.Equal((code, detail), (outcome.Refusal?.Code, outcome.Refusal?.Detail));
        Assert.Equal(["0"], town.At.Column("select state from orders"));
        Assert.Equal([$"{basket.Version}"], town.At.Column("select version from orders"));
        Assert.Empty(town.Mails());
    }

    [Theory]
    [OnBoth]
    public void A_basket_is_priced_by_the_edition_in_force_on_the_day_it_is_sent(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();
        town.Edition(2, new DateOnly(2026, 12, 1), OrderingTown.Content(support: 105m));
        town.At.Clock.Now = new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

        SubmitOrder.Run(town.As("olle"), basket.Number, basket.Version);

        Assert.Equal(["36750"], town.At.Column("select monthly_rent from orders"));
        Assert.Equal(["2"], town.At.Column("select e.number from orders o join editions e on e.id = o.edition_id"));
    }

    [Theory]
    [OnBoth]
    public void Another_persons_basket_is_not_there_for_anyone_else(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();
        var fields = town.Fields(basket.Number);
        foreach (var other in new[] { "ulla", "berit", "tove", "nobody" })
        {
            var hostile = town.As(other);
            string?[] codes =
            [
                ChangeBasket.Run(hostile, basket.Number, basket.Version, fields).Refusal?.Code,
                RemoveLine.Run(hostile, basket.Number, basket.Version, 1).Refusal?.Code,
                SubmitOrder.Run(hostile, basket.Number, basket.Version).Refusal?.Code,
                CancelOrder.Run(hostile, basket.Number, basket.Version, "x").Refusal?.Code,
                TakeBackOrder.Run(hostile, basket.Number, basket.Version).Refusal?.Code,
            ];

            Assert.All(codes, code => Assert.Equal(OrderRefusals.UnknownOrder, code));
        }
    }

    public static TheoryData<BasketItem, string> Impossible => new()
    {
        { new BasketItem("U2", OrderingTown.Office, null, 48, []), OrderRefusals.NotYours },
        { new BasketItem("U9", OrderingTown.Office, null, 48, []), OrderRefusals.UnknownUnit },
        { new BasketItem("U1", "ledning", null, 48, []), OrderFaults.ProductNotForUnit },
        { new BasketItem("U1", "okänd", null, 48, []), OrderRefusals.UnknownProduct },
        { new BasketItem("U1", null, "  ", 48, []), OrderFaults.NothingAskedFor },
        { new BasketItem("U1", OrderingTown.Screen, null, 48, []), OrderFaults.AddOnAlone },
        { new BasketItem("U1", OrderingTown.Office, null, 48, ["ledning"]), OrderRefusals.UnknownProduct },
        { new BasketItem("U1", OrderingTown.Office, null, 2_000_000_000, []), OrderFaults.NoSuchTerm },
        { new BasketItem("U1", null, "En sak", -1, []), OrderFaults.NoSuchTerm },
        { new BasketItem("U1", OrderingTown.Office, null, 48, [], 0), OrderRefusals.TooMany },
        { new BasketItem("U1", OrderingTown.Office, null, 48, [], 51), OrderRefusals.TooMany },
    };

    [Theory]
    [OnBoth(Of = nameof(Impossible))]
    public void What_cannot_be_ordered_leaves_no_basket_behind(Engine engine, BasketItem item, string code)
    {
        using var town = OrderingTown.On(engine);

        Assert.Equal(code, AddToBasket.Run(town.As("olle"), item).Refusal?.Code);
        Assert.Equal(["0"], town.At.Column("select count(*) from orders"));
    }

    [Theory]
    [OnBoth]
    public void Fields_that_name_something_unknown_change_nothing(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();
        var fields = town.Fields(basket.Number);
        var line = fields.Lines[0];
        Outcome<OrderTaken> Change(BasketFields changed, int? version = null) => ChangeBasket.Run(town.As("olle"), basket.Number, version ?? basket.Version, changed);

        Assert.Equal(OrderRefusals.UnknownCostCode, Change(fields with { CostCode = "K9" }).Refusal?.Code);
        Assert.Equal(OrderRefusals.UnknownUnit, Change(fields with { UnitCode = "U2" }).Refusal?.Code); // not olle's
        Assert.Equal(OrderRefusals.UnknownSite, Change(fields with { Lines = [line with { Site = "L9" }] }).Refusal?.Code);
        Assert.Equal(OrderFaults.NoSuchTerm, Change(fields with { Lines = [line with { TermMonths = 12 }] }).Refusal?.Code);
        Assert.Equal(OrderRefusals.UnknownOrderLine, Change(fields with { Lines = [line with { Number = 7 }] }).Refusal?.Code);
        Assert.Equal(OrderRefusals.ChangedMeanwhile, Change(fields with { Note = "Nytt" }, basket.Version - 1).Refusal?.Code);
        Assert.Equal(basket, Change(fields, basket.Version - 1).Value); // says what is so already
        Assert.Equal([$"{basket.Version}"], town.At.Column("select version from orders"));
        Assert.True(Change(fields with { Lines = [line with { Site = "almbyvägen 65" }] }).Refusal is { Code: OrderRefusals.UnknownSite });
        Assert.True(Change(fields with { Lines = [line with { Site = "l1 · Almbyvägen 65" }] }).IsDone);
    }
}
