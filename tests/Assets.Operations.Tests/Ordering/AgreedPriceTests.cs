using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ordering;
using Assets.Operations.Rentals;
using Assets.Operations.Tests.Demo;
using Assets.Operations.Tests.Imports;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

/// <summary>An order is charged at the price that was approved, to the öre: 12 000 kronor over 48 months at 2.5 % with support 95.00 is 357.50.</summary>
public sealed class AgreedPriceTests
{
    [Theory]
    [OnBoth]
    public void What_was_approved_is_charged_whatever_interest_is_decided_before_the_delivery(Engine engine)
    {
        using var town = OrderingTown.On(engine); // 22 November 2026
        var order = town.Submitted();
        Decide(town, "2026-11-01", 4m); // before the day of the order, and decided after it
        Decide(town, "2027-01-01", 5m);
        Assert.True(ApproveOrder.Run(town.As("berit"), order.Number, order.Version).IsDone);

        Deliver(town, order.Number, "2027-01-10");

        Assert.Equal(["35750"], town.At.Column("select approved_rent from orders"));
        Assert.Equal(["35750"], town.At.Column("select monthly_rent from line_segments"));
        town.At.Clock.Now = new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero);
        Assert.True(ChargeMonth.Run(town.At.Installation, new BillingMonth(2027, 1)).IsDone);
        Assert.Equal(["capital 18629", "support 6742"], town.At.Column("select component || ' ' || amount from charges order by component")); // 22 of 31 days
    }

    [Theory]
    [OnBoth]
    public void An_order_that_was_taken_back_is_priced_anew_and_approved_at_the_new_price(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();
        Decide(town, "2026-11-01", 4m);

        var basket = TakeBackOrder.Run(town.As("olle"), order.Number, order.Version).Value;
        Assert.Equal([""], town.At.Column("select coalesce(cast(interest_milli_percent as text), '') from orders"));
        var again = SubmitOrder.Run(town.As("olle"), order.Number, basket.Version).Value;
        Assert.True(ApproveOrder.Run(town.As("berit"), order.Number, again.Version).IsDone);
        Decide(town, "2026-11-01", 1m);
        Deliver(town, order.Number, "2026-12-01");

        // 250.00 + 12 000 / 2 x 4 % / 12 = 270.00, and the support.
        Assert.Equal(["36500"], town.At.Column("select approved_rent from orders"));
        Assert.Equal(["36500"], town.At.Column("select monthly_rent from line_segments"));
    }

    [Theory]
    [OnBoth]
    public void The_architect_prices_a_wish_with_the_interest_that_the_order_was_sent_at(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted(wish: "Stor skärm för CAD");
        var approved = ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Value;
        Decide(town, "2026-11-01", 4m);

        var reviewed = ReviewOrder.Run(town.As("arne"), order.Number, approved.Version, [new WishReview(town.Lines(order.Number)[0], Money.FromKronor(14_400m), null)], null).Value;
        Assert.True(ApproveOrder.Run(town.As("berit"), order.Number, reviewed.Version).IsDone);
        Deliver(town, order.Number, "2026-12-01");

        // 300.00 + 14 400 / 2 x 2.5 % / 12 = 315.00, the support and the surcharge of 50.00.
        Assert.Equal(["46000"], town.At.Column("select approved_rent from orders"));
        Assert.Equal(["46000"], town.At.Column("select monthly_rent from line_segments"));
    }

    [Theory]
    [OnBoth]
    public void An_order_of_an_earlier_release_has_the_interest_of_the_day_that_it_was_sent(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();
        Assert.True(ApproveOrder.Run(town.As("berit"), order.Number, order.Version).IsDone);
        town.Execute("update orders set interest_milli_percent = null");
        Decide(town, "2026-11-30", 5m);

        Deliver(town, order.Number, "2026-12-01");

        Assert.Equal(["35750"], town.At.Column("select monthly_rent from line_segments"));
    }

    [Theory]
    [OnBoth]
    public void A_replacement_with_a_new_term_is_charged_at_the_price_that_was_approved_too(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var first = ordered.Order(OrderedTown.New(1, "laptop"));
        ordered.Pick(first, "PC1");
        var line = ordered.LineId(ordered.Deliver(first, "2026-03-10")[0]);
        ordered.OnDay("2026-05-02");
        var order = RequestReplacement.Run(ordered.As("olle"), new ReplacementRequest(line, new DateOnly(2026, 5, 20), "laptop", 48)).Value;
        Assert.True(ApproveOrder.Run(ordered.As("bea"), order.Number, order.Version).IsDone);
        Assert.True(SetInterest.Run(ordered.It, new InterestRow(new DateOnly(2026, 5, 1), 4m)).IsDone); // before the day of the order, and decided after it
        ordered.OnDay("2026-05-20");
        ordered.Pick(order.Number, "PC2");

        Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(order.Number, HandedIn: new Dictionary<int, HandedIn> { [1] = new(Wiped: true) })).TryGet(out _, out var refusal), $"{refusal}");

        Assert.Equal(["35750"], ordered.Town.Rows($"select approved_rent from orders where number = '{order.Number}'"));
        Assert.Equal(
            ["L00000001|20260310|20260520|35750", "L00000002|20260520||35750"], // 365.00 at 4 %
            ordered.Town.Rows("select l.code, s.from_on, s.until_on, s.monthly_rent from line_segments s join contract_lines l on l.id = s.line_id order by l.code"));
    }

    private static void Decide(OrderingTown town, string from, decimal percent) =>
        Assert.True(SetInterest.Run(town.At.Installation, new InterestRow(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), percent)).IsDone);

    // Without its computer, which comes later: the rent is the order's all the same.
    private static void Deliver(OrderingTown town, string number, string day)
    {
        town.At.Clock.Now = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        town.At.Import("assets", $"{Fleet.AssetHeader}{number},{number},PC,2026-01-01,9000.00,S1,,L1,,in_stock,\n");
        Assert.True(PickAsset.Run(town.As("tove"), number, number).IsDone);
        Assert.True(DeliverOrder.Run(town.As("tove"), new DeliveryRequest(number)).TryGet(out _, out var refusal), $"{refusal}");
    }
}
