using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
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

    /// <summary>The stretch that holds today, or the last one; none of a line that was given back on its first day.</summary>
    public LineStretch? Now { get; private set; }

    /// <summary>The day from which it can go on again, with what it had last; none where it runs until further notice.</summary>
    public DateOnly? ResumesOn { get; private set; }

    /// <summary>What may become of the line as it is now, and by this viewer.</summary>
    public IReadOnlyList<string> Verbs => [.. new[] { "price", "move", "quantity", "swap", "return", "loss", "prolong", "resume" }.Where(Offers)];

    /// <summary>Whether the viewer decides on price and payer too, and on what a loss costs.</summary>
    public bool EditsContract { get; private set; }

    /// <summary>Where the line may be moved to.</summary>
    public IReadOnlyList<OrganisationNode> Units { get; private set; } = [];

    [BindProperty]
    public LineForm Form { get; set; } = new();

    public string? Refused { get; private set; }

    /// <summary>What the rules of today take for handling a loss.</summary>
    public Money LossFee { get; private set; }

    /// <summary>The notice of today's rules.</summary>
    public int NoticeDays { get; private set; }

    /// <summary>The first day that is not charged, by the rules, of what is handed in today.</summary>
    public DateOnly ReturnsOn => ReturnDay.Of(formats.Today, NoticeDays, formats.Today);

    /// <summary>What is unpaid of the capital on that day.</summary>
    public Money Unpaid => CapitalOn.Day(Line.Known!, ReturnsOn, CapitalValue.UnpaidCapital);

    /// <summary>What a loss today is charged with beside the fee; none where nobody can tell.</summary>
    public Money? Worth => IsCalculated ? CapitalOn.Day(Line.Known!, formats.Today, CapitalValue.BookValue) : BookValue;

    /// <summary>The line's own calculation tells what a lost asset is worth.</summary>
    public bool IsCalculated { get; private set; }

    /// <summary>Where it does not: a proposal, by what the asset cost and how long its model is to last.</summary>
    public Money? BookValue { get; private set; }

    /// <summary>What was written into a field of the form that was refused; the other forms of the page keep what they offer.</summary>
    public string? Written(string verb, string? text, string? offered = null) => Form.Verb == verb ? text : offered;

    public IActionResult OnGet(long id) => Load(id) ? Page() : NotFound();

    public IActionResult OnPost(long id)
    {
        if (!Load(id)) return NotFound();
        string? fault = null;
        var change = Asked(ref fault);
        if (fault is null)
        {
            // What is not offered any more was changed meanwhile too.
            if (change is null && Form.Seen == Line.Version) return BadRequest();
            var outcome = change?.Invoke() ?? new Refusal(RentalRefusals.ChangedMeanwhile, Line.Code);
            if (outcome.TryGet(out var changed, out var refusal))
            {
                TempData["Message"] = words.Of("change.done", Line.Code) + (changed.CodeOfOther is { } other ? " " + words.Refused(new Refusal(RentalRefusals.CostCodeOfOther, other)) : "");
                return Redirect($"/contracts/{id}");
            }
            fault = refusal.Code == RentalRefusals.ChangedMeanwhile ? words.Of("change.meanwhile", Line.Code) : words.Refused(refusal);
        }
        Refused = fault;
        return Page();
    }

    private Reach Within => HttpContext.Viewer().Reach(Permission.EditContracts);

    // None for a form that the page does not have.
    private Func<Outcome<LineChanged>>? Asked(ref string? fault)
    {
        var acting = installation with { Actor = HttpContext.Viewer().Account };
        // The verb compares inside its transaction: between two reads of this page there is room for somebody else.
        var (line, why) = (new LineName(Line.Code, Form.Seen), Form.Why);
        if (Form.Verb == "prolong" && Verbs.Contains(Form.Verb))
        {
            DateOnly? until = null;
            if (!string.IsNullOrEmpty(Form.LastDay) && LineForm.TryDay(Form.LastDay, "change.lastDay", words, out var last, ref fault)) until = last.AddDays(1);
            return () => ProlongLine.Run(acting, line, until, why);
        }
        if (!Verbs.Contains(Form.Verb) || !LineForm.TryDay(Form.Day, $"change.{Form.Verb}.day", words, out var day, ref fault)) return null;
        switch (Form.Verb)
        {
            case "price":
                var terms = Form.Terms(day, words, ref fault);
                return () => ChangePrice.Run(acting, line, terms, day, why);
            case "move" when !Units.Any(unit => unit.Code == Form.Unit?.Trim()):
                fault ??= words.Refused(new Refusal(RentalRefusals.UnknownUnit, Form.Unit ?? ""));
                return null;
            case "move": return () => MoveLine.Run(acting, line, Form.Unit?.Trim() ?? "", Form.Code?.Trim() ?? "", day, why, Within);
            case "swap": return () => SwapAsset.Run(acting, line, Form.Asset?.Trim() ?? "", day, why);
            case "quantity":
                var quantity = LineForm.Number(Form.Quantity, "change.quantity", words, ref fault);
                return () => ChangeQuantity.Run(acting, line, quantity, day, why);
            case "resume" when !Units.Any(unit => unit.Code == Form.Unit?.Trim()):
                fault ??= words.Refused(new Refusal(RentalRefusals.UnknownUnit, Form.Unit ?? ""));
                return null;
            case "resume":
                var asset = string.IsNullOrWhiteSpace(Form.Asset) ? null : Form.Asset.Trim();
                var rent = Form.Terms(day, words, ref fault);
                return () => ResumeLine.Run(acting, new LineRequest(
                    Line.Code, Form.Unit?.Trim() ?? "", Form.Code?.Trim() ?? "", asset, Line.Last?.Service ?? "", asset is null ? Line.Last?.Quantity ?? 1 : 1, day, null, rent, why) { Seen = Form.Seen, Within = Within });
            case "return" when !EditsContract: return () => ReturnAsset.HandedIn(acting, line, day, null, Form.Reused, why);
            case "return":
                if (NoticeDays > 0 && day != ReturnsOn && why is null) fault ??= words.Of("change.return.whyNot", formats.Day(ReturnsOn));
                return () => day > formats.Today && Now!.Contains(formats.Today) ? ReturnAsset.HandedIn(acting, line, formats.Today, day, Form.Reused, why) : ReturnAsset.Run(acting, line, day, Form.Reused, why);
            case "loss" when !EditsContract:
                Money? worth = IsCalculated || Now?.AssetId is not { } lost ? null : AssetWorth.On(installation.Database, lost, day);
                return () => LoseAsset.Run(acting, line, day, FeeOn(day), worth, why);
            case "loss":
                var fee = string.IsNullOrWhiteSpace(Form.Fee) ? FeeOn(day) : LineForm.Amount(Form.Fee, "change.fee", words, ref fault);
                Money? value = string.IsNullOrWhiteSpace(Form.BookValue) ? null : LineForm.Amount(Form.BookValue, "change.bookValue", words, ref fault);
                return () => LoseAsset.Run(acting, line, day, fee, value, why);
            default: throw new InvalidOperationException($"No form is called {Form.Verb}.");
        }
    }

    // Where no asset stands behind a single thing, one can: what was handed in by mistake.
    private bool Offers(string verb) => verb switch
    {
        "resume" => EditsContract && ResumesOn is not null,
        "quantity" => EditsContract && Now is { AssetId: null },
        "prolong" => EditsContract && Now is { Until: not null },
        "swap" => changesRented && Now is ({ AssetId: not null } or { Quantity: 1 }),
        "loss" => changesRented && Now is { AssetId: not null },
        "return" => changesRented && Now is not null,
        _ => EditsContract && Now is not null,
    };

    private Money FeeOn(DateOnly day) => DatedEdition.InForce(installation.Database, day)?.Content.Rules.LossFee ?? Money.Zero;

    private bool Load(long id)
    {
        var viewer = HttpContext.Viewer();
        if (LineDetails.Read(installation.Database, viewer.Reach(Permission.ViewContracts), id) is not { Known: not null } line) return false;
        (EditsContract, changesRented) = (line.IsWithin(viewer.Reach(Permission.EditContracts)), line.IsWithin(viewer.Reach(Permission.ChangeRented)));
        if (!EditsContract && !changesRented) return false;
        Line = line;
        Now = line.Stretches.LastOrDefault(stretch => stretch.Contains(formats.Today)) ?? line.Stretches.LastOrDefault();
        ResumesOn = line.Stretches.Count == 0 ? line.Last?.Period.From : line.Stretches[^1].Until;
        Units = organisations.Tree(viewer.Reach(Permission.EditContracts));
        var rules = DatedEdition.InForce(installation.Database, formats.Today)?.Content.Rules;
        (LossFee, NoticeDays) = (rules?.LossFee ?? Money.Zero, rules?.NoticeDays ?? 0);
        IsCalculated = line.Known.Segments.Any(one => one.Period.From == Now?.From && one.Price.Components.Any(part => part is CapitalComponent));
        if (Now?.AssetId is { } asset && !IsCalculated) BookValue = AssetWorth.On(installation.Database, asset, formats.Today);
        return true;
    }
}
