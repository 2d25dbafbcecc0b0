using System.Globalization;
using System.Security.Claims;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Assets.Web.Security;

/// <summary>
/// Signing in at the organisation's identity provider: authorization code with PKCE. The provider says who it is and which groups they
/// are in; the session afterwards is the same as anybody's.
/// </summary>
internal static class OpenIdSignIn
{
    public const string Scheme = "openid";

    private const string Begin = "/sign-in/elsewhere";
    private const string Back = "/sign-in/back";

    public static void Add(IServiceCollection services, Installation installation)
    {
        var provider = OpenIdProvider.Read(installation.Settings);
        services.AddSingleton(provider);
        if (provider.IsSet) services.AddAuthentication().AddOpenIdConnect(Scheme, options => Configure(options, provider));
    }

    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<OpenIdProvider>().IsSet) app.MapGet(Begin, Challenge).AllowAnonymous().RequireRateLimiting(Slowly.Crowd);
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdProvider provider)
    {
        options.TimeProvider = TimeProvider.System; // the browser's cookies and the provider's tokens go by the real time, whatever the installation's clock
        options.Authority = provider.Authority!.AbsoluteUri.TrimEnd('/');
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query; // a form that another site posts would need cookies that go to any site's forms
        options.UsePkce = true;
        options.SignInScheme = IdentityConstants.ApplicationScheme;
        options.CallbackPath = Back;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        options.Scope.Clear();
        foreach (var scope in provider.Scopes) options.Scope.Add(scope);
        foreach (var claim in (string[])[provider.AccountClaim, provider.GroupsClaim, "name", "email"]) options.ClaimActions.MapJsonKey(claim, claim);
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
        // Signed with the provider's own keys and not with one that both sides know; that it is signed at all is asked for below.
        options.TokenValidationParameters.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
            SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        ];
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.Name = "assets." + (cookie == options.NonceCookie ? "nonce." : "state.");
            cookie.Path = "/sign-in";
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
        options.Events.OnTokenValidated = context =>
        {
            // The handler takes an unsigned token that comes from the provider's own address, as the specification allows it to (3.1.3.7). We do not.
            if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }]) context.Fail("The identity token is not signed.");
            else OpenIdSignOut.Keep(context.Properties, context.TokenEndpointResponse.IdToken);
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => Receive(context, provider);
        options.Events.OnAccessDenied = context => Turn(context, SignInProblems.Cancelled);
        options.Events.OnRemoteFailure = context =>
        {
            Log(context.HttpContext).LogWarning(context.Failure, "A sign-in at the identity provider failed");
            return Turn(context, context.Failure is HttpRequestException or { InnerException: HttpRequestException or TaskCanceledException } ? SignInProblems.ProviderAway : SignInProblems.ProviderRefused);
        };
    }

    // Asked whether the provider is there before anybody is sent to it.
    private static async Task<IResult> Challenge(HttpContext context, IOptionsMonitor<OpenIdConnectOptions> options, string? to)
    {
        var onward = Local(to);
        if (context.FindViewer() is not null) return Results.LocalRedirect(onward);
        try
        {
            await options.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            Log(context).LogError(e, "The identity provider does not answer");
            return Results.LocalRedirect("/sign-in" + QueryString.Create("problem", SignInProblems.ProviderAway).Add("to", onward));
        }
        return Results.Challenge(new AuthenticationProperties { RedirectUri = onward }, [Scheme]);
    }

    private static async Task Receive(TicketReceivedContext context, OpenIdProvider provider)
    {
        var services = context.HttpContext.RequestServices;
        var installation = services.GetRequiredService<Installation>();
        var outcome = AdmitPerson.Run(installation, Vouch(context.Principal!, provider), provider.MayCreate);
        if (!outcome.TryGet(out var admitted, out var refusal))
        {
            Log(context.HttpContext).LogWarning("Somebody whom the identity provider vouches for is not let in: {Refusal} {Detail}", refusal.Code, refusal.Detail);
            context.HandleResponse();
            context.Response.Redirect("/sign-in" + QueryString.Create("problem", refusal.Code));
            return;
        }
        var door = services.GetRequiredService<SignInManager<AppUser>>();
        var user = await door.UserManager.FindByIdAsync(admitted.Id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {admitted.Id} is gone.");
        await door.SignInAsync(user, OpenIdSignOut.Kept(context.Properties), Scheme);
        SignIns.Record(installation.Database, user.Id, installation.Clock.GetUtcNow(), SignInOutcome.Succeeded, context.HttpContext.Connection.RemoteIpAddress?.ToString());
        context.HandleResponse();
        context.Response.Redirect(Local(context.ReturnUri));
    }

    private static Vouched Vouch(ClaimsPrincipal who, OpenIdProvider provider)
    {
        // A subject is one provider's: the same text from another is somebody else.
        var subject = who.FindFirst("sub") is { } sub ? $"{sub.Issuer} {sub.Value}" : "";
        return new Vouched(Vouched.OpenId, subject, who.FindFirstValue(provider.AccountClaim) ?? "", who.FindFirstValue("name") ?? "", who.FindFirstValue("email"), [.. who.FindAll(provider.GroupsClaim).Select(claim => claim.Value)]);
    }

    private static Task Turn<TOptions>(HandleRequestContext<TOptions> context, string problem)
        where TOptions : AuthenticationSchemeOptions
    {
        context.HandleResponse();
        context.Response.Redirect("/sign-in" + QueryString.Create("problem", problem));
        return Task.CompletedTask;
    }

    private static string Local(string? to) => to is ['/'] or ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : "/";

    internal static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Assets.Web.Security.OpenIdSignIn");
}
