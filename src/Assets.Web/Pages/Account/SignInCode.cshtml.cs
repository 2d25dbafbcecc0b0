using Assets.Data.Access;
using Assets.Operations;
using Assets.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Account;

/// <summary>The second step: the code of the authenticator app, or one of the recovery codes. A wrong one counts as a wrong password does.</summary>
public sealed class SignInCodeModel(Installation installation, SignInManager<AppUser> door, UserManager<AppUser> people, KnownBrowser known) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public bool Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await door.GetTwoFactorAuthenticationUserAsync() is null ? Begin() : Page();

    public Task<IActionResult> OnPostAsync(string? code) => Try(user => AuthenticatorCodes.Use(people, user, AuthenticatorCodes.Plain(code)));

    public Task<IActionResult> OnPostRecoveryAsync(string? recovery) =>
        Try(async user => (await people.RedeemTwoFactorRecoveryCodeAsync(user, (recovery ?? "").Trim().ToUpperInvariant())).Succeeded);

    private async Task<IActionResult> Try(Func<AppUser, Task<bool>> fits)
    {
        if (await door.GetTwoFactorAuthenticationUserAsync() is not { } user) return Begin(); // five minutes have gone
        var outcome = SignInOutcome.LockedOut;
        if (!await people.IsLockedOutAsync(user))
        {
            outcome = await fits(user) ? SignInOutcome.Succeeded : SignInOutcome.WrongCode;
            await (outcome == SignInOutcome.Succeeded ? people.ResetAccessFailedCountAsync(user) : people.AccessFailedAsync(user));
        }
        SignIns.Record(installation.Database, user.Id, installation.Clock.GetUtcNow(), outcome, HttpContext.Connection.RemoteIpAddress?.ToString());
        if (outcome == SignInOutcome.Succeeded)
        {
            await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
            await door.SignInWithClaimsAsync(user, isPersistent: false, [SecondFactor.Shown]);
            known.Remember(HttpContext, user.UserName);
            return LocalRedirect(To is not null && Url.IsLocalUrl(To) ? To : "/");
        }
        Refused = true;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private RedirectToPageResult Begin() => RedirectToPage("/Account/SignIn", new { to = To });
}
