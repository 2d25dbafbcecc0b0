using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Access;

/// <summary>One's tokens for programs: made, shown once, revoked. Who keeps the accounts sees everybody's below, and may revoke them.</summary>
[Needs]
public sealed class TokensModel(Installation installation, Words words) : PageModel
{
    public const int UsualDays = 90;

    public IReadOnlyList<ApiToken> Own { get; private set; } = [];

    /// <summary>Those of others; none for whom it does not concern.</summary>
    public IReadOnlyList<ApiToken>? Others { get; private set; }

    /// <summary>What the viewer may, of which a token may have a part.</summary>
    public IReadOnlyList<Permission> Choices { get; private set; } = [];

    /// <summary>The token that was just made: shown here and nowhere again.</summary>
    public TokenIssued? Issued { get; private set; }

    public DateTimeOffset Now => installation.Clock.GetUtcNow();

    private Viewer Viewer => HttpContext.Viewer();

    private bool KeepsAccounts => Viewer.Reach(Permission.ManageUsers).IsEverywhere;

    private Installation Acting => installation with { Actor = Viewer.Account };

    public void OnGet() => Load();

    // Answered with the page itself and not by a redirect: the secret must lie in no cookie and no address on its way to the screen.
    public IActionResult OnPost(string? name, string[]? scope, bool all, string? organisation, int days)
    {
        var scopes = all ? null : (scope ?? []).Select(word => (Known: Permissions.Vocabulary.TryParse(word, out var permission), Permission: permission)).Where(one => one.Known).Select(one => one.Permission).ToList();
        if (IssueToken.Run(Acting, Viewer.Id, new TokenRequest(name ?? "", scopes, organisation, days)).TryGet(out var issued, out var refusal)) Issued = issued;
        else TempData["Refusal"] = Said(refusal);
        if (Issued is null) return RedirectToPage();
        Load();
        return Page();
    }

    public IActionResult OnPostRevoke(int id)
    {
        if (RevokeToken.Run(Acting, id, KeepsAccounts ? null : Viewer.Id).TryGet(out var revoked, out _)) TempData["Message"] = words.Of("tokens.revoked", revoked.Name);
        else return NotFound();
        return RedirectToPage();
    }

    private string Said(Refusal refusal) => words.Refused(refusal);

    private void Load()
    {
        Own = ApiTokens.Read(installation.Database, Viewer.Id);
        if (KeepsAccounts) Others = [.. ApiTokens.Read(installation.Database, null).Where(token => token.Owner != Viewer.Account)];
        Choices = [.. Enum.GetValues<Permission>().Where(Viewer.May)];
    }
}
