using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>One asset: what it is, who uses and who pays, and what was believed of it on any past day.</summary>
[Needs(Permission.ViewRegister)]
public sealed class AssetModel(Database database, TimeProvider clock, Formats formats) : PageModel
{
    public AssetDetails Asset { get; private set; } = null!;

    public bool SeesCosts { get; private set; }

    public bool SeesHistory { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>The day on which something was believed.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Believed { get; set; }

    /// <summary>The day about which it was believed.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? About { get; set; }

    /// <summary>The day whose book value is asked for; none: today.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Valued { get; set; }

    public bool Asks => Believed is not null || About is not null;

    /// <summary>The answer; none where the asset was not known then.</summary>
    public IReadOnlyDictionary<string, string?>? AsOf { get; private set; }

    public IActionResult OnGet(long id)
    {
        var viewer = HttpContext.Viewer();
        var costs = RegisterDownload.Costs(viewer);
        if (AssetDetails.Read(database, clock, viewer.Reach(Permission.ViewRegister), costs, id) is not { } asset) return NotFound();
        Asset = asset;
        var editing = viewer.Reach(Permission.EditRegister);
        MayEdit = editing.IsEverywhere || (asset.Facts.UserUnitId is { } unit && editing.Covers(unit));
        SeesCosts = !costs.IsNowhere;
        SeesHistory = RegisterDownload.SeesHistory(viewer);
        if (Asks)
        {
            var belief = Belief.Of(About ?? Believed ?? formats.Today, Believed ?? formats.Today, clock.LocalTimeZone);
            AsOf = asset.History.AsOf(belief.Until, belief.About, asset.Facts.Values);
        }
        return Page();
    }
}
