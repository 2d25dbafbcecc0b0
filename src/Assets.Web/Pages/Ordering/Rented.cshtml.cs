using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Assets.Web.Pages.Ordering;

/// <summary>What the viewer's units rent today, to be replaced, moved or given back.</summary>
[Needs(Permission.PlaceOrders)]
public sealed class RentedModel(Database database, CostMemory memory, Formats formats) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public RentedPage List { get; private set; } = new([], 0, Money.Zero, null, null);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term);

    public void OnGet() => List = RentedList.Read(database, memory, HttpContext.Viewer().Reach(Permission.PlaceOrders), formats.Today, new RentedQuery(
        Term?.Trim() ?? "", string.IsNullOrEmpty(After) ? null : After, string.IsNullOrEmpty(Before) ? null : Before));

    public string Address(string name, string? value)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Term, [name] = value };
        return QueryHelpers.AddQueryString("/rented", parts.Where(part => !string.IsNullOrEmpty(part.Value)));
    }
}
