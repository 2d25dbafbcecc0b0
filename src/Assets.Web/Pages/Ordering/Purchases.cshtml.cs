using Assets.Core.Access;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What is ordered from suppliers. The unit buys for all: the list is nobody's part.</summary>
[Needs(Permission.Purchase, Everywhere = true)]
public sealed class PurchasesModel(Database database) : PageModel
{
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public PurchaseListPage List { get; private set; } = new([], null);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term);

    public void OnGet()
    {
        var term = Term?.Trim() ?? "";
        List = PurchaseList.Read(database, new PurchaseQuery(term.Length > LongestTerm ? term[..LongestTerm] : term, !All && !IsNarrowed, Before));
    }
}
