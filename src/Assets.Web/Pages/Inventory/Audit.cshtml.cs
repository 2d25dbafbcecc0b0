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
[Needs(Permission.ViewStocktakes)]
public sealed class AuditModel(Installation installation, Words words, Formats formats) : PageModel
{
    private const int PageSize = 50;

    public AuditDetails Audit { get; private set; } = null!;

    /// <summary>The place after which this page begins; none on the first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>Missing before elsewhere before found, by tag.</summary>
    public IReadOnlyList<AuditedAsset> OnPage { get; private set; } = [];

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    /// <summary>What is to be done about each difference, as far as it has been chosen; else what is usual.</summary>
    public IReadOnlyDictionary<long, AuditSettlement> Chosen { get; private set; } = new Dictionary<long, AuditSettlement>();

    /// <summary>What was chosen on the other pages, which the form carries along: <c>12=moved 15=lost</c>.</summary>
    public string Others => string.Join(' ', Chosen.Where(one => one.Value != AuditSettlement.Ignored && OnPage.All(asset => asset.AssetId != one.Key)).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}={AuditWords.Settlements.Word(one.Value)}")));

    public string? Reason { get; private set; }

    public bool May => HttpContext.Viewer().Reach(Permission.EditRegister).IsEverywhere;

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public IActionResult OnGet(int id)
    {
        if (!HttpContext.Viewer().Reach(Permission.ViewStocktakes).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (AuditDetails.Read(installation.Database, id, formats.Today) is not { } audit) return NotFound();
        Turn(audit, []);
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

    // What was chosen goes from page to page in the form: the audit ends with all of it or nothing.
    public IActionResult OnPostTurn(int id, [FromForm(Name = "settle")] Dictionary<string, string> settle, string? others, string? reason, string? to)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        if (AuditDetails.Read(installation.Database, id, formats.Today) is not { } audit) return NotFound();
        (After, Reason) = (to, reason);
        Turn(audit, Decided(settle, others));
        return Page();
    }

    // Named: without a word for any asset, where all was found, the other fields would be taken for the dictionary's.
    public IActionResult OnPostSettle(int id, [FromForm(Name = "settle")] Dictionary<string, string> settle, string? others, string? reason)
    {
        if (!May) return StatusCode(StatusCodes.Status403Forbidden);
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var decisions = Decided(settle, others).Select(one => new AuditDecision(one.Key, one.Value, one.Value == AuditSettlement.Lost ? why : null)).ToList();
        if (SettleAudit.Run(Acting, id, decisions).TryGet(out var settled, out var refusal))
            TempData["Message"] = words.Of("audit.hasSettled", formats.Number(settled.Found), formats.Number(settled.Moved), formats.Number(settled.Lost), formats.Number(settled.Ignored));
        else TempData["Refusal"] = words.Refused(refusal);
        return RedirectToPage(new { id });
    }

    private void Turn(AuditDetails audit, Dictionary<long, AuditSettlement> decided)
    {
        Audit = audit;
        Chosen = audit.Assets.Where(asset => asset.Finding != AuditFinding.Found).ToDictionary(asset => asset.AssetId, asset => decided.TryGetValue(asset.AssetId, out var settlement) ? settlement : AuditWords.For(asset.Finding)[0]);
        var rest = audit.Assets.OrderBy(Place, StringComparer.Ordinal).SkipWhile(asset => string.CompareOrdinal(Place(asset), After) <= 0).ToList();
        OnPage = [.. rest.Take(PageSize)];
        if (rest.Count > PageSize) Next = Place(OnPage[^1]);
    }

    private static string Place(AuditedAsset asset) => $"{(asset.Finding == AuditFinding.Missing ? 0 : asset.Finding == AuditFinding.Elsewhere ? 1 : 2)}{asset.Tag}";

    private static Dictionary<long, AuditSettlement> Decided(Dictionary<string, string> settle, string? others)
    {
        var decided = new Dictionary<long, AuditSettlement>();
        var words = (others ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]));
        foreach (var (asset, word) in words.Concat(settle.Select(one => (one.Key, one.Value))))
        {
            if (long.TryParse(asset, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && AuditWords.Settlements.TryParse(word, out var settlement)) decided[known] = settlement;
        }
        return decided;
    }
}
