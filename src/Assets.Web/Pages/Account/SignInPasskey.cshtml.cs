using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Account;

/// <summary>Signing in with a passkey: no name, no password, and both factors in one.</summary>
public sealed class SignInPasskeyModel(Installation installation, SignInManager<AppUser> door, UserManager<AppUser> people, Words words) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await door.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, string? to)
    {
        if (await Shown(credential) is { Succeeded: true, User: { } user, Passkey: { } passkey })
        {
            var isOpen = !LongLock.Holds(await people.GetLockoutEndDateAsync(user), installation.Clock.GetUtcNow());
            SignIns.Record(installation.Database, user.Id, installation.Clock.GetUtcNow(), isOpen ? SignInOutcome.Succeeded : SignInOutcome.LockedOut, HttpContext.Connection.RemoteIpAddress?.ToString());
            if (isOpen && (await people.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded) // with the count of its uses
            {
                await door.SignInWithClaimsAsync(user, isPersistent: false, [SecondFactor.Shown]);
                return LocalRedirect(to is not null && Url.IsLocalUrl(to) ? to : "/");
            }
        }
        TempData["Refusal"] = words["passkey.refused"];
        return RedirectToPage("/Account/SignIn", new { to });
    }

    private async Task<PasskeyAssertionResult<AppUser>?> Shown(string? credential)
    {
        if (string.IsNullOrEmpty(credential)) return null;
        try
        {
            return await door.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked for options within the last minutes: there is nothing to hold the answer against
        }
    }
}
