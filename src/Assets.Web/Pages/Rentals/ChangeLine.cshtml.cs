using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Web.Pages.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Rentals;

/// <summary>What may become of a contract line, each from a day, which may lie behind: closed months then get their correction by themselves.</summary>
[Needs(Permission.EditContracts, Permission.ChangeRented)]
public sealed class ChangeLineModel(Installation installation, OrganisationOverview organisations, Words words, Formats formats) : PageModel
{
    private bool changesRented;

    public LineDetails Line { get; private set; } = null!;

    /// <summary>The stretch that holds today, or the last one.</summary>
    public LineStretch Now { get; private set; } = null!;

    /// <summary>What may become of the line as it is now, and by this viewer.</summary>
    public IReadOnlyList<string> Verbs => [.. new[] { "price", "move", "quantity", "swap", "return", "loss", "prolong" }.Where(Offers)];

    /// <summary>Whether the viewer decides on price and payer too, and on what a loss costs.</summary>
    public bool EditsContract { get; private set; }

    /// <summary>Where the line may be moved to.</summary>
    public IReadOnlyList<OrganisationNode> Units { get; private set; } = [];

    [BindProperty]
    public LineForm Form { get; set; } = new();

    public string? Refused { get; private set; }

    /// <summary>What the rules of today take for handling a loss.</summary>
    public Money LossFee { get; private set; }

    /// <summary>What was written into a field of the form that was refused; the other forms of the page keep what they offer.</summary>
    public string? Written(string verb, string? text, string? offered = null) => Form.Verb == verb ? text : offered;

    public IActionResult OnGet(long id) => Load(id) ? Page() : NotFound();

    public IActionResult OnPost(long id)
    {
        if (!Load(id)) return NotFound();
        string? fault = null;
        if (Form.Seen != Line.Version) fault = words.Of("change.meanwhile", Line.Code);
        var change = fault is null ? Asked(ref fault) : null;
        if (fault is null)
        {
            if (change is null) return BadRequest();
            if (change().TryGet(out _, out var refusal))
            {
                TempData["Message"] = words.Of("change.done", Line.Code);
                return Redirect($"/contracts/{id}");
            }
            fault = words.Refused(refusal);
        }
        Refused = fault;
        return Page();
    }

    // None for a form that the page does not have.
    private Func<Outcome<LineChanged>>? Asked(ref string? fault)
    {
        var acting = installation with { Actor = HttpContext.Viewer().Account };
        var (code, why) = (Line.Code, Form.Why);
        if (Form.Verb == "prolong" && Verbs.Contains(Form.Verb))
        {
            DateOnly? until = null;
            if (!string.IsNullOrEmpty(Form.LastDay) && LineForm.TryDay(Form.LastDay, "change.lastDay", words, out var last, ref fault)) until = last.AddDays(1);
            return () => ProlongLine.Run(acting, code, until, why);
        }
        if (!Verbs.Contains(Form.Verb) || !LineForm.TryDay(Form.Day, $"change.{Form.Verb}.day", words, out var day, ref fault)) return null;
        switch (Form.Verb)
        {
            case "price":
                var terms = Form.Terms(day, words, ref fault);
                return () => ChangePrice.Run(acting, code, terms, day, why);
            case "move" when !Units.Any(unit => unit.Code == Form.Unit?.Trim()):
                fault ??= words.Refused(new Refusal(RentalRefusals.UnknownUnit, Form.Unit ?? ""));
                return null;
            case "move": return () => MoveLine.Run(acting, code, Form.Unit?.Trim() ?? "", Form.Code?.Trim() ?? "", day, why);
            case "swap": return () => SwapAsset.Run(acting, code, Form.Asset?.Trim() ?? "", day, why);
            case "quantity":
                var quantity = LineForm.Number(Form.Quantity, "change.quantity", words, ref fault);
                return () => ChangeQuantity.Run(acting, code, quantity, day, why);
            case "return": return () => ReturnAsset.Run(acting, code, day, Form.Reused, why);
            case "loss" when !EditsContract: return () => LoseAsset.Run(acting, code, day, LossFee, null, why);
            case "loss":
                var fee = LineForm.Amount(Form.Fee, "change.fee", words, ref fault);
                Money? value = string.IsNullOrWhiteSpace(Form.BookValue) ? null : LineForm.Amount(Form.BookValue, "change.bookValue", words, ref fault);
                return () => LoseAsset.Run(acting, code, day, fee, value, why);
            default: throw new InvalidOperationException($"No form is called {Form.Verb}.");
        }
    }

    private bool Offers(string verb) => verb switch
    {
        "quantity" => EditsContract && Now.AssetId is null,
        "prolong" => EditsContract && Now.Until is not null,
        "swap" or "loss" => changesRented && Now.AssetId is not null,
        "return" => changesRented,
        _ => EditsContract,
    };

    private bool Load(long id)
    {
        var viewer = HttpContext.Viewer();
        if (LineDetails.Read(installation.Database, viewer.Reach(Permission.ViewContracts), id) is not { Known: not null } line) return false;
        (EditsContract, changesRented) = (line.IsWithin(viewer.Reach(Permission.EditContracts)), line.IsWithin(viewer.Reach(Permission.ChangeRented)));
        if (!EditsContract && !changesRented) return false;
        Line = line;
        Now = line.Stretches.LastOrDefault(stretch => stretch.Contains(formats.Today)) ?? line.Stretches[^1];
        Units = organisations.Tree(viewer.Reach(Permission.EditContracts));
        LossFee = DatedEdition.InForce(installation.Database, formats.Today)?.Content.Rules.LossFee ?? Money.Zero;
        return true;
    }
}
