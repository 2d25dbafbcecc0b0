using Assets.Core.Access;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Standard;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Standard;

/// <summary>One edition: its products and rules, what it changes, what is wrong with it, and the way to its decision.</summary>
[Needs]
public sealed class EditionModel(Installation installation, Words words, Formats formats) : PageModel
{
    public EditionDetails Details { get; private set; } = null!;

    public DatedEdition Edition => Details.Edition;

    public EditionStanding Standing => Details.Item.Standing;

    public IReadOnlyList<PricedProduct> Products { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Against the edition in force; none where there is none, or this is it.</summary>
    public EditionDifference? Changes { get; private set; }

    public int? ComparedWith { get; private set; }

    /// <summary>Where the edition in force gives running lines its price: how many lines that is, until it has been done.</summary>
    public long? Running { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }

    /// <summary>A price is everybody's: a right in a part of the organisation does not change it.</summary>
    public bool MayApply => HttpContext.Viewer().Reach(Permission.EditPrices).IsEverywhere;

    /// <summary>Its findings and its history are for those who see it being written.</summary>
    public bool SeesDrafts => HttpContext.Viewer().Reach(Permission.ViewDrafts).IsEverywhere;

    public bool MayEdit { get; private set; }

    public bool MayDecide { get; private set; }

    public bool MayChange => MayEdit && Edition.State == EditionState.Draft;

    public bool MayPropose => MayChange && Findings.All(finding => finding.Severity != Severity.Stop);

    public IActionResult OnGet(int number)
    {
        var viewer = HttpContext.Viewer();
        if (EditionDetails.Read(installation.Database, number, formats.Today) is not { } details || !viewer.Sees(details.Item)) return NotFound();
        Details = details;
        (MayEdit, MayDecide) = (viewer.MayEditStandard(), viewer.MayDecideStandard());
        Products = PricedProduct.Of(Edition.Content, PricedProduct.DayOf(Edition.ValidFrom, Standing, formats.Today), [.. InterestRates.Read(installation.Database)]);
        if (Standing == EditionStanding.InForce && Edition.Content.Rules.RunningLinesFrom is { } day)
        {
            AppliedAt = AppliedEditions.AppliedAt(installation.Database, Edition.Id);
            if (AppliedAt is null) Running = AppliedEditions.CountOn(installation.Database, Edition.Content, day);
        }
        if (Standing is EditionStanding.InForce or EditionStanding.Superseded) return Page();
        if (SeesDrafts) Findings = CheckEdition.Run(installation, Edition);
        if (DatedEdition.InForce(installation.Database, formats.Today) is { } inForce)
        {
            Changes = EditionDifference.Between(inForce.Content, Edition.Content);
            ComparedWith = inForce.Number;
        }
        return Page();
    }

    public IActionResult OnPostPropose(int number, int version) =>
        Act(number, viewer => viewer.MayEditStandard(), acting => ProposeEdition.Run(acting, number, version), words.Of("standard.proposed", formats.Number(number)));

    public IActionResult OnPostTakeBack(int number) =>
        Act(number, viewer => viewer.MayEditStandard(), acting => TakeBackEdition.Run(acting, number), words.Of("standard.takenBack", formats.Number(number)));

    public IActionResult OnPostRemove(int number, int version)
    {
        if (!HttpContext.Viewer().MayEditStandard()) return StatusCode(StatusCodes.Status403Forbidden);
        if (!RemoveDraft.Run(installation with { Actor = HttpContext.Viewer().Account }, number, version).TryGet(out _, out var refusal)) return Refuse(refusal, number);
        TempData["Message"] = words.Of("standard.removed", formats.Number(number));
        return Redirect("/standard");
    }

    public IActionResult OnPostApply(int number)
    {
        if (!MayApply) return StatusCode(StatusCodes.Status403Forbidden);
        // Who leaves the page has still decided it: what is begun is done.
        if (!ApplyEdition.Run(installation with { Actor = HttpContext.Viewer().Account }, number, CancellationToken.None).TryGet(out var applied, out var refusal)) return Refuse(refusal, number);
        TempData["Message"] = words.Of("standard.applied", formats.Number(applied.Lines), formats.Day(applied.From));
        return Redirect($"/standard/{number}");
    }

    public IActionResult OnPostDecide(int number, int version, DateOnly? decidedOn, string? minute, DateOnly? validFrom)
    {
        if (!HttpContext.Viewer().MayDecideStandard()) return StatusCode(StatusCodes.Status403Forbidden);
        if (decidedOn is not { } decided || validFrom is not { } valid) return Refuse(new Refusal("day_missing", ""), number);
        return Act(number, viewer => viewer.MayDecideStandard(), acting => DecideEdition.Run(acting, number, version, new CouncilDecision(decided, minute ?? "", valid)), words.Of("standard.decided", formats.Number(number)));
    }

    private IActionResult Act(int number, Func<Data.Access.Viewer, bool> may, Func<Installation, Outcome<EditionChanged>> verb, string done)
    {
        var viewer = HttpContext.Viewer();
        if (!may(viewer)) return StatusCode(StatusCodes.Status403Forbidden);
        if (!verb(installation with { Actor = viewer.Account }).TryGet(out _, out var refusal)) return Refuse(refusal, number);
        TempData["Message"] = done;
        return Redirect($"/standard/{number}");
    }

    private IActionResult Refuse(Refusal refusal, int number)
    {
        if (refusal.Code == StandardRefusals.UnknownEdition) return NotFound();
        TempData["Refusal"] = words.Refused(refusal);
        return Redirect($"/standard/{number}");
    }
}
