using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Operations.Ordering;
using Assets.Operations.Tests.Demo;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Ordering;

public sealed class OrderVerbTests
{
    [Theory]
    [OnBoth]
    public void Two_workplaces_with_a_screen_are_ordered_approved_and_accepted_with_every_step_and_mail(Engine engine)
    {
        using var town = OrderingTown.On(engine);

        var order = town.Submitted(workplaces: 2, addOns: [OrderingTown.Screen]);
        var approved = ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Value;

        Assert.Equal("B2026-00001", order.Number);
        Assert.Equal(OrderState.AwaitingApproval, order.State);
        Assert.Equal(OrderState.Accepted, approved.State);
        Assert.Equal(["35750", "10000", "35750", "10000"], town.At.Column("select monthly_rent from order_lines order by number"));
        Assert.Equal(["91500"], town.At.Column("select monthly_rent from orders"));
        Assert.Equal(["91500"], town.At.Column("select approved_rent from orders"));
        Assert.Equal(["submitted Olle Orre", "approved Berit Budget"], town.Steps(order.Number));
        Assert.Equal(["order_to_approve berit", "order_approved olle", "order_accepted tove"], town.Mails());
        Assert.Equal(
            ["{\"order_state\":\"awaiting_approval\"}"],
            town.At.Column("select before from history where subject = 15 and after = '{\"order_state\":\"accepted\"}'"));
    }

    [Theory]
    [OnBoth]
    public void The_same_click_twice_is_one_order_one_approval_and_one_mail(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var basket = town.Basket();

        var first = SubmitOrder.Run(town.As("olle"), basket.Number, basket.Version).Value;
        var second = SubmitOrder.Run(town.As("olle"), basket.Number, basket.Version).Value;
        var approved = ApproveOrder.Run(town.As("berit"), basket.Number, first.Version).Value;
        var again = ApproveOrder.Run(town.As("berit"), basket.Number, first.Version).Value;
        CommentOrder.Run(town.As("olle"), basket.Number, "Tack");
        CommentOrder.Run(town.As("olle"), basket.Number, "Tack");

        Assert.Equal(first, second);
        Assert.Equal(approved, again);
        Assert.Equal(["submitted Olle Orre", "approved Berit Budget", "commented Olle Orre Tack"], town.Steps(basket.Number));
        Assert.Equal(["order_to_approve berit", "order_approved olle", "order_accepted tove"], town.Mails());
        Assert.Equal(["1"], town.At.Column("select count(*) from orders"));
    }

    [Theory]
    [OnBoth]
    public void An_order_above_the_limit_goes_to_the_budget_holder_above_and_the_nearer_one_may_not(Engine engine)
    {
        using var town = OrderingTown.On(engine);

        var order = town.Submitted(workplaces: 3); // 1 072.50 a month

        Assert.Equal(["order_to_approve rektor"], town.Mails());
        Assert.Equal(OrderRefusals.NotYours, ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Refusal!.Code);
        Assert.Equal(OrderState.Accepted, ApproveOrder.Run(town.As("rektor"), order.Number, order.Version).Value.State);
    }

