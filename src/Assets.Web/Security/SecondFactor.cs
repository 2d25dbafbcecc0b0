using System.Security.Claims;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Microsoft.AspNetCore.Identity;

namespace Assets.Web.Security;

/// <summary>
/// The second factor that an installation demands of some roles, by <c>Assets:SecondFactorFor</c>. Who has such a role and came in by a
/// password alone is led to the page where one is set up, from whatever page was asked for; a right given today is held to it at the next click.
/// </summary>
public sealed class SecondFactor
{
    public const string Page = "/profile/second-factor";

    private static readonly string[] AlwaysOpen = [Page, "/sign-out", "/sign-in", "/error"];
    private const string Method = "amr"; // RFC 8176: how somebody was recognised
    private readonly IReadOnlySet<Role> demanded;

    /// <exception cref="SettingRefusedException">The setting names a role that there is not.</exception>
    public SecondFactor(Installation installation)
    {
        var words = (installation.Settings["Assets:SecondFactorFor"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        demanded = words.Select(word => Roles.Vocabulary.TryParse(word, out var role)
            ? role
            : throw new SettingRefusedException($"The setting Assets:SecondFactorFor names the role '{word}'. There are: {string.Join(", ", Roles.Vocabulary.Words)}.")).ToHashSet();
    }

    /// <summary>What a session holds whose owner showed a second factor.</summary>
    public static Claim Shown { get; } = new(Method, "mfa");

    public bool IsDemandedOf(Viewer viewer) => demanded.Overlaps(viewer.Roles);

    /// <summary>Whether the session began with more than our own password: a code, a passkey, or another's word, whose business its factors are.</summary>
    public static bool IsShown(ClaimsPrincipal session) => session.HasClaim(Method, "mfa") || session.HasClaim(claim => claim.Type == ClaimTypes.AuthenticationMethod);

    internal async Task Gate(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (context.FindViewer() is { } viewer && context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme && IsDemandedOf(viewer) && !IsShown(context.User)
            && !AlwaysOpen.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)))
        {
            var to = Page + QueryString.Create("to", HttpMethods.IsGet(context.Request.Method) ? path + context.Request.QueryString : "/");
            if (context.Request.Headers.ContainsKey("HX-Request")) context.Response.Headers["HX-Redirect"] = to;
            else context.Response.Redirect(to);
            return;
        }
        await next(context);
    }
}
