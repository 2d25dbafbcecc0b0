using System.Globalization;
using Assets.Data.Access;
using Assets.Data.Messages;
using Assets.Operations;
using Assets.Operations.Messages;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

[Needs]
public sealed class ProfileModel(Installation installation, SecondFactor secondFactor, UserManager<AppUser> people, SignInManager<AppUser> door, Words words) : PageModel
{
    public Viewer Viewer => HttpContext.Viewer();

    public IReadOnlyList<SignIn> Attempts { get; private set; } = [];

    public MailChoice Mails { get; private set; } = new(null, false);

    public FactorsHeld Factors { get; private set; } = new(false, 0);

    public bool NeedsFactor => secondFactor.IsDemandedOf(Viewer);

    public void OnGet()
    {
        Attempts = SignIns.Of(installation.Database, Viewer.Id);
        Mails = MailChoice.Of(installation.Database, Viewer.Id);
        Factors = FactorsHeld.By(installation.Database, Viewer.Id);
    }

    public IActionResult OnPostMails(bool digest)
    {
        ChooseDigest.Run(installation, Viewer.Id, digest);
        TempData["Message"] = words["profile.mailsSaved"];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? old, string? fresh)
    {
        var user = await Own();
        var changed = await people.ChangePasswordAsync(user, old ?? "", fresh ?? "");
        if (changed.Succeeded)
        {
            await door.RefreshSignInAsync(user); // every other session ends: its stamp is the old one
            TempData["Message"] = words["profile.passwordChanged"];
        }
        else
        {
            TempData["Refusal"] = words[changed.Errors.Any(e => e.Code == "PasswordMismatch") ? "profile.passwordWrong" : "profile.passwordWeak"];
        }
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(string? language, string? theme)
    {
        var user = await Own();
        user.Language = Languages.Checked(language);
        await people.UpdateAsync(user);
        var cookie = new CookieOptions { SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) };
        if (theme is "light" or "dark") Response.Cookies.Append(Theme.Cookie, theme, cookie);
        else Response.Cookies.Delete(Theme.Cookie);
        Response.Cookies.Append(Languages.Cookie, user.Language, cookie);
        return RedirectToPage();
    }

    private async Task<AppUser> Own() =>
        await people.FindByIdAsync(Viewer.Id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {Viewer.Id} is gone.");
}
