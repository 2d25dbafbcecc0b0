using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;
using Assets.Operations.Rentals;
using Assets.Operations.Standard;
using Assets.Operations.Tests.Chargeback;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Standard;

public sealed class ApplyEditionTests
{
    private static readonly DateOnly Begun = new(2026, 2, 10);
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    [Theory]
    [OnBoth]
    public void Running_lines_of_its_products_take_the_editions_price_once_and_others_keep_theirs(Engine engine)
    {
        using var town = new Town(engine);
        var clock = new SettableClock(new DateTimeOffset(2026, 2, 10, 9, 0, 0, TimeSpan.Zero));
        var it = town.Installation with { Clock = clock };
        town.AddLine("L0", "PC1", "111", new DateOnly(2026, 1, 1), null, 100m); // imported: names no product
        SetInterest.Run(it, new InterestRow(new DateOnly(2024, 1, 1), 2.5m));
        SetInterest.Run(it, new InterestRow(NewYear, 0m));
        AnyEdition.Decided(it, AnyEdition.Of(AnyEdition.Office), Begun);
        Start(it, "L1", "office", new CalculatedRent(ProductPrice.Request(AnyEdition.Office, 48, Begun, Money.Zero)));
        Start(it, "L2", "office", new FixedRent(Money.FromKronor(10))); // by hand, but it names the product
        Start(it, "L3", "alarm", new FixedRent(Money.FromKronor(20)));
        var dearer = AnyEdition.Of(AnyEdition.Office with { PurchasePrice = Money.FromKronor(14_400), Support = Money.FromKronor(100) });
        AnyEdition.Decided(it, dearer with { Rules = AnyEdition.Rules with { RunningLinesFrom = NewYear } }, NewYear);

        Assert.Equal(StandardRefusals.EditionNotInForce, ApplyEdition.Run(it, 2).Refusal!.Code);
        clock.Now = new DateTimeOffset(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(StandardRefusals.NoRunningLines, ApplyEdition.Run(it, 1).Refusal!.Code);
        Assert.Equal(new EditionApplied(2, NewYear, 2), ApplyEdition.Run(it, 2).Value);

        Assert.Equal(["L0|100.00", "L1|357.50", "L2|10.00", "L3|20.00"], Rents(it, new BillingMonth(2026, 12)));
        Assert.Equal(["L0|100.00", "L1|400.00", "L2|400.00", "L3|20.00"], Rents(it, new BillingMonth(2027, 1))); // 14,400 / 48 + 100
        var explained = ExplainCharge.Run(it, "2027-01:L1:capital:01").Value;
        Assert.Equal((2, "apply-edition", "Utgåva 2, § 1"), (explained.Price.Edition, explained.Version.Verb, explained.Version.Reason));
        Assert.Equal(new DateOnly(2030, 2, 10), explained.Amount.Capital!.Until);

        Assert.True(ChangePrice.Run(it, "L2", new FixedRent(Money.FromKronor(5)), NewYear, "agreed").IsDone);
        Assert.Equal(new EditionApplied(2, NewYear, 0), ApplyEdition.Run(it, 2).Value);
        Assert.Equal(["L0|100.00", "L1|400.00", "L2|5.00", "L3|20.00"], Rents(it, new BillingMonth(2027, 1)));
    }

    [Theory]
    [OnBoth]
    public void The_day_is_the_first_of_a_month_and_not_before_the_edition_and_the_next_draft_begins_without_it(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var rules = AnyEdition.Rules with { RunningLinesFrom = new DateOnly(2027, 1, 2) };
        Assert.Contains(EditionCheck.Run(AnyEdition.Of(AnyEdition.Office) with { Rules = rules }), finding => finding is { Code: EditionFindings.RuleOutOfRange, Detail: "running_lines_from" });

        var proposal = AnyEdition.Proposed(at.Installation, AnyEdition.Of(AnyEdition.Office) with { Rules = AnyEdition.Rules with { RunningLinesFrom = NewYear } });
        var early = DecideEdition.Run(at.Installation, proposal.Number, proposal.Version, new CouncilDecision(at.Installation.Today, "§ 1", new DateOnly(2027, 2, 1)));
        Assert.Equal((StandardRefusals.RunningLinesBefore, "2027-01-01"), (early.Refusal!.Code, early.Refusal.Detail));
        Assert.True(DecideEdition.Run(at.Installation, proposal.Number, proposal.Version, new CouncilDecision(at.Installation.Today, "§ 1", NewYear)).IsDone);

        var draft = DraftEdition.Run(at.Installation).Value;
        Assert.Equal(NewYear, DatedEdition.Find(at.Database, 1)!.Content.Rules.RunningLinesFrom);
        Assert.Null(DatedEdition.Find(at.Database, draft.Number)!.Content.Rules.RunningLinesFrom);
    }

    private static void Start(Installation it, string code, string service, RentTerms terms) =>
        Assert.True(StartLine.Run(it, new LineRequest(code, "111", "C111", null, service, 1, Begun, null, terms)).IsDone);

    private static List<string> Rents(Installation it, BillingMonth month)
    {
        Assert.True(ChargeMonth.Run(it, month).IsDone);
        using var connection = it.Database.Open();
        return connection.Rows(
            "select l.code, sum(c.amount) from charges c join contract_lines l on l.id = c.line_id where c.month = @p0 group by l.code order by l.code",
            r => $"{r.GetString(0)}|{Money.FromOre(Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture))}", month.Number);
    }
}
