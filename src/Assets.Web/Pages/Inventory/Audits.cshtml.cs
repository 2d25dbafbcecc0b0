using Assets.Core.Access;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>Rooms that were gone through, and the beginning of the next one.</summary>
[Needs(Permission.ViewStocktakes)]
public sealed class AuditsModel(Installation installation, Words words) : PageModel
{
    private const int Shown = 100;

    public IReadOnlyList<AuditHead> Audits { get; private set; } = [];

    public IReadOnlyList<NamedCode> Sites { get; private set; } = [];

    public string FormKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The audit before which this page begins; none on the first.</summary>
    public int? Before { get; private set; }

    /// <summary>None on the last page.</summary>
    public int? Next { get; private set; }

    public bool MayAudit => HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;

    public IActionResult OnGet(int? before)
    {
        if (!HttpContext.Viewer().Reach(Permission.ViewStocktakes).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        Before = before;
        var found = AuditDetails.List(installation.Database, Shown + 1, before);
        Audits = [.. found.Take(Shown)];
        if (found.Count > Shown) Next = Audits[^1].Id;
        if (MayAudit) Sites = NamedPlaces.Sites(installation.Database);
        return Page();
    }

    public IActionResult OnPost(string? site, string? room, string? formKey)
    {
        if (!MayAudit) return StatusCode(StatusCodes.Status403Forbidden);
        if (StartAudit.Run(installation with { Actor = HttpContext.Viewer().Account }, site ?? "", room, formKey).TryGet(out var started, out var refusal)) return Redirect($"/audits/{started.Id}");
        TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage();
    }
}
