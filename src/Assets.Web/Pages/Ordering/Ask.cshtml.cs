using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Data.Organisations;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>What somebody wrote; kept on the page where it is refused.</summary>
public sealed class AskForm
{
    /// <summary><c>same</c> terms or a <c>new</c> term.</summary>
    public string? How { get; set; }

    /// <summary>A product's code and the months of a term: <c>office|48</c>.</summary>
    public string? Choice { get; set; }
    public string? Unit { get; set; }
    public string? Code { get; set; }
    public string? Recipient { get; set; }
    public string? Account { get; set; }
    public string? Site { get; set; }
    public string? Room { get; set; }
    public string? Wanted { get; set; }
    public string? Note { get; set; }
}

/// <summary>To have something rented replaced or moved, or to give it back.</summary>
[Needs(Permission.PlaceOrders)]
public sealed class AskModel(Installation installation, Words words, Formats formats) : PageModel
{
    public RentedItem Item { get; private set; } = null!;

    public string What { get; private set; } = "";

    [BindProperty]
    public AskForm Form { get; set; } = new();

    public string? Refused { get; private set; }

    public int NoticeDays { get; private set; }

    /// <summary>What may be had on a new term, and at what price.</summary>
    public IReadOnlyList<(Product Product, TermPrice Price)> Choices { get; private set; } = [];

    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    /// <summary>The sites that the field suggests before anything is typed.</summary>
    public IReadOnlyList<SiteSuggestion> Sites { get; private set; } = [];

    /// <summary>What stands beside the cost code: whether the unit that is to take it over has it on the day.</summary>
    public CostCodeAnswer Said => UnitChoice.Code(Units, Form.Unit) is { } unit && NamedPlaces.UnitId(installation.Database, unit) is { } id
        ? CostCodeAnswer.Of(installation.Database, Form.Code, id, Day(Form.Wanted) ?? formats.Today)
        : new CostCodeAnswer(null, false, null);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public IActionResult OnGet(long line, string what) => Load(line, what) ? Page() : NotFound();

    /// <summary>What is to be said of a cost code, fetched while it is typed.</summary>
    public IActionResult OnGetCostCode(long line, string what, string? unit, string? code, string? wanted)
    {
        if (what != "move" || !Load(line, what)) return NotFound();
        Form = new AskForm { Unit = unit, Code = code, Wanted = wanted };
        return Partial("_CostCode", Said);
    }

    public IActionResult OnPost(long line, string what)
    {
        if (!Load(line, what)) return NotFound();
        if (Day(Form.Wanted) is not { } wanted) return BadRequest();
        if (Asked(wanted).TryGet(out var placed, out var refusal))
        {
            TempData["Message"] = words.Of("ask.sent", placed.Number);
            return Redirect("/orders/" + placed.Number);
        }
        // The same click again: the order is there, and that is what was wanted.
        if (refusal.Code == FulfilRefusals.OrderedAlready) return Redirect("/orders/" + refusal.Detail);
        Refused = words.Refused(refusal);
        return Page();
    }

    private Outcome<OrderTaken> Asked(DateOnly wanted)
    {
        var acting = installation with { Actor = HttpContext.Viewer().Account };
        if (What == "return") return RequestReturn.Run(acting, Item.LineId, wanted, Form.Note);
        if (What == "move")
            return RequestMove.Run(acting, new MoveRequest(Item.LineId, UnitChoice.Code(Units, Form.Unit) ?? "", Form.Code ?? "", wanted, Form.Recipient, Form.Account, Form.Site, Form.Room, Form.Note));
        var (code, months) = Form.How == "new" && Form.Choice?.Split('|') is [var product, var term] && int.TryParse(term, CultureInfo.InvariantCulture, out var number) ? (product, number) : (null, 0);
        return RequestReplacement.Run(acting, new ReplacementRequest(Item.LineId, wanted, code, months, Form.Note));
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private bool Load(long line, string what)
    {
        if (what is not ("return" or "move" or "replace")) return false;
        if (RentedList.Find(installation.Database, HttpContext.Viewer().Reach(Permission.PlaceOrders), formats.Today, line) is not { } item) return false;
        (Item, What) = (item, what);
        if (what == "replace")
        {
            Choices = [.. from one in Catalogue.Read(installation.Database, item.UnitId, formats.Today).Items
                          where one.Product.Kind != ProductKind.AddOn
                          from price in one.Prices
                          select (one.Product, price)];
        }
        if (what == "move") (Units, Sites) = (NamedPlaces.UnitsOn(installation.Database, formats.Today), BasketFinder.Sites(installation.Database, ""));
        if (what == "return") NoticeDays = DatedEdition.InForce(installation.Database, formats.Today)?.Content.Rules.NoticeDays ?? 0;
        return true;
    }
}
