using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Standard;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Standard;

public sealed class EditionVerbTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [OnBoth]
    public void A_draft_is_written_proposed_decided_and_in_force_from_its_day(Engine engine)
    {
        using var at = TestInstallation.On(engine);

        var draft = DraftEdition.Run(at.Installation).Value;
        var content = AnyEdition.Of(AnyEdition.Office);
        var changed = ChangeDraft.Run(at.Installation with { Actor = "arkitekt" }, draft.Number, draft.Version, content, Today).Value;
        var proposed = ProposeEdition.Run(at.Installation, draft.Number, changed.Version).Value;
        var decided = DecideEdition.Run(at.Installation with { Actor = "sekreterare" }, 1, proposed.Version, new CouncilDecision(Today.AddDays(-2), " § 12/2026 ", Today)).Value;

        Assert.Equal((1, EditionState.Decided, 4), (decided.Number, decided.State, decided.Version));
        Assert.Null(DatedEdition.InForce(at.Database, Today.AddDays(-1)));
        var inForce = DatedEdition.InForce(at.Database, Today)!;
        Assert.Equal(content, inForce.Content);
        Assert.Equal((Today.AddDays(-2), "§ 12/2026", "sekreterare"), (inForce.DecidedOn, inForce.Minute, inForce.DecidedBy));
        var history = EditionDetails.Read(at.Database, 1, Today)!.History.NewestFirst.ToList();
        Assert.Equal(["decide-edition", "propose-edition", "change-draft", "draft-edition"], history.Select(entry => entry.Verb));
        Assert.Contains(history[0].Fields, field => field is { Field: "minute", Before: "", After: "§ 12/2026" });
        Assert.Contains(history[2].Fields, field => field is { Field: "office", After: "Kontor" });
    }

    [Theory]
    [OnBoth]
    public void The_next_draft_begins_as_the_latest_decided_edition_and_there_is_one_at_a_time(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        AnyEdition.Decided(at.Installation, AnyEdition.Of(AnyEdition.Office), Today);

        var draft = DraftEdition.Run(at.Installation).Value;
        var second = DraftEdition.Run(at.Installation).Refusal!;
        var edition = DatedEdition.Find(at.Database, 2)!;
        ProposeEdition.Run(at.Installation, 2, draft.Version);
        var beside = DraftEdition.Run(at.Installation).Refusal!;

        Assert.Equal((2, AnyEdition.Of(AnyEdition.Office), (DateOnly?)new DateOnly(2027, 1, 1)), (draft.Number, edition.Content, edition.ValidFrom));
        Assert.Equal((StandardRefusals.DraftExists, "2"), (second.Code, second.Detail));
        Assert.Equal(StandardRefusals.DraftExists, beside.Code);
    }

    [Theory]
    [OnBoth]
    public void Who_saves_over_a_change_that_he_has_not_seen_is_told_whose_it_is(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var draft = DraftEdition.Run(at.Installation).Value;
        ChangeDraft.Run(at.Installation with { Actor = "anna" }, 1, draft.Version, AnyEdition.Of(AnyEdition.Office), Today);

        var refused = ChangeDraft.Run(at.Installation with { Actor = "bo" }, 1, draft.Version, AnyEdition.Of(AnyEdition.Port), Today).Refusal!;
        var unseen = ProposeEdition.Run(at.Installation, 1, draft.Version).Refusal!;
        var same = ChangeDraft.Run(at.Installation, 1, 2, AnyEdition.Of(AnyEdition.Office), Today).Value;

        Assert.Equal((StandardRefusals.ChangedMeanwhile, "anna"), (refused.Code, refused.Detail));
        Assert.Equal(StandardRefusals.ChangedMeanwhile, unseen.Code);
        Assert.Equal(2, same.Version); // nothing changed, nothing written
        Assert.Equal(AnyEdition.Of(AnyEdition.Office), DatedEdition.Find(at.Database, 1)!.Content);
    }

    [Theory]
    [OnBoth]
    public void What_is_wrong_stands_in_the_way_of_proposing_and_the_register_is_asked(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var draft = DraftEdition.Run(at.Installation).Value;
        var part = AnyEdition.Office.Parts[0] with { Models = ["NO-SUCH"] };
        var changed = ChangeDraft.Run(at.Installation, 1, draft.Version, AnyEdition.Of(AnyEdition.Office with { Parts = [part], OrderedBy = ["999"] }), Today).Value;

        var findings = CheckEdition.Run(at.Installation, DatedEdition.Find(at.Database, 1)!);
        var refused = ProposeEdition.Run(at.Installation, 1, changed.Version).Refusal!;

        Assert.Equal([EditionFindings.UnknownModel, EditionFindings.UnknownOrganisation], findings.Select(finding => finding.Code));
        Assert.Equal((StandardRefusals.EditionFindings, "2"), (refused.Code, refused.Detail));
    }

    [Theory]
    [OnBoth]
    public void A_decision_is_refused_where_it_would_change_what_people_have_ordered_and_paid_by(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        AnyEdition.Decided(at.Installation, AnyEdition.Of(AnyEdition.Office), new DateOnly(2026, 11, 10));
        var proposal = AnyEdition.Proposed(at.Installation, AnyEdition.Of(AnyEdition.Port));
        Close(at, 202610);
        string Decide(DateOnly decidedOn, DateOnly validFrom, string minute = "§ 2") =>
            DecideEdition.Run(at.Installation, 2, proposal.Version, new CouncilDecision(decidedOn, minute, validFrom)).Refusal?.Code ?? "done";

        Assert.Equal(StandardRefusals.MinuteMissing, Decide(Today, Today, "  "));
        Assert.Equal(StandardRefusals.DecidedInFuture, Decide(Today.AddDays(1), Today.AddDays(1)));
        Assert.Equal(StandardRefusals.ValidBeforeDecision, Decide(Today, Today.AddDays(-1)));
        Assert.Equal(StandardRefusals.LaterEdition, Decide(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 10)));
        Close(at, 202611);
        Assert.Equal(StandardRefusals.ValidInClosedMonth, Decide(Today, new DateOnly(2026, 11, 30)));
        Assert.Equal("done", Decide(Today, new DateOnly(2026, 12, 1)));
    }

    [Theory]
    [OnBoth]
    public void Of_two_who_decide_one_wins_and_the_other_is_told(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var proposal = AnyEdition.Proposed(at.Installation, AnyEdition.Of(AnyEdition.Office));
        var outcomes = new Outcome<EditionChanged>[8];

        Parallel.For(0, outcomes.Length, i => outcomes[i] = DecideEdition.Run(
            at.Installation with { Actor = $"deciders {i}" }, 1, proposal.Version, new CouncilDecision(Today, "§ 1", Today)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.All(outcomes.Where(outcome => !outcome.IsDone), outcome => Assert.Equal(StandardRefusals.NotProposed, outcome.Refusal!.Code));
    }

    [Theory]
    [OnBoth]
    public void A_proposal_is_taken_back_and_a_draft_removed_but_what_is_decided_stays(Engine engine)
    {
        using var at = TestInstallation.On(engine);
        var proposal = AnyEdition.Proposed(at.Installation, AnyEdition.Of(AnyEdition.Office));

        var locked = ChangeDraft.Run(at.Installation, 1, proposal.Version, AnyEdition.Of(), Today).Refusal!;
        var draft = TakeBackEdition.Run(at.Installation, 1).Value;
        var removed = RemoveDraft.Run(at.Installation, 1, draft.Version);
        var unknown = RemoveDraft.Run(at.Installation, 1, draft.Version).Refusal!;
        var decided = AnyEdition.Decided(at.Installation, AnyEdition.Of(AnyEdition.Office), Today);

        Assert.Equal(StandardRefusals.NotADraft, locked.Code);
        Assert.True(removed.IsDone);
        Assert.Equal(StandardRefusals.UnknownEdition, unknown.Code);
        Assert.Equal(StandardRefusals.NotADraft, RemoveDraft.Run(at.Installation, 1, decided.Version).Refusal!.Code);
        Assert.Equal(StandardRefusals.NotProposed, TakeBackEdition.Run(at.Installation, 1).Refusal!.Code);
        Assert.ThrowsAny<System.Data.Common.DbException>(() => Execute(at, "update editions set body = '' where number = 1"));
    }

    private static void Close(TestInstallation at, int month) => Execute(
        at,
        $"insert into closed_months (month, previous_month, previous_head, head, watermark, settled_watermark, rules_version, closed_at, closed_by, charge_count, total) values ({month}, {month - 1}, '', '', 0, 0, 1, 0, 'x', 0, 0)");

    private static void Execute(TestInstallation at, string sql)
    {
        using var connection = at.Database.Open();
        connection.Execute(sql);
    }
}
