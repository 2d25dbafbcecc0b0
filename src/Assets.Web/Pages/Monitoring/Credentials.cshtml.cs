using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Monitoring;

/// <summary>The communities that devices share: written, encrypted, never shown again.</summary>
[Needs(Permission.EditNetwork)]
public sealed class CredentialsModel(Installation installation, Words words) : PageModel
{
    public IReadOnlyList<CredentialListItem> Credentials { get; private set; } = [];

    private bool May => HttpContext.Viewer().Reach(Permission.EditNetwork).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Credentials = CredentialList.Read(installation.Database);
        return Page();
    }

    public IActionResult OnPostAdd(string? name, int version, string? community) =>
        Act(() => RegisterCredential.Add(Acting, CommunityKeys.Open(installation), name ?? "", version, community));

    public IActionResult OnPostChange(int id, string? name, int version, string? community, long? seen) =>
        Act(() => RegisterCredential.Change(Acting, CommunityKeys.Open(installation), id, name ?? "", version, community, seen));

    private IActionResult Act(Func<Outcome<RegisteredCredential>> verb)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (verb().TryGet(out var saved, out var refusal)) TempData["Message"] = words.Of("register.saved", saved.Name);
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage();
    }
}
