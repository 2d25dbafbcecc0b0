using Assets.Data.Access;
using Assets.Operations;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Account;

public sealed class SignInModel(Installation installation, SignInManager<AppUser> door, UserManager<AppUser> people, DirectoryDoor directory, SignInAttempts attempts, KnownBrowser known) : PageModel
{
    // Verified when the account does not exist, so that the answer takes as long as for one that does.
    private static readonly string Nobody = new PasswordHasher<AppUser>().HashPassword(new AppUser(), "nobody");

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    public bool Refused { get; private set; }

    /// <summary>Too many wrong passwords have come from here, or for this name.</summary>
    public bool IsHeldUp { get; private set; }

    /// <summary>What kept somebody from being let in who signs in elsewhere: a text's name, or none.</summary>
    public string? Problem { get; private set; }

    public IActionResult OnGet(string? problem)
    {
        Problem = SignInProblems.Known(problem);
        return User.Identity is { IsAuthenticated: true } ? Onward() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var address = HttpContext.Connection.RemoteIpAddress;
        if (!attempts.Begin(address, Account, known.Knows(HttpContext, Account)))
        {
            IsHeldUp = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        if (Account is not null && password is not null && (await people.FindByNameAsync(Account) ?? await directory.Introduce(people, Account, password)) is { } user)
        {
            var result = await door.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
            if (result.Succeeded || result.RequiresTwoFactor) attempts.TakeBack(address, Account);
            if (result.RequiresTwoFactor) return RedirectToPage("/Account/SignInCode", new { to = To });
            var outcome = result.Succeeded ? SignInOutcome.Succeeded : result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.WrongPassword;
            SignIns.Record(installation.Database, user.Id, installation.Clock.GetUtcNow(), outcome, address?.ToString());
            if (result.Succeeded)
            {
                known.Remember(HttpContext, Account);
                return Onward();
            }
        }
        else
        {
            people.PasswordHasher.VerifyHashedPassword(new AppUser(), Nobody, password ?? "");
        }
        Problem = SignInProblems.Known(directory.Problem);
        // A locked account is told the same as a wrong password: whoever tries does not learn that it exists.
        Refused = Problem is null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    public IActionResult OnPostLanguage(string? language)
    {
        Response.Cookies.Append(Languages.Cookie, Languages.Checked(language), new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        return RedirectToPage(new { to = To });
    }

    private LocalRedirectResult Onward() => LocalRedirect(To is not null && Url.IsLocalUrl(To) ? To : "/");
}
