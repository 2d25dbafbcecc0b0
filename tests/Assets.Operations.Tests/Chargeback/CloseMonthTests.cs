using Assets.Core.Ledger;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Chargeback;

public sealed class CloseMonthTests
{
    private static readonly BillingMonth March = new(2026, 3);

    [Theory]
    [OnBoth]
    public void Months_close_in_ascending_order_and_each_begins_with_the_head_of_the_one_before(Engine engine)
    {
        using var town = WithOneLine(engine);

        var march = CloseMonth.Run(town.Installation, March).Value;
        var may = CloseMonth.Run(town.Installation, new BillingMonth(2026, 5)).Value;

        Assert.Equal(MonthChain.Genesis, march.PreviousHead);
        Assert.Equal(march.Head, may.PreviousHead);
        Assert.Equal(MonthRefusals.BeforeLastClosed, CloseMonth.Run(town.Installation, new BillingMonth(2026, 4)).Refusal!.Code);
        Assert.Equal(MonthRefusals.BeforeLastClosed, ChargeMonth.Run(town.Installation, new BillingMonth(2026, 4)).Refusal!.Code);
    }

    [Theory]
    [OnBoth]
    public void Closing_across_a_gap_notes_it_and_leaves_the_corrections_to_the_month_after(Engine engine)
    {
        using var town = WithOneLine(engine);
        CloseMonth.Run(town.Installation, March);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 200m);

        var may = ChargeMonth.Run(town.Installation, new BillingMonth(2026, 5)).Value;
        CloseMonth.Run(town.Installation, new BillingMonth(2026, 5));
        var june = ChargeMonth.Run(town.Installation, new BillingMonth(2026, 6)).Value;

        Assert.Contains(may.Findings, found => found.Code == "month_gap");
        Assert.Equal("200.00", may.Total.ToString());
        Assert.Equal("300.00", june.Total.ToString()); // 200 for June, −100 and 200 for March; May was right from the start
        Assert.Equal(["202603|0|-10000", "202603|1|20000"], town.Rows("select corrected_month, turn, amount from charges where month = 202606 and corrected_month > 0 order by turn"));
    }

    [Theory]
    [OnBoth]
    public void A_draft_of_a_month_that_was_passed_by_is_discarded(Engine engine)
    {
        using var town = WithOneLine(engine);
        ChargeMonth.Run(town.Installation, new BillingMonth(2026, 2));

        CloseMonth.Run(town.Installation, March);

        Assert.Equal(["202603"], town.Rows("select distinct month from charges"));
        Assert.Empty(town.Rows("select month from month_runs"));
    }

    [Theory]
    [OnBoth]
    public void An_open_stop_refuses_until_it_is_accepted_with_a_reason(Engine engine)
    {
        using var town = WithOneLine(engine);
        town.AddLine("L2", "PC2", "111", new DateOnly(2026, 1, 1), null, 0m);
        town.Put(LineSnapshot.Imported("L3", "PC3", "111", "", new Period(new DateOnly(2026, 1, 1), null), Money.FromKronor(5m)));
        town.Execute("update cost_codes set valid_until = 20260331 where code = 'C111'"); // the last of March is not covered

        var refused = CloseMonth.Run(town.Installation, March).Refusal!;
        var blank = CloseMonth.Run(town.Installation, March, "  ").Refusal!;
        var closed = CloseMonth.Run(town.Installation, March, "decided in the meeting").Value;

        Assert.Equal((MonthRefusals.OpenFindings, "expired_code 1, missing_code 1, unpriced_line 1"), (refused.Code, refused.Detail));
        Assert.Equal(MonthRefusals.EmptyReason, blank.Code);
        Assert.Equal("decided in the meeting", closed.AcceptReason);
        Assert.Equal(
            ["expired_code|L1|decided in the meeting|tester", "missing_code|L3|decided in the meeting|tester", "unpriced_line|L2|decided in the meeting|tester"],
            town.Rows("select code, record, reason, accepted_by from finding_acceptances order by code"));
    }

    [Theory]
    [OnBoth]
    public async Task Of_two_who_close_the_same_month_one_wins_and_the_other_is_told_who(Engine engine)
    {
        using var town = WithOneLine(engine);
        string[] actors = ["anna", "bertil", "cecilia", "david"];

        var outcomes = await Task.WhenAll(actors.Select(actor => Task.Run(() => CloseMonth.Run(town.As(actor), March))));

        var winner = Assert.Single(outcomes, outcome => outcome.IsDone).Value.ClosedBy;
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome =>
        {
            Assert.Equal(MonthRefusals.AlreadyClosed, outcome.Refusal!.Code);
            Assert.StartsWith(winner + " ", outcome.Refusal.Detail, StringComparison.Ordinal);
        });
        Assert.Equal([winner], town.Rows("select closed_by from closed_months"));
    }

    [Theory]
    [OnBoth]
    public void A_closed_month_answers_a_charge_from_what_it_closed_with(Engine engine)
    {
        using var town = WithOneLine(engine);
        CloseMonth.Run(town.Installation, March);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 999m);

        var march = ChargeMonth.Run(town.Installation, March).Value;

        Assert.Equal("100.00", march.Total.ToString());
        Assert.Equal("tester", march.Closed!.ClosedBy);
        Assert.Equal(["10000"], town.Rows("select amount from charges where month = 202603"));
    }

    private static Town WithOneLine(Engine engine)
    {
        var town = new Town(engine);
        town.AddLine("L1", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m);
        return town;
    }
}
