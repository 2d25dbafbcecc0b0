using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Access;
using Assets.Web.Security;

namespace Assets.Web.Api;

/// <param name="Everywhere">The permissions that hold for all units.</param>
public sealed record MeView(string Account, string Name, string Language, string Token, DateTimeOffset TokenExpiresAt, IReadOnlyList<Permission> Permissions, IReadOnlyList<Permission> Everywhere);

/// <summary>Who the token is, and what it may: the first call of a stranger.</summary>
internal static class MeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Read).WithSummary("Whose token this is, and what it may do now");
        api.MapGet("/tokens", Tokens).WithSummary("The owner's tokens, without their secrets; by a token of fewer rights itself only");
        api.MapDelete("/tokens/{id:int}", Revoke).WithSummary("Ends a token of one's own at once; by a token of fewer rights itself only");
    }

    [Needs]
    private static Answer<MeView> Read(Caller caller)
    {
        var token = Token(caller);
        var may = Enum.GetValues<Permission>().Where(caller.Viewer.May).ToList();
        return new MeView(caller.Viewer.Account, caller.Viewer.Name, caller.Viewer.Language, token.Name, token.ExpiresAt, may, [.. may.Where(caller.MayEverywhere)]);
    }

    // A token that was given less than its owner may must not reach the tokens that were given more.
    [Needs]
    private static Answer<Listed<ApiToken>> Tokens(Caller caller) =>
        new Listed<ApiToken>([.. ApiTokens.Read(caller.Database, caller.Viewer.Id).Where(token => Reaches(caller, token.Id))]);

    [Needs]
    private static Answer<TokenRevoked> Revoke(Caller caller, int id)
    {
        if (!Reaches(caller, id)) return ApiProblem.NotFound;
        return RevokeToken.Run(caller.Acting, id, caller.Viewer.Id).TryGet(out var revoked, out var refusal)
            ? revoked
            : refusal.Code == TokenRefusals.Unknown ? ApiProblem.NotFound : Answer<TokenRevoked>.Of(refusal);
    }

    private static bool Reaches(Caller caller, int id) => Token(caller) is var token && (!token.IsNarrowed || token.Id == id);

    private static CheckedToken Token(Caller caller) => caller.Http.Features.Get<CheckedToken>() ?? throw new InvalidOperationException("Only a token comes here.");
}
