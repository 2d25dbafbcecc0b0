using Assets.Core.Standard;

namespace Assets.Data.Standard;

/// <summary>The next yearly revision of the standard: what the page warns of and the mail reminds of.</summary>
/// <param name="From">The first day of its month.</param>
/// <param name="IsBegun">Somebody has begun a draft, or proposed one.</param>
public sealed record StandardRevision(DateOnly From, bool IsBegun)
{
    /// <param name="editions">All of them, also those that the reader does not see.</param>
    /// <returns>None where no edition was ever decided.</returns>
    public static StandardRevision? Of(IReadOnlyCollection<EditionListItem> editions, DatedEdition inForce) =>
        editions.Where(edition => edition.State == EditionState.Decided).Max(edition => edition.DecidedOn) is { } decided
            ? new StandardRevision(EditionStandings.NextRevision(inForce.Content.Rules, decided), editions.Any(edition => edition.State != EditionState.Decided))
            : null;

    /// <summary>The month has come, and nobody has begun a draft.</summary>
    public bool IsDue(DateOnly today) => From <= today && !IsBegun;
}
