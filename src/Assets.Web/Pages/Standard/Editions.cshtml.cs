using Assets.Core.Standard;
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

/// <summary>The municipal standard: the edition in force with what can be rented by it, and the others.</summary>
[Needs]
public sealed class EditionsModel(Installation installation, Words words, Formats formats) : PageModel
{
    public IReadOnlyList<EditionListItem> Editions { get; private set; } = [];

    /// <summary>None before the first edition has begun.</summary>
    public DatedEdition? InForce { get; private set; }

    public IReadOnlyList<PricedProduct> Products { get; private set; } = [];

    /// <summary>The month of the next revision, by its first day.</summary>
    public DateOnly? Revision { get; private set; }

    /// <summary>The month has come, and nobody has begun a draft.</summary>
    public bool RevisionIsDue { get; private set; }

    public bool MayEdit => HttpContext.Viewer().MayEditStandard();

    public bool MayBegin => MayEdit && !Editions.Any(edition => edition.State != EditionState.Decided);

    public void OnGet()
    {
        var all = EditionOverview.Read(installation.Database, formats.Today);
        Editions = [.. all.Where(HttpContext.Viewer().Sees)];
        InForce = DatedEdition.InForce(installation.Database, formats.Today);
        if (InForce is not { } edition) return;
        Products = PricedProduct.Of(edition.Content, formats.Today, [.. InterestRates.Read(installation.Database)]);
        var revision = StandardRevision.Of(all, edition);
        (Revision, RevisionIsDue) = (revision?.From, revision?.IsDue(formats.Today) == true);
    }

    public IActionResult OnPost()
    {
        if (!MayEdit) return StatusCode(StatusCodes.Status403Forbidden);
        if (DraftEdition.Run(installation with { Actor = HttpContext.Viewer().Account }).TryGet(out var draft, out var refusal))
        {
            TempData["Message"] = words.Of("standard.drafted", formats.Number(draft.Number));
            return Redirect($"/standard/{draft.Number}");
        }
        TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage();
    }
}
