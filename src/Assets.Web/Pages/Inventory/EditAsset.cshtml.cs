using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Organisations;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>Corrects an asset. Where somebody else was faster, both versions stand beside each other and the person chooses, field by field.</summary>
[Needs(Permission.EditRegister)]
public sealed class EditAssetModel(Installation installation, TimeProvider clock, Words words, Formats formats) : PageModel
{
    public AssetDetails Asset { get; private set; } = null!;

    /// <summary>What is typed, by field.</summary>
    [BindProperty]
    public Dictionary<string, string?> F { get; set; } = [];

    /// <summary>The change set that the asset was in when the form was made.</summary>
    [BindProperty]
    public long Seen { get; set; }

    /// <summary>Fields where the other's value is taken.</summary>
    [BindProperty]
    public List<string> Theirs { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The fields that somebody else has made other than what is typed here.</summary>
    public IReadOnlyList<(string Field, string? Mine, string? Other)> Conflicts { get; private set; } = [];

    public string? Refused { get; private set; }

    public IReadOnlyList<NamedCode> Sites { get; private set; } = [];

    public IReadOnlyList<NamedCode> Suppliers { get; private set; } = [];

    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    public IReadOnlyList<ModelListItem> Models { get; private set; } = [];

    public IActionResult OnGet(long id)
    {
        if (!Load(id)) return NotFound();
        F = AssetForm.Of(Asset);
        Seen = Asset.Facts.ChangeSetId;
        return Page();
    }

    public IActionResult OnPost(long id)
    {
        if (!Load(id)) return NotFound();
        var now = AssetForm.Of(Asset);
        foreach (var field in Theirs.Intersect(AssetForm.Fields, StringComparer.Ordinal)) F[field] = now[field];
        if (AssetForm.Read(Asset.Facts.Tag, Seen, F, out var unreadable) is not { } change) return Refuse(words.Of("form.unreadable", words.Known("field", unreadable)));
        // A computer outside one's reach is not shown, and an empty field for it detaches nothing.
        change = change with { Within = HttpContext.Viewer().Reach(Permission.EditRegister), ParentTag = AssetForm.Same(F.GetValueOrDefault("parent_tag"), now["parent_tag"]) ? null : change.ParentTag };
        var reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
        if (ChangeAssets.Run(installation with { Actor = HttpContext.Viewer().Account }, [change], formats.Today, reason).TryGet(out var changed, out var refusal))
        {
            TempData["Message"] = words[changed.Changed > 0 ? "asset.saved" : "asset.same"];
            return Redirect($"/assets/{id}");
        }
        if (refusal.Code != AssetRefusals.ChangedMeanwhile) return Refuse(words.Refused(refusal));
        Conflicts = [.. AssetForm.Fields.Where(field => !AssetForm.Same(F.GetValueOrDefault(field), now[field])).Select(field => (field, F.GetValueOrDefault(field), now[field]))];
        Seen = Asset.Facts.ChangeSetId;
        ModelState.Clear();
        return Page();
    }

    private PageResult Refuse(string why)
    {
        Refused = why;
        return Page();
    }

    private bool Load(long id)
    {
        if (AssetDetails.Read(installation.Database, clock, HttpContext.Viewer().Reach(Permission.EditRegister), Reach.Nowhere, id) is not { } asset) return false;
        Asset = asset;
        Sites = NamedPlaces.Sites(installation.Database);
        Suppliers = NamedPlaces.Suppliers(installation.Database);
        Units = NamedPlaces.Units(installation.Database);
        Models = ModelList.Read(installation.Database);
        return true;
    }
}
