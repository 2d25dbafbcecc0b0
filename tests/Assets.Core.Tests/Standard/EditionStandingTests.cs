using System.Globalization;
using Assets.Core.Standard;

namespace Assets.Core.Tests.Standard;

public sealed class EditionStandingTests
{
    [Theory]
    [InlineData("2025-12-31", EditionStanding.Coming)]
    [InlineData("2026-01-01", EditionStanding.InForce)]
    [InlineData("2026-12-31", EditionStanding.InForce)]
    [InlineData("2027-01-01", EditionStanding.Superseded)]
    public void A_decided_edition_comes_is_in_force_and_is_superseded(string day, EditionStanding standing) =>
        Assert.Equal(standing, EditionStandings.On(EditionState.Decided, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), Day(day)));

    [Fact]
    public void The_last_decided_edition_stays_in_force()
    {
        Assert.Equal(EditionStanding.InForce, EditionStandings.On(EditionState.Decided, new DateOnly(2026, 1, 1), null, new DateOnly(2099, 1, 1)));
        Assert.Equal(EditionStanding.Draft, EditionStandings.On(EditionState.Draft, new DateOnly(2026, 1, 1), null, new DateOnly(2099, 1, 1)));
        Assert.Equal(EditionStanding.Proposed, EditionStandings.On(EditionState.Proposed, null, null, new DateOnly(2099, 1, 1)));
        Assert.Throws<ArgumentException>(() => EditionStandings.On(EditionState.Decided, null, null, new DateOnly(2099, 1, 1)));
    }

    [Theory]
    [InlineData("2025-12-03", "2026-10-01")]
    [InlineData("2026-04-01", "2026-10-01")]
    [InlineData("2026-04-02", "2027-10-01")]
    [InlineData("2026-09-20", "2027-10-01")]
    [InlineData("2026-10-20", "2027-10-01")]
    public void The_next_revision_is_in_its_month_but_not_within_half_a_year_of_the_decision(string decided, string revision) =>
        Assert.Equal(Day(revision), EditionStandings.NextRevision(Editions.Rules, Day(decided)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
