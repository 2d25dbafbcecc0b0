using Assets.Core.Access;
using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>A token as its owner and the administrators see it: never the secret, which nobody has.</summary>
/// <param name="Selector">The first part of the token, by which its owner knows it again.</param>
/// <param name="Scopes">None: all that its owner may.</param>
/// <param name="Organisation">Code and name of the subtree that it is for; none: wherever its owner may.</param>
public sealed record ApiToken(
    int Id, string Selector, string Name, string Owner, IReadOnlyList<Permission>? Scopes, string? Organisation, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt)
{
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}

/// <summary>What a check of a token needs, by one look-up.</summary>
/// <param name="Lineage">Of the organisation that the token is for.</param>
/// <param name="LockedUntil">Until when its owner is locked out.</param>
public sealed record TokenFacts(
    int Id, int UserId, string Name, string Hash, IReadOnlyList<Permission>? Scopes, string? Lineage, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, DateTimeOffset? LockedUntil);

public static class ApiTokens
{
    /// <summary>The newest first; of everybody where nobody is named.</summary>
    public static IReadOnlyList<ApiToken> Read(Database database, int? owner)
    {
        using var reading = PageReading.Begin(database);
        var query = Query.Of("select t.id, t.selector, t.name, u.user_name, t.scopes, o.code, o.name, t.created_at, t.expires_at, t.last_used_at, t.revoked_at from api_tokens t join users u on u.id = t.user_id left join organisations o on o.id = t.organisation_id");
        if (owner is { } user) query.Add($" where t.user_id = {user}");
        return reading.Rows(
            query.Raw(" order by t.id desc limit 500"),
            r => new ApiToken(
                r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), Scopes(r.Text(4)), r.Text(5) is { } code ? $"{code} {r.GetString(6)}" : null,
                Conventions.ToInstant(r.GetInt64(7)), Conventions.ToInstant(r.GetInt64(8)), Instant(r.Long(9)), Instant(r.Long(10))));
    }

    public static TokenFacts? Find(Database database, string selector)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(
            new Query().Add($"select t.id, t.user_id, t.name, t.hash, t.scopes, o.lineage, t.expires_at, t.last_used_at, t.revoked_at, u.lockout_end from api_tokens t join users u on u.id = t.user_id left join organisations o on o.id = t.organisation_id where t.selector = {selector}"),
            r => new TokenFacts(
                r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetString(3), Scopes(r.Text(4)), r.Text(5), Conventions.ToInstant(r.GetInt64(6)), Instant(r.Long(7)), Instant(r.Long(8)), Instant(r.Long(9))));
    }

    /// <summary>Remembers that a token was used; whoever tells each use tells it too often, and nothing is written then.</summary>
    public static void MarkUsed(Database database, int token, DateTimeOffset at, TimeSpan atMostEvery)
    {
        using var connection = database.Open();
        connection.Execute(
            "update api_tokens set last_used_at = @p1 where id = @p0 and (last_used_at is null or last_used_at <= @p2)",
            token, Conventions.ToMicroseconds(at), Conventions.ToMicroseconds(at - atMostEvery));
    }

    private static DateTimeOffset? Instant(long? microseconds) => microseconds is { } at ? Conventions.ToInstant(at) : null;

    // A word that this version does not know gives nothing: a scope that was taken away must not become "all".
    private static List<Permission>? Scopes(string? words) => words is null
        ? null
        : [.. Enum.GetValues<Permission>().Where(permission => words.Split(' ').Contains(Permissions.Vocabulary.Word(permission), StringComparer.Ordinal))];
}
