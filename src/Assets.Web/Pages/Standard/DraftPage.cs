using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Standard;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Standard;

/// <summary>A form on a draft. Who saves over what somebody else has saved meanwhile is shown it, keeps what was typed, and chooses.</summary>
public abstract class DraftPage(Installation installation, Words words, Formats formats) : PageModel
{
    public DatedEdition Draft { get; private set; } = null!;

    /// <summary>Fields whose text is no number, amount or day.</summary>
    public IReadOnlyList<string> Unreadable { get; protected set; } = [];

    /// <summary>What others have changed since the form was opened.</summary>
    public IReadOnlyList<HistoryEntry> Meanwhile { get; private set; } = [];

    protected Words Words => words;

    protected Installation Installation => installation;

    protected Formats Formats => formats;

    public string Message(string field) => words.Of("draft.unreadable", words.Known("field", field));

    /// <summary>None where the draft can be changed by who looks.</summary>
    protected IActionResult? Open(int number)
    {
        if (!HttpContext.Viewer().MayEditStandard()) return StatusCode(StatusCodes.Status403Forbidden);
        if (DatedEdition.Find(installation.Database, number) is not { } edition) return NotFound();
        Draft = edition;
        if (edition.State == EditionState.Draft) return null;
        TempData["Refusal"] = words.Of($"refusal.{StandardRefusals.NotADraft}", number);
        return Redirect($"/standard/{number}");
    }

    protected IActionResult Save(int version, Edition content, DateOnly validFrom, string onward)
    {
        var outcome = ChangeDraft.Run(installation with { Actor = HttpContext.Viewer().Account }, Draft.Number, version, content, validFrom);
        if (outcome.TryGet(out _, out var refusal))
        {
            TempData["Message"] = words["draft.saved"];
            return Redirect(onward);
        }
        return Refused(refusal, version);
    }

    private IActionResult Refused(Refusal refusal, int version)
    {
        if (refusal.Code != StandardRefusals.ChangedMeanwhile)
        {
            TempData["Refusal"] = words.Refused(refusal);
            return Redirect($"/standard/{Draft.Number}");
        }
        if (EditionDetails.Read(installation.Database, Draft.Number, formats.Today) is not { } now) return NotFound();
        Draft = now.Edition; // the form now carries this version: saving again is a choice
        Meanwhile = [.. now.History.NewestFirst.Take(Math.Max(1, now.Edition.Version - version))];
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
