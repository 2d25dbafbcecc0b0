using Assets.Core.Access;
using Assets.Data.Organisations;
using Assets.Data.Rentals;
using Assets.Operations;
using Assets.Operations.Rentals;
using Assets.Web.Pages.Ordering;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Rentals;

/// <summary>Lets another unit or cost code pay for many lines from a day: chosen in the list, previewed one by one, then moved in one act but for what is refused.</summary>
[Needs(Permission.EditContracts)]
public sealed class MoveLinesModel(Installation installation, LineList lines, OrganisationOverview organisations, Words words, Formats formats) : PageModel
{
    /// <summary>So many rows of a preview are shown, the refused ones first.</summary>
    public const int Shown = 200;

    [BindProperty]
    public List<long> Ids { get; set; } = [];

    /// <summary>The address of a list of which all is meant.</summary>
    [BindProperty]
    public string? All { get; set; }

    /// <summary>The address of the list that the lines were chosen from.</summary>
    [BindProperty]
    public string? Back { get; set; }

    /// <summary>The last act when the list was read that they were chosen from: what it showed is what is moved.</summary>
    [BindProperty]
    public long? Seen { get; set; }

    /// <summary>Of this form: sent twice, it moves once.</summary>
    [BindProperty]
    public string? FormKey { get; set; }

    [BindProperty]
    public LineForm Form { get; set; } = new();

    /// <summary>What becomes of each; none before the preview.</summary>
    public LinesMoved? Preview { get; private set; }

    public string? Refused { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<OrganisationNode> Units { get; private set; } = [];

    /// <summary>Never another site's.</summary>
    public string List => Back?.StartsWith("/contracts?", StringComparison.Ordinal) == true ? Back : "/contracts";

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet() => Redirect("/contracts");

    public IActionResult OnPost()
    {
        (Seen, FormKey) = (Seen ?? lines.LastAct(), Guid.NewGuid().ToString("N"));
        var chosen = Chosen();
        if (chosen.Count is > 0 and <= MoveLines.Most) return Page();
        TempData["Refusal"] = chosen.Count == 0 ? words["moveLines.none"] : words.Of("refusal.too_many", formats.Number(MoveLines.Most));
        return LocalRedirect(List);
    }

    public IActionResult OnPostPreview()
    {
        if (Asked() is not { } move) return Page();
        if (MoveLines.Preview(Acting, move, HttpContext.RequestAborted).TryGet(out var preview, out var refusal)) Preview = preview;
        else Refused = words.Refused(refusal);
        return Page();
    }

    public IActionResult OnPostApply()
    {
        if (Asked() is not { } move) return Page();
        if (!MoveLines.Run(Acting, move, HttpContext.RequestAborted).TryGet(out var moved, out var refusal))
        {
            Refused = words.Refused(refusal);
            return Page();
        }
        TempData["Message"] = words.Of("moveLines.done", formats.Number(moved.Moved), formats.Number(moved.Unchanged), formats.Number(moved.Refused));
        return LocalRedirect(List);
    }

    // None for a day that cannot be read.
    private LinesMove? Asked()
    {
        var chosen = Chosen();
        string? fault = null;
        if (LineForm.TryDay(Form.Day, "change.move.day", words, out var day, ref fault))
            return new LinesMove(chosen, Form.Unit, Form.Code, day, Form.Why) { Within = HttpContext.Viewer().Reach(Permission.EditContracts), SeenAct = Seen, FormKey = FormKey };
        Refused = fault;
        return null;
    }

    private List<long> Chosen()
    {
        var reach = HttpContext.Viewer().Reach(Permission.EditContracts);
        Units = organisations.Tree(reach);
        var chosen = All is null ? [.. Ids.Distinct()] : LineAddress.AllRows(lines, reach, LineAddress.Read(All)).Take(MoveLines.Most + 1).Select(line => line.Id).ToList();
        Count = chosen.Count;
        return chosen;
    }
}
