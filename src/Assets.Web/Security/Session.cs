using System.Globalization;
using System.Security.Claims;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Web.Resources;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Assets.Web.Security;

/// <summary>Signing in and staying so: a cookie, checked against the database at each request.</summary>
internal static class Session
{
    // A cookie for the pages, a token for the programs, and never the one for the other.
    private const string Either = "either";

    public static void Add(IServiceCollection services, Database database)
    {
        services.AddHttpContextAccessor();
        services.AddAssetsIdentity(database, options =>
        {
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            options.Password.RequiredLength = 12;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireDigit = false;
        }).AddUserManager<DirectoryPeople>().AddSignInManager();
        services.AddScoped<DirectoryDoor>();
        services.AddAuthentication(Either).AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context => TokenScheme.IsFor(context) ? TokenScheme.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null).AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "assets.session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax; // a link in a mail opens the page it names
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "to";
            options.Events.OnValidatePrincipal = Validate;
            options.Events.OnRedirectToLogin = Ask;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        // Between the password and the code, and while a passkey is asked for.
        services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.Cookie.Name = "assets.factor";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
        services.AddSingleton<IPersonalDataProtector, Seal>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<KnownBrowser>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // the device asks for a finger or a code: two factors in one
            options.ResidentKeyRequirement = "required"; // nobody has to type an account's name
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
        });
        services.AddSingleton<KeptForm>();
        services.AddSingleton<IAuthorizationHandler, NeedsHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    // Rights are read here and not kept in the cookie: what is withdrawn is gone at the next click, and a changed password ends other sessions.
    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var database = context.HttpContext.RequestServices.GetRequiredService<Database>();
        var stamp = context.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp");
        if (int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            && Viewer.Load(database, id) is { } viewer && viewer.SecurityStamp == stamp)
        {
            context.HttpContext.Features.Set(viewer);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    // A part of a page that is fetched must not be answered with the sign-in page in its place: the whole page goes there.
    private static async Task Ask(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Headers["HX-Redirect"] = "/sign-in";
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (HttpMethods.IsPost(context.Request.Method))
        {
            // The page that the form stood on, with what was typed; the post itself is not done by signing in.
            if (!await context.HttpContext.RequestServices.GetRequiredService<KeptForm>().Keep(context.HttpContext) && context.Request.Path != "/sign-out") TellLost(context.HttpContext);
            context.Response.Redirect("/sign-in" + QueryString.Create("to", context.Request.Path));
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
    }

    private static void TellLost(HttpContext context)
    {
        var told = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        var words = context.RequestServices.GetRequiredService<Words>();
        told["Refusal"] = words["signIn.lost"];
        told.Save();
    }
}
