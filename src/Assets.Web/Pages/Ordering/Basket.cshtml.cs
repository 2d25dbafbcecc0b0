using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Operations.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Ordering;

/// <summary>
/// The basket: who gets what, where, when and who pays. It lies in the database, so that nothing is lost with the session; whatever
/// button is pressed, what was typed is written down first.
/// </summary>
[Needs(Permission.PlaceOrders)]
public sealed class BasketModel(Installation installation, KeptForm kept, Words words, Formats formats) : PageModel
{
    [BindProperty]
    public BasketForm Form { get; set; } = new();

    public IReadOnlyList<BasketChoice> Baskets { get; private set; } = [];

    /// <summary>None where nothing has been chosen yet.</summary>
    public Basket? Basket { get; private set; }

    public IReadOnlyList<CostCodeSuggestion> CostCodes { get; private set; } = [];

    /// <summary>The sites that the fields suggest before anything is typed.</summary>
    public IReadOnlyList<SiteSuggestion> Sites { get; private set; } = [];

    /// <summary>Whether what is lacking is pointed out: after somebody has tried to send the basket.</summary>
    public bool IsChecked { get; private set; }

    public string? Refused { get; private set; }

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet(string? number)
    {
        if (!Load(number)) return NotFound();
        if (Basket is null) return Page();
        if (number is null) return Redirect("/basket/" + Basket.Number);
        IsChecked = TempData["Checked"] is string;
        Form = BasketForm.Of(Basket);
        if (kept.Take(HttpContext) is { } typed && Typed(typed) is { } before)
        {
            Form = before.On(Basket);
            Refused = words["basket.kept"];
        }
        return Page();
    }

    public IActionResult OnPostSave(string number) => Write(number, _ =>
    {
        TempData["Message"] = words["basket.saved"];
        return Redirect("/basket/" + number);
    });

    public IActionResult OnPostRemove(string number, int line) => Write(number, version =>
    {
        // A second click finds the line gone, which is what was wanted.
        if (RemoveLine.Run(Acting, number, version, line).TryGet(out _, out var refusal) || refusal.Code == OrderRefusals.UnknownOrderLine) return Redirect("/basket/" + number);
        return Refuse(number, refusal);
    });

    public IActionResult OnPostSubmit(string number) => Write(number, version =>
    {
        if (SubmitOrder.Run(Acting, number, version).TryGet(out _, out var refusal))
        {
            TempData["Message"] = words["basket.sent"];
            return Redirect("/orders/" + number);
        }
        TempData["Checked"] = "1";
        TempData["Refusal"] = words.Refused(refusal);
        return Redirect("/basket/" + number);
    });

    public IActionResult OnPostThrow(string number, int version) =>
        this.Tell(words, CancelOrder.Run(Acting, number, version, null), words["basket.thrown"]) ? Redirect("/basket") : Redirect("/basket/" + number);

    /// <summary>Suggestions for a site field, fetched while it is typed in.</summary>
    public IActionResult OnGetSites()
    {
        var typed = Request.Query.FirstOrDefault(field => field.Key.EndsWith("Site", StringComparison.OrdinalIgnoreCase)).Value.ToString();
        return Partial("_Sites", BasketFinder.Sites(installation.Database, typed[..Math.Min(typed.Length, 100)]));
    }

    /// <summary>What is to be said of a cost code, fetched while it is typed.</summary>
    public IActionResult OnGetCostCode(string number, [FromQuery(Name = "Form.CostCode")] string? code)
    {
        if (Basket.Find(installation.Database, number, HttpContext.Viewer().Id, formats.Today) is not { } basket) return new NoContentResult(); // sent while it was typed: nothing to say
        return Partial("_CostCode", CostCodeAnswer.Of(installation.Database, code, basket.UnitId, basket.WantedOn ?? formats.Today));
    }

    /// <summary>What stands beside the cost code when the page is opened.</summary>
    public CostCodeAnswer Said(Basket basket) => CostCodeAnswer.Of(installation.Database, Form.CostCode, basket.UnitId, basket.WantedOn ?? formats.Today);

    private IActionResult Write(string number, Func<int, IActionResult> then)
    {
        if (Form.ToFields() is not { } fields) return Refuse(number, new Refusal(OrderFaults.NoWantedDay, ""));
        if (ChangeBasket.Run(Acting, number, Form.Version, fields).TryGet(out var saved, out var refusal)) return then(saved.Version);
        // Sent already: the second click, or the browser's way back. The order is what there is to see.
        if (refusal.Code == OrderRefusals.NotInThisState) return Redirect("/orders/" + number);
        return refusal.Code == OrderRefusals.UnknownOrder ? NotFound() : Refuse(number, refusal);
    }

    private IActionResult Refuse(string number, Refusal refusal)
    {
        if (!Load(number) || Basket is null) return NotFound();
        Refused = words.Refused(refusal);
        Form = Form.On(Basket);
        ModelState.Clear(); // the fields show the form as it is now, with the version that it is saved over next
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool Load(string? number)
    {
        var viewer = HttpContext.Viewer();
        Baskets = Basket.Of(installation.Database, viewer.Id);
        if ((number ?? (Baskets.Count > 0 ? Baskets[0].Number : null)) is not { } chosen) return true;
        Basket = Basket.Find(installation.Database, chosen, viewer.Id, formats.Today);
        if (Basket is null) return false;
        CostCodes = BasketFinder.CostCodes(installation.Database, Basket.UnitId);
        Sites = BasketFinder.Sites(installation.Database, "");
        return true;
    }

    // Only what belongs to this basket: whoever signs in next at the machine does not get somebody else's words.
    private BasketForm? Typed(IReadOnlyDictionary<string, string[]> fields)
    {
        if (!fields.TryGetValue("number", out var number) || number is not [var of] || of != Basket!.Number) return null;
        string? One(string name) => fields.TryGetValue(name, out var values) && values.Length > 0 ? values[0] : null;
        var form = new BasketForm { CostCode = One("Form.CostCode"), WantedOn = One("Form.WantedOn"), Note = One("Form.Note") };
        for (var i = 0; One($"Form.Lines[{i}].Number") is { } line; i++)
        {
            form.Lines.Add(new BasketLineForm
            {
                Number = int.TryParse(line, CultureInfo.InvariantCulture, out var known) ? known : 0,
                Name = One($"Form.Lines[{i}].Name"),
                Account = One($"Form.Lines[{i}].Account"),
                Site = One($"Form.Lines[{i}].Site"),
                Room = One($"Form.Lines[{i}].Room"),
                Term = int.TryParse(One($"Form.Lines[{i}].Term"), CultureInfo.InvariantCulture, out var term) ? term : 0,
                HasWish = One($"Form.Lines[{i}].HasWish") is not null,
                Wish = One($"Form.Lines[{i}].Wish"),
                AddOns = fields.TryGetValue($"Form.Lines[{i}].AddOns", out var addOns) ? addOns : [],
            });
        }
        return form;
    }

    /// <summary>What a line lacks, where that is pointed out.</summary>
    public IEnumerable<OrderFault> Faults(int? line) => IsChecked && Basket is not null ? Basket.Faults.Where(fault => fault.Line == line) : [];

    public IEnumerable<CatalogueItem> AddOns(BasketLine line) => line.Product?.Kind == ProductKind.Workplace ? Basket!.Catalogue.Of(ProductKind.AddOn) : [];
}
