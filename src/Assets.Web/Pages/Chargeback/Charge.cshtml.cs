using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Data.Chargeback;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>One charge, explained down to its inputs: what a calculator needs to come to the same öre.</summary>
[Needs(Permission.ViewContracts, Permission.ViewOwnCosts, Permission.ViewMonths)]
public sealed class ChargeModel(Installation installation) : PageModel
{
    public ChargeExplained Explained { get; private set; } = null!;

    /// <summary>Of a correction: all that was posted for the same component and month, as far as the reader sees who paid.</summary>
    public IReadOnlyList<Charge> Pair { get; private set; } = [];

    public IActionResult OnGet(string? id)
    {
        if (!ExplainCharge.Run(installation, id ?? "").TryGet(out var explained, out _)) return NotFound();
        var viewer = HttpContext.Viewer();
        if (!viewer.SeesChargesOf(explained.Place.UnitId)) return NotFound();
        Explained = explained;
        var seen = explained.Pair.Count == 0
            ? []
            : LineCharges.Read(installation.Database, explained.Place.LineId, explained.Charge.Month, viewer.SeesChargesOf).Select(row => row.Charge.Id).ToHashSet(StringComparer.Ordinal);
        Pair = [.. explained.Pair.Where(row => seen.Contains(row.Id))];
        return Page();
    }
}
