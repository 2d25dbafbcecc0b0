using System.Globalization;
using Assets.Data.Access;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

[Needs]
public sealed class ProfileModel(UserManager<AppUser> people) : PageModel
{
    public Viewer Viewer => HttpContext.Viewer();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? language, string? theme)
    {
        var user = await people.FindByIdAsync(Viewer.Id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {Viewer.Id} is gone.");
        user.Language = Languages.Checked(language);
        await people.UpdateAsync(user);
        var cookie = new CookieOptions { SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) };
        if (theme is "light" or "dark") Response.Cookies.Append(Theme.Cookie, theme, cookie);
        else Response.Cookies.Delete(Theme.Cookie);
        Response.Cookies.Append(Languages.Cookie, user.Language, cookie);
        return RedirectToPage();
    }
}
