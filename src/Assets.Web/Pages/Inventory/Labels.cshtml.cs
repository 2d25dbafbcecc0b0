using Assets.Core.Access;
using Assets.Data.Inventory;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>Labels for assets that have just come, or that are named.</summary>
[Needs(Permission.EditRegister, Permission.Purchase)]
public sealed class LabelsModel(Installation installation) : PageModel
{
    private const int LongestOwner = 60;

    [BindProperty(SupportsGet = true)]
    public long? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tags { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Format { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Codes { get; set; } = PrintLabels.Codes[0];

    [BindProperty(SupportsGet = true)]
    public int Start { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    public IReadOnlyList<LabelledAsset> Assets { get; private set; } = [];

    public IActionResult OnGet()
    {
        var viewer = HttpContext.Viewer();
        if (!viewer.Reach(Permission.EditRegister).IsEverywhere && !viewer.Reach(Permission.Purchase).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        Assets = Act is { } act
            ? LabelledAssets.OfAct(installation.Database, act)
            : LabelledAssets.Named(installation.Database, (Tags ?? "").Split([',', ' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Page();
    }

    public IActionResult OnGetFile()
    {
        if (OnGet() is StatusCodeResult refused) return refused;
        var choice = new LabelChoice(Format, Codes, Start, Owner is { Length: > LongestOwner } ? Owner[..LongestOwner] : Owner);
        return Assets.Count > 0 && PrintLabels.Run(installation, Assets, choice) is { } pdf ? File(pdf, "application/pdf", $"{Format}.pdf") : NotFound();
    }
}
