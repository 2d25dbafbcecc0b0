using System.Security.Claims;
using System.Text.Encodings.Web;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Assets.Web.Security;

/// <summary>
/// How programs sign in: <c>Authorization: Bearer assets_…</c> at each call, under <c>/api/v1</c> and nowhere else. There no cookie is read,
/// so that no other site's page can act by a browser that has signed in; and no token opens a page.
/// </summary>
internal sealed class TokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Installation installation, TokenUses uses) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "token";
    private const string Bearer = "Bearer ";

    public static bool IsFor(HttpContext context) => context.Request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        if (CheckToken.Run(installation, header[Bearer.Length..].Trim()) is not { } token) return Task.FromResult(AuthenticateResult.Fail("No token of ours, or no longer one."));
        uses.Tell(token);
        Context.Features.Set(token);
        Context.Features.Set(token.Viewer);
        var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, token.Viewer.Account)], Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(who, Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer realm=\"assets\"";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, "no_token").Write(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => ApiProblem.Of(StatusCodes.Status403Forbidden, "not_allowed").Write(Context);
}
