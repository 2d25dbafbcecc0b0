using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Rentals;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>The steps that an asset may take from here in its life, and the word that it has been wiped.</summary>
[Needs(Permission.EditRegister)]
public sealed class StepsModel(Installation installation, TimeProvider clock, Words words, Formats formats) : PageModel
{
    public AssetDetails Asset { get; private set; } = null!;

    /// <summary>Steps from here; those of rent are taken by the contract line, which the state then follows.</summary>
    public IReadOnlyList<Transition> Next { get; private set; } = [];

    /// <summary>Where it is rented today: it is returned, swapped and reported lost there, which no step does instead.</summary>
    public IReadOnlyList<LineStretch> Rented { get; private set; } = [];

    public IActionResult OnGet(long id) => Load(id) ? Page() : NotFound();

    public IActionResult OnPost(long id, string? to, string? reason, string? certificate, string? on, long seen)
    {
        if (!Load(id) || !AssetStates.Vocabulary.TryParse(to, out var state)) return NotFound();
        if (!TryDay(on, out var day)) return Answer(id, words.Of("form.unreadable", words["steps.on"]), null);
        var change = new AssetChange(Asset.Facts.Tag, state) { Certificate = string.IsNullOrWhiteSpace(certificate) ? null : certificate, Seen = seen };
        return ChangeAssets.Run(installation with { Actor = HttpContext.Viewer().Account }, [change], day, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()).TryGet(out _, out var refusal)
            ? Answer(id, null, words.Of("steps.done", Asset.Facts.Tag, words[$"state.{AssetStates.Vocabulary.Word(state)}"]))
            : Answer(id, Said(refusal), null);
    }

    public IActionResult OnPostWipe(long id, string? method, string? wipedBy, string? on)
    {
        if (!Load(id)) return NotFound();
        if (!TryDay(on, out var day)) return Answer(id, words.Of("form.unreadable", words["steps.on"]), null);
        return WipeAsset.Run(installation with { Actor = HttpContext.Viewer().Account }, Asset.Facts.Tag, method ?? "", wipedBy ?? "", day).TryGet(out var wiped, out var refusal)
            ? Answer(id, null, words.Of("steps.wiped", wiped.Tag))
            : Answer(id, Said(refusal), null);
    }

    private string Said(Refusal refusal) => words.Refused(refusal);

    private RedirectResult Answer(long id, string? refused, string? done)
    {
        if (refused is not null) TempData["Refusal"] = refused;
        if (done is not null) TempData["Message"] = done;
        return Redirect(refused is not null ? $"/assets/{id}/steps" : $"/assets/{id}");
    }

    private bool TryDay(string? text, out DateOnly day)
    {
        day = formats.Today;
        return string.IsNullOrWhiteSpace(text) || DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private bool Load(long id)
    {
        if (AssetDetails.Read(installation.Database, clock, HttpContext.Viewer().Reach(Permission.EditRegister), HttpContext.Viewer().Reach(Permission.ChangeRented), id) is not { } asset) return false;
        Asset = asset;
        Rented = [.. asset.Lines.Where(line => line.Contains(formats.Today))];
        Next = [.. Lifecycle.Transitions.Where(step => step.From == asset.Facts.State && (Rented.Count == 0 || !AssetStates.IsIdle(step.To)))];
        return true;
    }
}
