using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What a unit may order, with what it costs a month.</summary>
[Needs(Permission.PlaceOrders)]
public sealed class CatalogueModel(Database database, Formats formats) : PageModel
{
    private const int LongestTerm = 100;

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? UnitCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Term { get; set; }

    public IReadOnlyList<OrderingUnit> Units { get; private set; } = [];

    public OrderingUnit? Unit { get; private set; }

    public IReadOnlyList<BasketChoice> Baskets { get; private set; } = [];

    public Catalogue Catalogue { get; private set; } = new(null, []);

    public int DefaultTerm => Catalogue.Edition?.Content.Rules.DefaultTermMonths ?? 0;

    public IEnumerable<CatalogueItem> Workplaces => Catalogue.Of(ProductKind.Workplace).Where(IsAskedFor);

    public IEnumerable<CatalogueItem> Devices => Catalogue.Of(ProductKind.Device).Where(IsAskedFor);

    public IEnumerable<CatalogueItem> AddOns => Catalogue.Of(ProductKind.AddOn).Where(IsAskedFor);

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Term);

    public IActionResult OnGet()
    {
        var viewer = HttpContext.Viewer();
        Units = OrderingUnit.Within(database, viewer.Reach(Permission.PlaceOrders), formats.Today);
        Baskets = Basket.Of(database, viewer.Id);
        Unit = Units.Chosen(UnitCode, Baskets);
        if (Unit is null && UnitCode is { Length: > 0 }) return NotFound();
        if (Unit is not null) Catalogue = Catalogue.Read(database, Unit.Id, formats.Today);
        Response.Headers.Vary = "HX-Request";
        return Request.Headers["HX-Request-Type"] == "partial" ? Partial("_Catalogue", this) : Page();
    }

    private bool IsAskedFor(CatalogueItem item)
    {
        if (string.IsNullOrWhiteSpace(Term)) return true;
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var text = string.Join(' ', [item.Product.Name.In(language), item.Product.For.In(language), .. item.Product.Parts.Select(part => part.Name.In(language))]);
        var words = Term[..Math.Min(Term.Length, LongestTerm)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.All(word => text.Contains(word, StringComparison.CurrentCultureIgnoreCase));
    }
}
