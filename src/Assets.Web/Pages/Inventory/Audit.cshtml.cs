using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Inventory;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Inventory;

/// <summary>One audit: scanning, what was found, and what is done about the differences.</summary>
[Needs(Permission.EditRegister)]
public sealed class AuditModel(Installation installation, Words words, Formats formats) : PageModel
{
    public AuditDetails Audit { get; private set; } = null!;

    private bool May => HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet(int id)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (AuditDetails.Read(installation.Database, id, formats.Today) is not { } audit) return NotFound();
        Audit = audit;
        return Page();
    }

    public IActionResult OnPost(int id, string? rows)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var texts = (rows ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ScanAudit.Run(Acting, id, texts).TryGet(out var scanned, out var refusal)) TempData["Message"] = words.Of("audit.added", formats.Number(scanned.Added), formats.Number(scanned.Unknown));
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { id });
    }

    // Named: without a word for any asset, where all was found, the other fields would be taken for the dictionary's.
    public IActionResult OnPostSettle(int id, [FromForm(Name = "settle")] Dictionary<string, string> settle, string? reason)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var decisions = new List<AuditDecision>();
        foreach (var (asset, word) in settle)
        {
            if (long.TryParse(asset, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && AuditWords.Settlements.TryParse(word, out var settlement)) decisions.Add(new AuditDecision(known, settlement, settlement == AuditSettlement.Lost ? why : null));
        }
        if (SettleAudit.Run(Acting, id, decisions).TryGet(out var settled, out var refusal))
            TempData["Message"] = words.Of("audit.hasSettled", formats.Number(settled.Found), formats.Number(settled.Moved), formats.Number(settled.Lost), formats.Number(settled.Ignored));
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { id });
    }
}
