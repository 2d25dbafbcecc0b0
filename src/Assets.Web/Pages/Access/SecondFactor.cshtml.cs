using System.Buffers.Text;
using System.Globalization;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

/// <summary>
/// A person's own second factor: authenticator app with recovery codes, and passkeys. Who has one and came in without it may look here
/// and change nothing: a stolen password must not be enough to put another factor beside the owner's.
/// </summary>
[Needs]
public sealed class SecondFactorModel(Installation installation, SecondFactor secondFactor, UserManager<AppUser> people, SignInManager<AppUser> door, Words words) : PageModel
{
    private const int Codes = 10;

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public Viewer Viewer => HttpContext.Viewer();

    public bool IsDemanded => secondFactor.IsDemandedOf(Viewer);

    public bool MayChange { get; private set; }

    public bool HasAuthenticator { get; private set; }

    /// <summary>To be scanned; none where there is an authenticator already.</summary>
    public AuthenticatorLink? Link { get; private set; }

    public int CodesLeft { get; private set; }

    public IReadOnlyList<(string Id, string Name, DateTimeOffset At)> Passkeys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var user = await Own();
        MayChange = await IsOpen(user);
        HasAuthenticator = user.TwoFactorEnabled;
        Passkeys = [.. (await people.GetPasskeysAsync(user)).OrderBy(key => key.CreatedAt).Select(key => (Base64Url.EncodeToString(key.CredentialId), key.Name ?? "", key.CreatedAt))];
        if (HasAuthenticator)
        {
            CodesLeft = await people.CountRecoveryCodesAsync(user);
        }
        else if (MayChange)
        {
            Link = AuthenticatorLink.Of(Viewer.Account, await AuthenticatorCodes.Secret(people, user));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostOnAsync(string? code) => await Change(async user =>
    {
        if (user.TwoFactorEnabled) return null;
        if (!await AuthenticatorCodes.Use(people, user, AuthenticatorCodes.Plain(code))) return words["factor.codeWrong"];
        await people.SetTwoFactorEnabledAsync(user, enabled: true);
        await ShowCodes(user);
        Note(NoteOwnAct.AuthenticatorOn);
        return null;
    });

    public async Task<IActionResult> OnPostOffAsync(string? code) => await Change(async user =>
    {
        if (!await AuthenticatorCodes.Use(people, user, AuthenticatorCodes.Plain(code))) return words["factor.codeWrong"];
        await people.SetTwoFactorEnabledAsync(user, enabled: false);
        await people.ResetAuthenticatorKeyAsync(user); // what the app knows is worth nothing any more
        Note(NoteOwnAct.AuthenticatorOff);
        TempData["Message"] = words["factor.turnedOff"];
        return null;
    });

    public async Task<IActionResult> OnPostCodesAsync(string? code) => await Change(async user =>
    {
        if (!user.TwoFactorEnabled || !await AuthenticatorCodes.Use(people, user, AuthenticatorCodes.Plain(code))) return words["factor.codeWrong"];
        await ShowCodes(user);
        Note(NoteOwnAct.NewCodes);
        return null;
    });

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var user = await Own();
        if (!await IsOpen(user)) return StatusCode(StatusCodes.Status403Forbidden);
        var entity = new PasskeyUserEntity { Id = Viewer.Id.ToString(CultureInfo.InvariantCulture), Name = Viewer.Account, DisplayName = Viewer.Name };
        return Content(await door.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name) => await Change(async user =>
    {
        if (string.IsNullOrEmpty(credential) || await Made(credential) is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } owner } || owner.Id != Viewer.Id.ToString(CultureInfo.InvariantCulture)) return words["passkey.refused"];
        passkey.Name = Named(name);
        if (!(await people.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded) return words["passkey.refused"];
        Note(NoteOwnAct.PasskeyAdded);
        TempData["Message"] = words["passkey.added"];
        return null;
    });

    public async Task<IActionResult> OnPostNameAsync(string? id, string? name) => await Change(async user =>
    {
        if (await Find(user, id) is not { } passkey) return words["passkey.unknown"];
        passkey.Name = Named(name);
        await people.AddOrUpdatePasskeyAsync(user, passkey);
        return null;
    });

    public async Task<IActionResult> OnPostRemoveAsync(string? id) => await Change(async user =>
    {
        if (await Find(user, id) is not { } passkey) return words["passkey.unknown"];
        await people.RemovePasskeyAsync(user, passkey.CredentialId);
        await people.UpdateSecurityStampAsync(user); // a session that began with it ends
        Note(NoteOwnAct.PasskeyRemoved);
        TempData["Message"] = words["passkey.removed"];
        return null;
    });

    // Who has just set up a factor has shown it; who had one already came in with it.
    private async Task<IActionResult> Change(Func<AppUser, Task<string?>> act)
    {
        var user = await Own();
        if (!await IsOpen(user)) return StatusCode(StatusCodes.Status403Forbidden);
        var shown = SecondFactor.IsShown(User);
        if (await act(user) is { } refusal)
        {
            TempData["Refusal"] = refusal;
            return RedirectToPage(new { to = To });
        }
        var has = FactorsHeld.By(installation.Database, Viewer.Id).Any;
        if (shown || has) await Renew(user);
        else await door.RefreshSignInAsync(user);
        return RedirectToPage(new { to = To });
    }

    // The session that another's word began keeps it: it is to end there too.
    private async Task Renew(AppUser user)
    {
        var session = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await door.SignInWithClaimsAsync(user, OpenIdSignOut.Kept(session.Properties), [.. OpenIdSignOut.Began(User), SecondFactor.Shown]);
    }

    private async Task<bool> IsOpen(AppUser user) => SecondFactor.IsShown(User) || (!user.TwoFactorEnabled && (await people.GetPasskeysAsync(user)).Count == 0);

    private async Task ShowCodes(AppUser user) =>
        TempData["Codes"] = string.Join(' ', await people.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? []);

    private async Task<PasskeyAttestationResult?> Made(string credential)
    {
        try
        {
            return await door.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null; // nobody asked for options within the last minutes
        }
    }

    private async Task<UserPasskeyInfo?> Find(AppUser user, string? id) => Base64Url.IsValid(id ?? "") && id is { Length: > 0 } ? await people.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) : null;

    private string Named(string? name) => string.IsNullOrWhiteSpace(name) ? words["passkey.one"] : name.Trim()[..Math.Min(name.Trim().Length, 60)];

    private void Note(string verb) => NoteOwnAct.Run(installation with { Actor = Viewer.Account }, verb);

    private async Task<AppUser> Own() =>
        await people.FindByIdAsync(Viewer.Id.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"User {Viewer.Id} is gone.");
}
