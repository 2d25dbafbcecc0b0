using Assets.Core.Access;
using Assets.Data.Inventory;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>The one search box, and where the QR code of a label leads: a tag that is scanned goes straight to its asset.</summary>
[Needs(Permission.ViewRegister)]
public sealed class SearchModel(FindAnything everything) : PageModel
{
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    public IReadOnlyList<Found> Found { get; private set; } = [];

    public IActionResult OnGet(string? tag)
    {
        Term = (tag ?? Term ?? "").Trim();
        if (Term.Length > LongestTerm) Term = Term[..LongestTerm];
        Found = everything.Read(HttpContext.Viewer(), Term);
        return Found.Where(hit => hit.IsExact).ToList() is [{ Kind: FoundKind.Asset or FoundKind.Order or FoundKind.Purchase or FoundKind.Line } only] ? LocalRedirect(only.Address) : Page();
    }
}
