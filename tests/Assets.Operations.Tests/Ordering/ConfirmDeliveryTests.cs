using Assets.Core.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class ConfirmDeliveryTests
{
    [Theory]
    [OnBoth]
    public void Each_recipient_confirms_his_own_and_the_last_one_ends_the_order(Engine engine)
    {
        using var ordered = Delivered(engine, out var number, out var tokens);

        Assert.Equal([1], ConfirmDelivery.Run(ordered.As("anna.berg"), number).Value.Lines);
        Assert.Empty(ConfirmDelivery.Run(ordered.As("anna.berg"), number).Value.Lines); // once
        Assert.Equal("not_yours", ConfirmDelivery.Run(ordered.As("tove"), number).Refusal!.Code);
        var last = ConfirmDelivery.ByLink(ordered.As(""), tokens[1]).Value;

        Assert.Equal((OrderState.Confirmed, 2), (last.State, last.Lines.Single()));
        Assert.Equal(["delivery_to_confirm|anna.berg", "order_delivered|olle"], ordered.Town.Rows("select m.template, u.user_name from mails m join users u on u.id = m.user_id where m.\"values\" like '%/note%' order by u.user_name"));
        Assert.Equal(["1|Anna Berg", "2|Bo Ek"], ordered.Town.Rows("select number, confirmed_by from order_lines order by number"));
        Assert.Equal(["anna.berg|Anna Berg", "confirmation-link|Bo Ek"], ordered.Town.Rows("select actor, actor_name from order_steps where step = 9 order by number"));
    }

    [Theory]
    [OnBoth]
    public void The_orderer_confirms_all_of_it(Engine engine)
    {
        using var ordered = Delivered(engine, out var number, out _);

        Assert.Equal(OrderState.Confirmed, ConfirmDelivery.Run(ordered.As("olle"), number).Value.State);
    }

    [Theory]
    [OnBoth]
    public void A_link_is_kept_as_a_hash_works_once_and_ends_after_sixty_days(Engine engine)
    {
        using var ordered = Delivered(engine, out var number, out var tokens);

        Assert.Equal([], ordered.Town.Rows($"select 1 from confirmations where token_hash like '%{tokens[0]}%'"));
        Assert.Equal("unknown_confirmation", ConfirmDelivery.ByLink(ordered.As(""), tokens[0][..^1]).Refusal!.Code);
        Assert.Equal([1], ConfirmDelivery.ByLink(ordered.As(""), tokens[0]).Value.Lines);
        Assert.Empty(ConfirmDelivery.ByLink(ordered.As(""), tokens[0]).Value.Lines);
        ordered.Clock.Now = ordered.Clock.Now.AddDays(60);
        Assert.Equal("confirmation_expired", ConfirmDelivery.ByLink(ordered.As(""), tokens[1]).Refusal!.Code);
        var renewed = IssueConfirmation.Run(ordered.It, number, 2).Value.Token;
        Assert.Equal("unknown_confirmation", ConfirmDelivery.ByLink(ordered.As(""), tokens[1]).Refusal!.Code);
        Assert.Equal([2], ConfirmDelivery.ByLink(ordered.As(""), renewed).Value.Lines);
        Assert.Equal("nothing_to_confirm", IssueConfirmation.Run(ordered.It, number, 2).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void Who_has_not_confirmed_within_the_rules_days_is_reminded_once(Engine engine)
    {
        using var ordered = Delivered(engine, out var number, out _);
        ordered.Town.Execute("delete from mails");

        ordered.OnDay("2026-03-14");
        Assert.Equal(0, RemindConfirmations.Run(ordered.As("assets")));
        ordered.OnDay("2026-03-15"); // five days after the tenth
        Assert.Equal(1, RemindConfirmations.Run(ordered.As("assets")));
        ordered.OnDay("2026-03-16");
        Assert.Equal(0, RemindConfirmations.Run(ordered.As("assets")));

        Assert.Equal(
            ["delivery_reminder|anna.berg", "delivery_reminder|olle"],
            ordered.Town.Rows("select m.template, u.user_name from mails m join users u on u.id = m.user_id order by u.user_name"));
        Assert.True(ConfirmDelivery.Run(ordered.As("olle"), number).IsDone);
    }

    [Theory]
    [OnBoth]
    public void What_is_delivered_of_an_order_is_reminded_of_before_the_rest_has_come_and_each_delivery_once(Engine engine)
    {
        using var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        var number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek") with { RecipientName = "Bo Ek" });
        ordered.Pick(number, "PC1", "PC2");
        int[] On(params string[] days) => [.. days.Select(day =>
        {
            ordered.OnDay(day);
            return RemindConfirmations.Run(ordered.As("assets"));
        })];
        void Deliver(string day, int line)
        {
            ordered.OnDay(day);
            Assert.True(DeliverOrder.Run(ordered.It, new DeliveryRequest(number, Lines: [line])).IsDone);
        }

        Deliver("2026-03-10", 1);
        Assert.Equal([0, 1, 0], On("2026-03-14", "2026-03-15", "2026-03-16"));
        Deliver("2026-03-17", 2);
        Assert.Equal([0, 1, 0], On("2026-03-18", "2026-03-22", "2026-03-23")); // the second one, five days after the seventeenth

        Assert.Equal(
            ["delivery_reminder|anna.berg", "delivery_reminder|olle", "delivery_reminder|olle"],
            ordered.Town.Rows("select m.template, u.user_name from mails m join users u on u.id = m.user_id where m.template = 'delivery_reminder' order by u.user_name"));
    }

    // Two laptops, on 10 March: one recipient has an account here, the other has not.
    private static OrderedTown Delivered(Engine engine, out string number, out List<string> tokens)
    {
        var ordered = new OrderedTown(engine);
        ordered.Stock("PC1", "PC2");
        number = ordered.Order(OrderedTown.New(1, "laptop"), OrderedTown.New(2, "laptop", "bo.ek") with { RecipientName = "Bo Ek" });
        ordered.Pick(number, "PC1", "PC2");
        ordered.OnDay("2026-03-10");
        tokens = [.. DeliverOrder.Run(ordered.It, new DeliveryRequest(number)).Value.Lines.Select(line => line.Token!)];
        return ordered;
    }
}
