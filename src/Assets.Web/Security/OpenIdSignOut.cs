using System.Security.Claims;
using Assets.Data.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Assets.Web.Security;

/// <summary>Where somebody who leaves goes next.</summary>
/// <param name="Address">The provider's page for signing out; none where it has none, or where the session did not begin there.</param>
/// <param name="Problem">One of <see cref="SignInProblems"/>; none where there is none.</param>
public sealed record Leaving(Uri? Address, string? Problem);

/// <summary>
/// Signing out at the identity provider too (OpenID Connect RP-Initiated Logout 1.0): without it the next one at the same computer is
/// signed in again by one click. The session here ends first, whatever becomes of that.
/// </summary>
internal static class OpenIdSignOut
{
    /// <summary>Where the provider sends people back; registered there.</summary>
    private const string Back = "/sign-in";

    private const string Token = "id_token";

    /// <summary>A token that names hundreds of groups would be sent with each request in the session's cookie: then the provider asks whom to sign out.</summary>
    private const int LongestToken = 3_000;

    // Nobody who leaves is kept waiting for a provider that does not answer: to be let in one waits longer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Keeps the identity token, by which the provider knows later whose session it is.</summary>
    public static void Keep(AuthenticationProperties? properties, string token)
    {
        if (token.Length <= LongestToken) properties?.StoreTokens([new AuthenticationToken { Name = Token, Value = token }]);
    }

    /// <summary>What the session is to hold of a sign-in there.</summary>
    public static AuthenticationProperties Kept(AuthenticationProperties? signedIn)
    {
        var session = new AuthenticationProperties { IsPersistent = false };
        if (signedIn?.GetTokenValue(Token) is { } token) Keep(session, token);
        return session;
    }

    /// <summary>What a session that goes on under a new cookie has to keep of where it began, so that it ends there too.</summary>
    public static IEnumerable<Claim> Began(ClaimsPrincipal session) => session.FindAll(ClaimTypes.AuthenticationMethod).Select(method => new Claim(method.Type, method.Value));

    /// <summary>Ends the session here, and says where to go on. Where it began is read before; the provider is asked after.</summary>
    public static async Task<Leaving> Leave(HttpContext context, SignInManager<AppUser> door)
    {
        var provider = context.RequestServices.GetRequiredService<OpenIdProvider>();
        var began = provider.IsSet && context.User.HasClaim(ClaimTypes.AuthenticationMethod, OpenIdSignIn.Scheme);
        var token = began ? await context.GetTokenAsync(IdentityConstants.ApplicationScheme, Token) : null;
        await door.SignOutAsync();
        if (!began) return new Leaving(null, null);
        if (await Configuration(context) is not { } configuration) return new Leaving(null, SignInProblems.ProviderStays);
        if (!Uri.TryCreate(configuration.EndSessionEndpoint, UriKind.Absolute, out var page) || !(page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && page.IsLoopback)))
            return new Leaving(null, null);
        var asked = new Dictionary<string, string?> { ["client_id"] = provider.ClientId, ["post_logout_redirect_uri"] = $"{context.Request.Scheme}://{context.Request.Host}{Back}" };
        if (token is not null) asked["id_token_hint"] = token;
        return new Leaving(new Uri(QueryHelpers.AddQueryString(page.AbsoluteUri, asked)), null);
    }

    private static async Task<OpenIdConnectConfiguration?> Configuration(HttpContext context)
    {
        try
        {
            var options = context.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdSignIn.Scheme);
            // What is fetched here is fetched for all who ask, and no caller's patience ends it: the wait alone has a limit.
            return await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted).WaitAsync(LongestWait, context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException or TimeoutException)
        {
            OpenIdSignIn.Log(context).LogWarning(e, "The identity provider does not answer: somebody who leaves stays signed in there");
            return null;
        }
    }
}
