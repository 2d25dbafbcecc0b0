using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>How far an edition of the municipal standard has come. In force, coming and superseded are not states: they follow from the day (<see cref="EditionStanding"/>).</summary>
public enum EditionState
{
    /// <summary>Being written; anything may change.</summary>
    Draft = 0,

    /// <summary>Laid before the IT council: changes only by being taken back to a draft.</summary>
    Proposed = 1,

    /// <summary>Decided by the IT council, with date and minute. Never changes.</summary>
    Decided = 2,
}

/// <summary>What an edition is on a day.</summary>
public enum EditionStanding
{
    Draft = 0,
    Proposed = 1,

    /// <summary>Decided, and begins later.</summary>
    Coming = 2,
    InForce = 3,

    /// <summary>A later edition has taken over.</summary>
    Superseded = 4,
}

public static class EditionStates
{
    public static Vocabulary<EditionState> Vocabulary { get; } = new(
        (EditionState.Draft, "draft"),
        (EditionState.Proposed, "proposed"),
        (EditionState.Decided, "decided"));

    public static Vocabulary<EditionStanding> Standings { get; } = new(
        (EditionStanding.Draft, "draft"),
        (EditionStanding.Proposed, "proposed"),
        (EditionStanding.Coming, "coming"),
        (EditionStanding.InForce, "in_force"),
        (EditionStanding.Superseded, "superseded"));
}
