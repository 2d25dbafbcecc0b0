using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class ClosingInOrderTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Who_closes_before_an_earlier_month_that_was_run_has_to_name_it(Engine engine)
    {
        using var town = WithOneLine(engine);
        ChargeMonth.Run(town.Installation, March.Previous);
        ChargeMonth.Run(town.Installation, March);

        var closing = CloseMonth.Run(town.Installation, March, leavesOpen: []).Refusal!;
        var proposing = ProposeClosing.Run(town.Installation, March).Refusal!;
        var other = CloseMonth.Run(town.Installation, March, leavesOpen: [March.Previous.Previous]).Refusal!;

        Assert.All([closing, proposing, other], refused => Assert.Equal((MonthRefusals.LeavesOpen, "2026-02"), (refused.Code, refused.Detail)));
        Assert.Equal([March.Previous], LeftOpen.Before(town.Database, March));
        Assert.True(ProposeClosing.Run(town.Installation, March, null, [March.Previous]).IsDone);
        Assert.True(CloseMonth.Run(town.Installation, March, leavesOpen: [March.Previous]).IsDone);
    }

    [Theory]
    [OnBoth]
    public void A_month_that_has_not_begun_is_not_closed_by_mistake(Engine engine)
    {
        using var town = WithOneLine(engine);
        var ahead = BillingMonth.Of(town.Installation.Today).Next;
        ChargeMonth.Run(town.Installation, ahead);

        Assert.Equal(MonthRefusals.MonthAhead, CloseMonth.Run(town.Installation, ahead, leavesOpen: []).Refusal!.Code);
        Assert.Equal(MonthRefusals.MonthAhead, ProposeClosing.Run(town.Installation, ahead).Refusal!.Code);
        Assert.Empty(town.Rows("select month from closed_months"));
    }

    [Theory]
    [OnBoth]
    public void A_stop_that_came_after_the_proposal_is_not_accepted_by_its_approval(Engine engine)
    {
        using var town = WithOneLine(engine);
        town.AddLine("L2", "PC2", "111", new DateOnly(2026, 1, 1), null, 0m); // unpriced: a stop, known to who proposes
        ChargeMonth.Run(town.Installation, March);
        var proposed = ProposeClosing.Run(town.As("anna"), March, "the price comes in April").Value;
        town.Execute("update cost_codes set valid_until = 20260331 where code = 'C111'"); // another stop, the sums as they were
        town.Touch();

        var approved = ApproveClosing.Run(town.As("per"), March, proposed.Id);

        Assert.Equal(MonthRefusals.ProposalOutdated, approved.Refusal?.Code);
        Assert.Empty(town.Rows("select month from closed_months"));
        Assert.Empty(town.Rows("select code from finding_acceptances"));
    }

    [Theory]
    [OnBoth]
    public void A_unit_that_changed_customers_has_moved_its_rent_from_the_one_to_the_other(Engine engine)
    {
        using var town = WithOneLine(engine);
        Assert.True(CloseMonth.Run(town.Installation, March).IsDone);
        town.Execute("update organisations set parent_id = (select id from organisations where code = '120') where code = '111'");
        town.Touch();

        var april = ChargeMonth.Run(town.Installation, March.Next).Value;

        Assert.Equal("100.00", april.Total.ToString());
        Assert.Equal(
            ["110|moved_out|-10000", "120|moved_in|10000"],
            town.Rows("select o.code, c.cause, c.amount from month_changes c join organisations o on o.id = c.customer_id where c.month = 202604 and c.amount <> 0 order by o.code"));
    }

    [Theory]
    [OnBoth]
    public void The_year_ahead_counts_the_days_of_what_ended_in_the_first_month_that_is_not_run(Engine engine)
    {
        using var town = WithOneLine(engine);
        var month = BillingMonth.Of(new DateOnly(2026, 11, 23));
        town.AddLine("L2", "PC2", "111", new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 10), 300m); // nine days of November: 90.00
        town.AddLine("L3", "PC3", "111", new DateOnly(2026, 1, 1), new DateOnly(2026, 10, 31), 300m);

        var outlook = CostOutlook.Of(town.Database, new CostMemory(), CostSelection.Of(town.Database, Reach.Everywhere, null)!, [month, month.Next], new DateOnly(2026, 11, 23), asked: true);

        Assert.Equal(["190.00", "100.00"], outlook.Months!.Select(sum => sum.Amount.ToString()));
    }

    private static Town WithOneLine(Engine engine)
    {
        var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        return town;
    }
}
