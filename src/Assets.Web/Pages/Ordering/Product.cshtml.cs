using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>One product: what it holds and costs, and the choices that put it in the basket. Under the name <c>wish</c> something outside the standard.</summary>
[Needs(Permission.PlaceOrders)]
public sealed class ProductModel(Installation installation, Words words, Formats formats) : PageModel
{
    /// <summary>The address of what is nothing of the catalogue.</summary>
    public const string WishCode = "wish";

    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? UnitCode { get; set; }

    public IReadOnlyList<OrderingUnit> Units { get; private set; } = [];

    public OrderingUnit? Unit { get; private set; }

    public IReadOnlyList<BasketChoice> Baskets { get; private set; } = [];

    public Catalogue Catalogue { get; private set; } = new(null, []);

    /// <summary>None for a wish.</summary>
    public CatalogueItem? Item { get; private set; }

    public RentRules Rules => Catalogue.Edition!.Content.Rules;

    public IEnumerable<CatalogueItem> AddOns => Item?.Product.Kind == ProductKind.Workplace ? Catalogue.Of(ProductKind.AddOn) : [];

    public int Term { get; private set; }

    /// <summary>What was typed where the post was refused.</summary>
    public string? Wish { get; private set; }

    public int Quantity { get; private set; } = 1;

    public string? Refused { get; private set; }

    public IActionResult OnGet(string code) => Load(code) ? Page() : NotFound();

    public IActionResult OnPost(string code, int term, int quantity, string? wish, string[]? addOns)
    {
        if (!Load(code))
        {
            if (Unit is null || Catalogue.Edition?.Content.Find(code) is null) return NotFound();
            // Chosen in the form: the rulebook lets others order it, not that unit.
            TempData["Refusal"] = words.Of($"refusal.{OrderFaults.ProductNotForUnit}", code);
            return Redirect("/order" + QueryString.Create("unit", Unit.Code));
        }
        var item = new BasketItem(Unit!.Code, Item?.Product.Code, wish, term, addOns ?? [], quantity);
        if (AddToBasket.Run(installation with { Actor = HttpContext.Viewer().Account }, item).TryGet(out var basket, out var refusal))
        {
            TempData["Message"] = words["item.added"];
            return Redirect("/basket/" + basket.Number);
        }
        (Refused, Wish, Quantity) = (words.Refused(refusal), wish, Math.Clamp(quantity, 1, BasketItem.MostAtOnce));
        if (Item is null || Item.Prices.Any(price => price.Months == term)) Term = term;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool Load(string code)
    {
        var viewer = HttpContext.Viewer();
        Units = OrderingUnit.Within(installation.Database, viewer.Reach(Permission.PlaceOrders), formats.Today);
        Baskets = Basket.Of(installation.Database, viewer.Id);
        Unit = Units.Chosen(UnitCode, Baskets);
        if (Unit is null) return false;
        Catalogue = Catalogue.Read(installation.Database, Unit.Id, formats.Today);
        if (Catalogue.Edition is null) return false;
        Item = Catalogue.Find(code);
        Term = Item?.Usual(Rules.DefaultTermMonths)?.Months ?? Rules.DefaultTermMonths;
        return Item is { Product.Kind: not ProductKind.AddOn } || (Item is null && code == WishCode);
    }
}
