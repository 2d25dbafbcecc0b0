using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Assets.Web.Pages.Account;

/// <summary>The first page of an installation without people: whoever has the code of its console becomes its administrator.</summary>
[EnableRateLimiting(Slowly.Policy)]
public sealed class SetupModel(Installation installation, SetupCode code, SignInManager<AppUser> door, Words words) : PageModel
{
    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string? Refusal { get; private set; }

    public IActionResult OnGet() => code.IsWaiting ? Page() : Elsewhere();

    public async Task<IActionResult> OnPostAsync(string? typed, string? password, string? again)
    {
        if (!code.IsWaiting) return Elsewhere();
        if (!code.Matches(typed)) return Refuse(new Refusal(SetupRefusals.WrongCode, ""));
        if (password != again)
        {
            Refusal = words["setup.passwordsDiffer"];
            return Page();
        }
        if (!SetUp.Begin(installation, Account ?? "", Name ?? "", password ?? "", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).TryGet(out var admitted, out var refusal)) return Refuse(refusal);
        var user = await door.UserManager.FindByIdAsync(admitted.Id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {admitted.Id} is gone.");
        await door.SignInAsync(user, isPersistent: false);
        SignIns.Record(installation.Database, user.Id, installation.Clock.GetUtcNow(), SignInOutcome.Succeeded, HttpContext.Connection.RemoteIpAddress?.ToString());
        return LocalRedirect("/setup/host");
    }

    private PageResult Refuse(Refusal refusal)
    {
        Refusal = words[$"refusal.{refusal.Code}"];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // Once somebody has an account: on with the steps for who runs it, and for anybody else nothing that tells more than any other address.
    private IActionResult Elsewhere() => HttpContext.FindViewer() is null ? LocalRedirect("/sign-in?to=%2Fsetup%2Fhost") : LocalRedirect("/setup/host");
}
