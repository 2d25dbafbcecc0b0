using System.Globalization;
using System.Text.Json;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Access;

/// <param name="Scopes">What the token may of what its owner may; none: all of it.</param>
/// <param name="Organisation">The code of the top of what it is for; none: wherever its owner may.</param>
/// <param name="Days">For how long it holds.</param>
public sealed record TokenRequest(string Name, IReadOnlyCollection<Permission>? Scopes, string? Organisation, int Days)
{
    /// <summary>A token that nobody renews is one that nobody remembers.</summary>
    public const int MostDays = 366;
}

/// <param name="Token">Told once, here.</param>
public sealed record TokenIssued(int Id, string Name, string Token);

public sealed record TokenRevoked(int Id, string Name);

public static class TokenRefusals
{
    public const string NameMissing = "token_name_missing";

    /// <summary>Detail: the most days.</summary>
    public const string BadDays = "token_days";
    public const string NothingChosen = "token_nothing_chosen";
    public const string Unknown = "unknown_token";

    public static IReadOnlyList<string> All { get; } = [NameMissing, BadDays, NothingChosen, Unknown];
}

/// <summary>Makes a token by which a program acts for its owner, within the owner's rights as they are at each call.</summary>
public static class IssueToken
{
    private const int LongestName = 100;

    public static Outcome<TokenIssued> Run(Installation installation, int owner, TokenRequest request)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) return new Refusal(TokenRefusals.NameMissing, "");
        if (request.Days is < 1 or > TokenRequest.MostDays) return new Refusal(TokenRefusals.BadDays, TokenRequest.MostDays.ToString(CultureInfo.InvariantCulture));
        if (request.Scopes is { Count: 0 }) return new Refusal(TokenRefusals.NothingChosen, "");
        using var writing = Writing.Begin(installation.Database);
        object? top = null;
        if (!string.IsNullOrWhiteSpace(request.Organisation) && (top = writing.Connection.Scalar("select id from organisations where code_key = @p0", Keys.Fold(request.Organisation))) is null)
            return new Refusal(PersonRefusals.UnknownOrganisation, request.Organisation);
        var (selector, token) = TokenText.New();
        var now = installation.Clock.GetUtcNow();
        writing.Connection.Execute(
            "insert into api_tokens (user_id, name, selector, hash, scopes, organisation_id, created_at, expires_at) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
            owner, name, selector, TokenText.Hash(token), request.Scopes is { } scopes ? string.Join(' ', scopes.Distinct().Select(Permissions.Vocabulary.Word)) : null,
            top, Conventions.ToMicroseconds(now), Conventions.ToMicroseconds(now.AddDays(request.Days)));
        Tell(writing, installation, owner, "issue token", null, $"{name} ({selector})");
        var id = (int)writing.Connection.Number("select id from api_tokens where selector = @p0", selector);
        writing.Commit();
        return new TokenIssued(id, name, token);
    }

    internal static void Tell(Writing writing, Installation installation, int owner, string verb, string? before, string? after)
    {
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, null, null);
        History.Add(writing, changeSet, Subject.User, owner, installation.Today, Json(before), Json(after));
    }

    private static string? Json(string? token) => token is null ? null : JsonSerializer.Serialize(new { token }, History.Json);
}

/// <summary>Ends a token at once. What it has done stays in the history.</summary>
public static class RevokeToken
{
    /// <param name="owner">Whose token it has to be; none for an administrator, who revokes anybody's.</param>
    public static Outcome<TokenRevoked> Run(Installation installation, int id, int? owner)
    {
        using var writing = Writing.Begin(installation.Database);
        var found = writing.Connection.Rows(
            "select user_id, name, selector, revoked_at from api_tokens where id = @p0", r => (User: r.GetInt32(0), Name: r.GetString(1), Selector: r.GetString(2), IsOver: r.Long(3) is not null), id);
        if (found is not [var token] || (owner is { } own && own != token.User)) return new Refusal(TokenRefusals.Unknown, "");
        if (token.IsOver) return new TokenRevoked(id, token.Name);
        writing.Connection.Execute("update api_tokens set revoked_at = @p1 where id = @p0", id, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()));
        IssueToken.Tell(writing, installation, token.User, "revoke token", $"{token.Name} ({token.Selector})", null);
        writing.Commit();
        return new TokenRevoked(id, token.Name);
    }
}
