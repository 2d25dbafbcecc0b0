namespace Assets.Core.Standard;

/// <summary>What follows from the day for editions that never change.</summary>
public static class EditionStandings
{
    private const int MonthsThatARevisionLasts = 6;

    /// <summary>
    /// What an edition is on a day. Decided from 1 January 2026, with the next one decided from 1 January 2027: coming on 31 December
    /// 2025, in force on 1 January and on 31 December 2026, superseded on 1 January 2027.
    /// </summary>
    /// <param name="validFrom">The first day in force, which every decided edition has.</param>
    /// <param name="successorFrom">The first day of the decided edition that begins next after it; none where it is the last.</param>
    /// <exception cref="ArgumentException">A decided edition without a first day.</exception>
    public static EditionStanding On(EditionState state, DateOnly? validFrom, DateOnly? successorFrom, DateOnly day)
    {
        if (state == EditionState.Draft) return EditionStanding.Draft;
        if (state == EditionState.Proposed) return EditionStanding.Proposed;
        if (validFrom is not { } from) throw new ArgumentException("A decided edition has a first day.", nameof(validFrom));
        if (day < from) return EditionStanding.Coming;
        return successorFrom <= day ? EditionStanding.Superseded : EditionStanding.InForce;
    }

    /// <summary>
    /// The first day of the month in which the standard is to be revised next: with revisions in October, decided on 3 December 2025
    /// gives 1 October 2026. A decision within half a year before the month was that year's revision: decided on 20 September 2026
    /// gives 1 October 2027.
    /// </summary>
    /// <param name="decidedOn">When the latest edition was decided.</param>
    public static DateOnly NextRevision(RentRules rules, DateOnly decidedOn)
    {
        var earliest = decidedOn.AddMonths(MonthsThatARevisionLasts);
        var revision = new DateOnly(earliest.Year, rules.RevisionMonth, 1);
        return revision < earliest ? revision.AddYears(1) : revision;
    }
}
