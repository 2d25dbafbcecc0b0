using System.Globalization;
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

    public Task<IActionResult> OnPostAsync() => Leave();

    /// <summary>Every session here ends, this one too; and the one at the provider.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        var id = HttpContext.Viewer().Id;
        var user = await door.UserManager.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {id} is gone.");
        await door.UserManager.UpdateSecurityStampAsync(user);
        return await Leave();
    }

    private async Task<IActionResult> Leave()
    {
        var leaving = await OpenIdSignOut.Leave(HttpContext, door);
        if (leaving.Address is not { } address) return RedirectToPage("/Account/SignIn", new { problem = leaving.Problem });
        // A page, and no redirect: the answer to a form may not lead to another site, as our own policy tells the browser.
        Elsewhere = address;
        return Page();
    }
}
