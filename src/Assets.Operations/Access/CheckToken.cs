using Assets.Core.Access;
using Assets.Data.Access;

namespace Assets.Operations.Access;

/// <summary>Who calls: the token's owner as he may act at this moment, less what the token leaves out.</summary>
/// <param name="IsNarrowed">It leaves out something of what its owner may.</param>
/// <param name="LastUsedAt">As it stands in the database.</param>
public sealed record CheckedToken(int Id, string Name, Viewer Viewer, DateTimeOffset ExpiresAt, bool IsNarrowed, DateTimeOffset? LastUsedAt);

/// <summary>Whether a token is one of ours and still good. One look-up and one hash; the owner's rights are read anew each time.</summary>
public static class CheckToken
{
    /// <returns>None for a token that is unknown, wrong, expired or revoked, or whose owner is locked: the caller is not told which.</returns>
    public static CheckedToken? Run(Installation installation, string token)
    {
        if (!TokenText.TryRead(token, out var selector) || ApiTokens.Find(installation.Database, selector) is not { } found) return null;
        var now = installation.Clock.GetUtcNow();
        if (!TokenText.IsHashOf(found.Hash, token) || found.RevokedAt is not null || found.ExpiresAt <= now || LongLock.Holds(found.LockedUntil, now)) return null;
        if (Viewer.Load(installation.Database, found.UserId) is not { } owner) return null;
        return new CheckedToken(found.Id, found.Name, owner.Narrowed(installation.Database, found.Scopes, found.Lineage), found.ExpiresAt, found.Scopes is not null || found.Lineage is not null, found.LastUsedAt);
    }
}
