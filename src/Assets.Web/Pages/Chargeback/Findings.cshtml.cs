using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The findings of one code in one month, each with a link to what it is about.</summary>
[Needs(Permission.ViewMonths)]
public sealed class FindingsModel(Installation installation, Words words, Formats formats) : PageModel
{
    /// <summary>More than anyone reads; the whole is in the month's files.</summary>
    public const int Shown = 500;

    public BillingMonth Month { get; private set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<MonthFinding> Findings { get; private set; } = [];

    /// <summary><c>open</c>, <c>accepted</c>, or none for both.</summary>
    public string? Show { get; private set; }

    public bool IsClosed { get; private set; }

    public int Open { get; private set; }

    public bool MaySettle => !IsClosed && HttpContext.Viewer().Reach(Permission.SettleFindings).IsEverywhere;

    public IActionResult OnGet(string month, string code, string? show)
    {
        // Findings are not divided by customer: they are for those who see the whole month.
        if (!HttpContext.Viewer().Reach(Permission.ViewMonths).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var parsed) || !FindingCodes.Severities.ContainsKey(code)) return NotFound();
        Month = parsed;
        Code = code;
        Show = show;
        var all = MonthFindings.Read(installation.Database, Month, formats.Today, code, Shown);
        Findings = [.. all.Where(f => show switch { "open" => f.IsOpen, "accepted" => !f.IsOpen, _ => true })];
        Open = MonthFindings.Count(installation.Database, Month, formats.Today).FirstOrDefault(c => c.Code == code)?.Open ?? 0;
        IsClosed = MonthList.Find(installation.Database, formats.Today, Month) is { IsClosed: true };
        return Page();
    }

    public IActionResult OnPostAccept(string month, string code, string? record, string? reason, DateOnly? until) => Settle(month, code, (acting, which) =>
        AcceptFinding.Run(acting, which, code, record ?? "", reason ?? "", until).TryGet(out var accepted, out var refusal)
            ? (words.Of("finding.acceptedOne", accepted.Record), null)
            : (null, refusal));

    public IActionResult OnPostAcceptAll(string month, string code, string? reason, DateOnly? until) => Settle(month, code, (acting, which) =>
        AcceptFindings.Run(acting, which, code, reason, until).TryGet(out var accepted, out var refusal)
            ? (words.Of("finding.acceptedMany", formats.Number(accepted.Count)), null)
            : (null, refusal));

    private IActionResult Settle(string month, string code, Func<Installation, BillingMonth, (string? Done, Refusal? Refused)> verb)
    {
        var viewer = HttpContext.Viewer();
        if (!viewer.Reach(Permission.SettleFindings).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var which)) return NotFound();
        var (done, refused) = verb(installation with { Actor = viewer.Account }, which);
        if (done is not null) TempData["Message"] = done;
        if (refused is not null) TempData["Refusal"] = words.Of($"refusal.{refused.Code}", refused.Detail);
        return RedirectToPage(new { month, code });
    }
}
