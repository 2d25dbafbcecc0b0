using Assets.Data.Access;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Account;

/// <summary>Leaving: here, and then at the identity provider where the session began there.</summary>
[Needs]
public sealed class SignOutModel(SignInManager<AppUser> door) : PageModel
{
    /// <summary>Where the provider signs people out.</summary>
    public Uri Elsewhere { get; private set; } = null!;

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var leaving = await OpenIdSignOut.Of(HttpContext);
        await door.SignOutAsync();
        if (leaving.Address is not { } address) return RedirectToPage("/Account/SignIn", new { problem = leaving.Problem });
        // A page, and no redirect: the answer to a form may not lead to another site, as our own policy tells the browser.
        Elsewhere = address;
        return Page();
    }
}
