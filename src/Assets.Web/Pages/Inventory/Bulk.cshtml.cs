using Assets.Core.Access;
using Assets.Core.Inventory;
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

/// <summary>Changes many assets in one act: chosen in the list, previewed one by one, then all of what is not refused or nothing.</summary>
[Needs(Permission.EditRegister)]
public sealed class BulkModel(Installation installation, AssetList assets, Words words, Formats formats) : PageModel
{
    /// <summary>The fields that can be changed together; a tick says that the field is meant, an empty value then empties it.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["site_code", "room", "user_unit", "user_account", "note", "state"];

    /// <summary>So many rows are shown, the refused ones first.</summary>
    public const int Shown = 200;

    [BindProperty]
    public List<long> Ids { get; set; } = [];

    /// <summary>The address of a list of which all is meant.</summary>
    [BindProperty]
    public string? All { get; set; }

    /// <summary>What the assets were when they were chosen, in the order of <see cref="Ids"/>.</summary>
    [BindProperty]
    public List<long> Seen { get; set; } = [];

    /// <summary>The last act that changed any of a whole list when it was chosen: what was changed since is refused.</summary>
    [BindProperty]
    public long? SeenAct { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> F { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Asked for with the state disposed.</summary>
    [BindProperty]
    public string? Certificate { get; set; }

    [BindProperty]
    public string? WipeMethod { get; set; }

    [BindProperty]
    public string? WipedBy { get; set; }

    public IReadOnlyList<SelectedAsset> Selected { get; private set; } = [];

    /// <summary>By tag; none before the preview.</summary>
    public IReadOnlyDictionary<string, ChangePreview>? Preview { get; private set; }

    /// <summary>What the table shows: of thousands, those that somebody has to look at.</summary>
    public IEnumerable<(SelectedAsset Asset, ChangePreview? Preview)> Rows => Selected.Select(asset => (Asset: asset, Preview: Preview?.GetValueOrDefault(asset.Tag)))
        .OrderBy(row => row.Preview switch { { Refusal: not null } => 0, { Changes: false } => 2, _ => 1 }).Take(Shown);

    public IReadOnlyList<NamedCode> Sites { get; private set; } = [];

    public IReadOnlyList<NamedCode> Units { get; private set; } = [];

    private bool May => HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    private string? Why => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();

    public IActionResult OnGet() => Redirect("/assets");

    public IActionResult OnPost()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Load();
        if (Ids.Count > AssetSelection.Most)
        {
            TempData["Refusal"] = words.Of($"refusal.{AssetRefusals.TooMany}", formats.Number(AssetSelection.Most));
            return Redirect("/assets");
        }
        if (Selected.Count > 0)
        {
            (Ids, Seen) = ([.. Selected.Select(asset => asset.Id)], [.. Selected.Select(asset => asset.Seen)]);
            SeenAct = Seen.Max();
            WipedBy = HttpContext.Viewer().Name;
            return Page();
        }
        TempData["Refusal"] = words.Of($"refusal.{AssetRefusals.NothingGiven}", "");
        return Redirect("/assets");
    }

    public IActionResult OnPostPreview()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Load();
        Preview = PreviewChanges.Run(Acting, Changes(), Why).ToDictionary(preview => preview.Tag, StringComparer.Ordinal);
        return Page();
    }

    public IActionResult OnPostApply()
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        Load();
        var changes = Changes();
        var refused = PreviewChanges.Run(Acting, changes, Why).Where(preview => preview.Refusal is not null).Select(preview => preview.Tag).ToHashSet(StringComparer.Ordinal);
        if (ChangeAssets.Run(Acting, [.. changes.Where(change => !refused.Contains(change.Tag))], formats.Today, Why).TryGet(out var changed, out var refusal))
            TempData["Message"] = words.Of("bulk.done", formats.Number(changed.Changed), formats.Number(changed.Unchanged), formats.Number(refused.Count));
        else TempData["Refusal"] = words.Refused(refusal);
        return Redirect("/assets");
    }

    private List<AssetChange> Changes()
    {
        var seen = Ids.Zip(Seen).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
        string? Value(string field) => Chosen.Contains(field, StringComparer.Ordinal) ? F.GetValueOrDefault(field) ?? "" : null;
        var state = AssetStates.Vocabulary.TryParse(Value("state"), out var parsed) ? parsed : (AssetState?)null;
        return [.. Selected.Select(asset => new AssetChange(asset.Tag, state, Value("site_code"), Value("room"), Value("user_unit"), Value("user_account"), null, Value("note"))
        {
            Certificate = state == AssetState.Disposed && !string.IsNullOrWhiteSpace(Certificate) ? Certificate : null,
            Wiped = new WipeWord(WipeMethod ?? "", WipedBy ?? ""),
            Seen = All is null ? seen.TryGetValue(asset.Id, out var shown) ? shown : null : Math.Min(asset.Seen, SeenAct ?? 0),
        })];
    }

    private void Load()
    {
        if (All is not null) Ids = [.. AssetAddress.AllRows(assets, HttpContext.Viewer().Reach(Permission.EditRegister), AssetAddress.Read(All)).Take(AssetSelection.Most + 1).Select(item => item.Id)];
        Selected = AssetSelection.Read(installation.Database, [.. Ids.Distinct()]);
        Sites = NamedPlaces.Sites(installation.Database);
        Units = NamedPlaces.Units(installation.Database);
    }
}
