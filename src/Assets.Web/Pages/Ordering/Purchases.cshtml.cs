using System.Globalization;
using Assets.Core.Access;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Ordering;

/// <summary>What is ordered from suppliers. The unit buys for all: the list is nobody's part.</summary>
[Needs(Permission.ViewPurchases, Everywhere = true)]
public sealed class PurchasesModel(Database database, ListDownloads files, Words words) : PageModel
{
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public PurchaseListPage List { get; private set; } = new([], null);

    public ListViews Views { get; private set; } = new(NamedList.Purchases, "", []);

    public bool MayBuy => HttpContext.Viewer().Reach(Permission.Purchase).IsEverywhere;

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term);

    private PurchaseQuery Asked => new(Term?.Trim() is { } term ? term[..Math.Min(term.Length, LongestTerm)] : "", !All && !IsNarrowed);

    public void OnGet()
    {
        List = PurchaseList.Read(database, Asked with { Before = Before });
        Views = ListViews.Of(database, HttpContext.Viewer(), NamedList.Purchases, Address());
    }

    public IActionResult OnGetFile(string? format) => files.Make(
        words["nav.purchases"],
        format,
        [
            ListColumn<PurchaseListItem>.Text(words["purchase.number"], 14, item => item.Number),
            ListColumn<PurchaseListItem>.Text(words["purchase.reference"], 20, item => item.Reference),
            ListColumn<PurchaseListItem>.Text(words["asset.supplier"], 30, item => item.Supplier),
            ListColumn<PurchaseListItem>.Day(words["purchase.orderedOn"], item => item.OrderedOn),
            ListColumn<PurchaseListItem>.Day(words["purchase.expectedOn"], item => item.ExpectedOn),
            ListColumn<PurchaseListItem>.Number(words["purchase.come"], item => item.Received),
            ListColumn<PurchaseListItem>.Number(words["lists.ordered"], item => item.Ordered),
            ListColumn<PurchaseListItem>.Amount(words["purchase.amount"], item => item.Amount),
            ListColumn<PurchaseListItem>.Text(words["purchase.state"], 12, item => words[item.ClosedOn is null ? "purchase.open" : "purchase.closed"]),
        ],
        ListFile.AllRows<PurchaseListItem, int?>(null, at =>
        {
            var page = PurchaseList.Read(database, Asked with { Before = at, PageSize = ListFile.PageSize });
            return (page.Items, page.Next);
        }));

    /// <summary>The address of this list, from a place on.</summary>
    public string Address(int? before = null)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = string.IsNullOrWhiteSpace(Term) ? null : Term, ["all"] = All ? "true" : null, ["before"] = before?.ToString(CultureInfo.InvariantCulture) };
        return QueryHelpers.AddQueryString("/purchases", parts.Where(part => part.Value is not null));
    }
}