    [Theory]
    [OnBoth]
    public void Nobody_approves_an_order_of_his_own_nor_does_his_stand_in(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        Operations.Ordering.Delegate.Run(town.As("berit"), "stina", town.At.Installation.Today, town.At.Installation.Today.AddDays(30), "Semester");

        var order = town.Submitted(orderer: "berit");

        Assert.Equal(["delegated stina", "order_to_approve rektor"], town.Mails());
        Assert.Equal(OrderRefusals.NotYours, ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Refusal!.Code);
        Assert.Equal(OrderRefusals.NotYours, ApproveOrder.Run(town.As("stina"), order.Number, order.Version).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void A_stand_in_approves_in_the_holders_place_until_it_ends(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var day = town.At.Installation.Today;
        var delegation = Operations.Ordering.Delegate.Run(town.As("berit"), "stina", day, day.AddDays(7), "Semester").Value;
        var first = town.Submitted();
        var second = town.Submitted();

        var approved = ApproveOrder.Run(town.As("stina"), first.Number, first.Version);
        Operations.Ordering.Delegate.End(town.As("berit"), delegation.Id);
        var late = ApproveOrder.Run(town.As("stina"), second.Number, second.Version);

        Assert.True(approved.IsDone);
        Assert.Contains("approved Stina Ström Berit Budget", town.Steps(first.Number));
        Assert.Equal(OrderRefusals.NotYours, late.Refusal!.Code);
        Assert.Equal(OrderRefusals.UnknownDelegation, Operations.Ordering.Delegate.End(town.As("rektor"), delegation.Id).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void When_an_approver_leaves_the_order_is_the_next_ones_and_the_reminder_goes_there_once_a_day(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();
        town.Execute("delete from role_grants where user_id = (select id from users where user_name = 'berit')");

        var early = RemindApprovers.Run(town.At.Installation);
        town.At.Clock.Now = town.At.Clock.Now.AddDays(4);
        var due = RemindApprovers.Run(town.At.Installation);
        var again = RemindApprovers.Run(town.At.Installation);
        town.At.Clock.Now = town.At.Clock.Now.AddDays(1);
        var nextDay = RemindApprovers.Run(town.At.Installation);
        var now = town.At.Column("select version from orders").Single();

        Assert.Equal([new Reminded(0, 0), new Reminded(1, 1), new Reminded(0, 0), new Reminded(1, 1)], [early, due, again, nextDay]);
        Assert.Equal(["order_to_approve berit", "order_reminder rektor", "order_reminder rektor"], town.Mails());
        Assert.True(ApproveOrder.Run(town.As("rektor"), order.Number, int.Parse(now!, System.Globalization.CultureInfo.InvariantCulture)).IsDone);
    }

    [Theory]
    [OnBoth]
    public void A_wish_goes_to_the_architect_and_back_to_the_budget_holder_when_its_price_is_news(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted(wish: "Dator för CAD med stort grafikkort", product: null);
        var approved = ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Value;

        var unpriced = ReviewOrder.Run(town.As("arne"), order.Number, approved.Version, [], null);
        var reviewed = ReviewOrder.Run(town.As("arne"), order.Number, approved.Version, [new WishReview(1, Money.FromKronor(12_000m), "pc")], "Behövs").Value;
        var accepted = ApproveOrder.Run(town.As("berit"), order.Number, reviewed.Version).Value;

        Assert.Equal(OrderState.AwaitingArchitect, approved.State);
        Assert.Equal((OrderRefusals.PriceMissing, "1"), (unpriced.Refusal!.Code, unpriced.Refusal.Detail));
        Assert.Equal(OrderState.AwaitingApproval, reviewed.State);
        Assert.Equal(OrderState.Accepted, accepted.State);
        Assert.Equal(["31250"], town.At.Column("select monthly_rent from order_lines")); // 262.50 and the deviation fee of 50.00
        Assert.Equal(["PC"], town.At.Column("select wish_model from order_lines"));
        Assert.Equal(["order_to_approve berit", "order_approved olle", "order_to_review arne", "order_reviewed olle", "order_to_approve berit", "order_approved olle", "order_accepted tove"], town.Mails());
        Assert.Equal(OrderRefusals.NotYours, ReviewOrder.Run(town.As("berit"), order.Number, accepted.Version, [], null).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void A_wish_about_a_product_that_gets_no_dearer_is_accepted_at_once(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted(wish: "Samma dator, med engelskt tangentbord");
        var approved = ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Value;

        var reviewed = ReviewOrder.Run(town.As("arne"), order.Number, approved.Version, [new WishReview(1, Money.FromKronor(12_000m), null)], null).Value;

        Assert.Equal(["40750"], town.At.Column("select monthly_rent from orders")); // 357.50 and 50.00
        Assert.Equal(OrderState.Accepted, reviewed.State);
        Assert.Equal(["order_reviewed olle", "order_accepted tove"], town.Mails()[^2..]);
    }

    [Theory]
    [OnBoth]
    public void A_rejected_order_is_worked_over_and_sent_again(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();

        var silent = RejectOrder.Run(town.As("berit"), order.Number, order.Version, " ");
        var rejected = RejectOrder.Run(town.As("berit"), order.Number, order.Version, "Vänta till nästa år").Value;
        var basket = TakeBackOrder.Run(town.As("olle"), order.Number, rejected.Version).Value;
        var again = SubmitOrder.Run(town.As("olle"), order.Number, basket.Version).Value;

        Assert.Equal(OrderRefusals.ReasonMissing, silent.Refusal!.Code);
        Assert.Equal(OrderState.AwaitingApproval, again.State);
        Assert.Equal(
            ["submitted Olle Orre", "rejected Berit Budget Vänta till nästa år", "changed Olle Orre", "submitted Olle Orre"], town.Steps(order.Number));
        Assert.Equal(["order_to_approve berit", "order_rejected olle", "order_to_approve berit"], town.Mails());
    }

    [Theory]
    [OnBoth]
    public void An_orderer_cancels_what_is_not_delivered_and_it_cancels_with_a_reason(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var own = town.Submitted();
        var other = town.Submitted();
        var delivered = town.Submitted();
        town.Execute($"update order_lines set delivered_on = 20261120 where order_id = (select id from orders where number = '{delivered.Number}')");

        Assert.Equal(OrderState.Cancelled, CancelOrder.Run(town.As("olle"), own.Number, own.Version, null).Value.State);
        Assert.Equal(OrderRefusals.NotYours, CancelOrder.Run(town.As("ulla"), other.Number, other.Version, "x").Refusal!.Code);
        Assert.Equal(OrderRefusals.ReasonMissing, CancelOrder.Run(town.As("tove"), other.Number, other.Version, "").Refusal!.Code);
        Assert.Equal(OrderState.Cancelled, CancelOrder.Run(town.As("tove"), other.Number, other.Version, "Utgått ur sortimentet").Value.State);
        Assert.Equal(OrderRefusals.AlreadyDelivered, CancelOrder.Run(town.As("olle"), delivered.Number, delivered.Version, null).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void Who_has_not_seen_the_latest_is_told(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted();
        CommentOrder.Run(town.As("olle"), order.Number, "Det är bråttom");

        var outcome = ApproveOrder.Run(town.As("berit"), order.Number, order.Version);

        Assert.Equal((OrderRefusals.ChangedMeanwhile, $"{order.Version + 1}"), (outcome.Refusal!.Code, outcome.Refusal.Detail));
    }

    [Theory]
    [OnBoth]
    public void Who_keeps_the_queue_and_ordered_it_himself_is_told_once(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        town.Person("olga", "Olga Båda", new Appointed(Role.Orderer, "U1"), new Appointed(Role.Technician));
        var order = town.Submitted(orderer: "olga");

        ApproveOrder.Run(town.As("berit"), order.Number, order.Version);

        Assert.Equal(["order_to_approve berit", "order_approved olga", "order_accepted tove"], town.Mails());
    }

    [Theory]
    [OnBoth("update cost_codes set valid_until = 20261201 where code = 'K1'", OrderRefusals.CostCodeGone, "K1")]
    [OnBoth("update cost_codes set unit_id = (select id from organisations where code = 'U2') where code = 'K1'", OrderRefusals.CostCodeGone, "K1")]
    [OnBoth("update organisations set valid_until = 20261101 where code = 'U1'", OrderRefusals.PayerClosed, "U1")]
    public void What_closes_while_an_order_waits_is_not_approved_and_the_order_is_taken_back_or_rejected(Engine engine, string closes, string code, string detail)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted(); // wanted on 10 December
        var other = town.Submitted();
        town.Execute(closes);

        var refusal = ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Refusal!;

        Assert.Equal((code, detail), (refusal.Code, refusal.Detail));
        Assert.Equal(["submitted Olle Orre"], town.Steps(order.Number));
        Assert.True(TakeBackOrder.Run(town.As("olle"), order.Number, order.Version).IsDone);
        Assert.True(RejectOrder.Run(town.As("berit"), other.Number, other.Version, "Koden har upphört").IsDone);
    }

    [Theory]
    [OnBoth]
    public void A_cost_code_that_closes_after_the_wanted_day_is_closed_for_an_order_that_waits_beyond_it(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var order = town.Submitted(); // wanted on 10 December
        town.Execute("update cost_codes set valid_until = 20261215 where code = 'K1'");

        town.At.Clock.Now = new DateTimeOffset(2026, 12, 15, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(OrderRefusals.CostCodeGone, ApproveOrder.Run(town.As("berit"), order.Number, order.Version).Refusal!.Code);
        town.At.Clock.Now = new DateTimeOffset(2026, 12, 14, 9, 0, 0, TimeSpan.Zero);
        Assert.True(ApproveOrder.Run(town.As("berit"), order.Number, order.Version).IsDone);
    }

    [Theory]
    [OnBoth]
    public void When_nobody_is_left_to_approve_the_orderer_and_those_who_appoint_are_told_once_in_some_days(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        town.Person("adam", "Adam Admin", new Appointed(Role.Administrator));
        town.Person("alma", "Alma Enhet", new Appointed(Role.Administrator, "U1")); // may appoint nobody
        var order = town.Submitted();
        town.Execute("delete from role_grants where user_id in (select id from users where user_name in ('berit', 'rektor'))");
        Reminded After(int days)
        {
            town.At.Clock.Now = town.At.Clock.Now.AddDays(days);
            return RemindApprovers.Run(town.At.Installation);
        }

        Assert.Equal([new(0, 0), new(1, 2), new(0, 0), new(0, 0), new(1, 2)], new[] { After(0), After(4), After(0), After(1), After(3) });
        Assert.Equal(["order_to_approve berit", "order_stranded olle", "order_stranded adam", "order_stranded olle", "order_stranded adam"], town.Mails());
        Assert.Equal(2, town.At.Column("select \"values\" from mails where template = 'order_stranded'").Count(values => values!.Contains("\"/users\"", StringComparison.Ordinal)));
        Assert.Equal(2, town.Steps(order.Number).Count(step => step.StartsWith("reminded", StringComparison.Ordinal)));
    }

    [Theory]
    [OnBoth]
    public void After_two_reminders_without_an_answer_the_budget_holder_above_is_told_once(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        town.Submitted();
        town.At.Clock.Now = town.At.Clock.Now.AddDays(3);
        for (var day = 0; day < 4; day++)
        {
            town.At.Clock.Now = town.At.Clock.Now.AddDays(1);
            RemindApprovers.Run(town.At.Installation);
        }

        Assert.Equal(
            ["order_to_approve berit", "order_reminder berit", "order_reminder berit", "order_reminder berit", "order_above rektor", "order_reminder berit"], town.Mails());
    }

    [Theory]
    [OnBoth]
    public void Who_manages_users_names_a_stand_in_for_somebody_else_and_ends_it(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        town.Person("adam", "Adam Admin", new Appointed(Role.Administrator));
        town.Person("alma", "Alma Enhet", new Appointed(Role.Administrator, "U1"));
        var day = town.At.Installation.Today;
        int Number(string account) => int.Parse(town.At.Column($"select id from users where user_name = '{account}'").Single()!, System.Globalization.CultureInfo.InvariantCulture);
        Outcome<Delegated> Name(string actor, string holder) => Operations.Ordering.Delegate.Run(town.As(actor), "stina", day, day.AddDays(7), "Sjuk", Number(holder));
        var (first, second) = (town.Submitted(), town.Submitted());

        Assert.Equal(OrderRefusals.NotYours, Name("olle", "berit").Refusal!.Code);
        Assert.Equal(OrderRefusals.NotYours, Name("rektor", "berit").Refusal!.Code);
        Assert.Equal(OrderRefusals.NotYours, Name("alma", "berit").Refusal!.Code);
        Assert.Equal(OrderRefusals.NoBudget, Name("adam", "olle").Refusal!.Code);
        var named = Name("adam", "berit").Value;
        var approved = ApproveOrder.Run(town.As("stina"), first.Number, first.Version);
        Assert.Equal(OrderRefusals.UnknownDelegation, Operations.Ordering.Delegate.End(town.As("alma"), named.Id).Refusal!.Code);
        Assert.True(Operations.Ordering.Delegate.End(town.As("adam"), named.Id).IsDone);

        Assert.True(approved.IsDone);
        Assert.Equal(OrderRefusals.NotYours, ApproveOrder.Run(town.As("stina"), second.Number, second.Version).Refusal!.Code);
        Assert.Equal(["delegated stina", "delegated_for_you berit"], town.Mails().Where(mail => mail.StartsWith("delegated", StringComparison.Ordinal)));
        Assert.Equal(["Berit Budget", "Adam Admin"], town.At.Column("select \"values\" from mails where template like 'delegated%' order by id").Select(Actor));
        Assert.Equal(
            ["adam delegate approval berit", "adam end delegation berit"],
            town.At.Column("select c.actor || ' ' || c.verb || ' ' || u.user_name from history h join change_sets c on c.id = h.change_set_id join users u on u.id = h.subject_id where c.verb in ('delegate approval', 'end delegation') order by h.id"));
    }

    private static string? Actor(string? values) => System.Text.Json.JsonDocument.Parse(values!).RootElement.GetProperty("actor").GetString();

    [Theory]
    [OnBoth]
    public void A_delegation_is_for_days_to_come_and_for_somebody_else_who_sees_orders(Engine engine)
    {
        using var town = OrderingTown.On(engine);
        var day = town.At.Installation.Today;
        town.Person("adam", "Adam Admin", new Appointed(Role.Administrator));
        string? Refused(string holder, string account, int first, int last) =>
            Operations.Ordering.Delegate.Run(town.As(holder), account, day.AddDays(first), day.AddDays(last), null).Refusal?.Code;

        Assert.Equal(OrderRefusals.NotYours, Refused("olle", "stina", 0, 1));
        Assert.Equal(OrderRefusals.UnknownPerson, Refused("berit", "ingen", 0, 1));
        Assert.Equal(OrderRefusals.NoDays, Refused("berit", "stina", 2, 1));
        Assert.Equal(OrderRefusals.NoDays, Refused("berit", "stina", -5, -1));
        Assert.Equal(OrderRefusals.NoStandIn, Refused("berit", "berit", 0, 1));
        Assert.Equal(OrderRefusals.NoStandIn, Refused("berit", "adam", 0, 1));
        Assert.Null(Refused("berit", "STINA", 0, 0));
    }
}
