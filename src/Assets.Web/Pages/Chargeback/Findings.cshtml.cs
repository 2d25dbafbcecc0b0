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
    private const int PageSize = 100;

    public BillingMonth Month { get; private set; }

    public string Code { get; private set; } = "";

    public IReadOnlyList<MonthFinding> Findings { get; private set; } = [];

    /// <summary><c>open</c>, <c>accepted</c>, or none for both.</summary>
    public string? Show { get; private set; }

    /// <summary>The record after which this page begins; none on the first.</summary>
    public string? After { get; private set; }

    /// <summary>None on the last page.</summary>
    public string? Next { get; private set; }

    /// <summary>By record, what was accepted once and is so no longer.</summary>
    public ILookup<string, EndedAcceptance> Ended { get; private set; } = Enumerable.Empty<EndedAcceptance>().ToLookup(ended => ended.Record, StringComparer.Ordinal);

    public bool IsClosed { get; private set; }

    public int Open { get; private set; }

    public bool MaySettle => !IsClosed && HttpContext.Viewer().Reach(Permission.SettleFindings).IsEverywhere;

    public IActionResult OnGet(string month, string code, string? show, string? after)
    {
        // Findings are not divided by customer: they are for those who see the whole month.
        if (!HttpContext.Viewer().Reach(Permission.ViewMonths).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var parsed) || !FindingCodes.Severities.ContainsKey(code)) return NotFound();
        Month = parsed;
        Code = code;
        Show = show is "open" or "accepted" ? show : null;
        After = string.IsNullOrEmpty(after) ? null : after;
        var head = MonthList.Find(installation.Database, formats.Today, Month);
        var day = head?.JudgedOn(formats.Today, installation.Clock.LocalTimeZone) ?? formats.Today;
        var found = MonthFindings.Read(installation.Database, Month, day, code, Show is null ? null : Show == "open", After, PageSize + 1);
        Findings = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = Findings[^1].Record;
        Open = MonthFindings.Count(installation.Database, Month, day).FirstOrDefault(c => c.Code == code)?.Open ?? 0;
        Ended = EndedAcceptance.Read(installation.Database, Month, code, [.. Findings.Select(finding => finding.Record)]);
        IsClosed = head is { IsClosed: true };
        return Page();
    }

    public IActionResult OnPostAccept(string month, string code, string? record, string? reason, DateOnly? until) => Settle(month, code, (acting, which) =>
        AcceptFinding.Run(acting, which, code, record ?? "", reason ?? "", DayAfter(until)).TryGet(out var accepted, out var refusal)
            ? (words.Of("finding.acceptedOne", accepted.Record), null)
            : (null, refusal));

    public IActionResult OnPostAcceptAll(string month, string code, string? reason, DateOnly? until) => Settle(month, code, (acting, which) =>
        AcceptFindings.Run(acting, which, code, reason, DayAfter(until)).TryGet(out var accepted, out var refusal)
            ? (words.Of("finding.acceptedMany", formats.Number(accepted.Count)), null)
            : (null, refusal));

    public IActionResult OnPostReopen(string month, string code, string? record) => Settle(month, code, (acting, which) =>
        ReopenFinding.Run(acting, which, code, record ?? "").TryGet(out var open, out var refusal)
            ? (words.Of("finding.reopened", open.Record), null)
            : (null, refusal));

    // On the screen people give the last day on which something holds.
    private static DateOnly? DayAfter(DateOnly? last) => last is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null;

    private IActionResult Settle(string month, string code, Func<Installation, BillingMonth, (string? Done, Refusal? Refused)> verb)
    {
        var viewer = HttpContext.Viewer();
        if (!viewer.Reach(Permission.SettleFindings).IsEverywhere) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var which)) return NotFound();
        var (done, refused) = verb(installation with { Actor = viewer.Account }, which);
        if (done is not null) TempData["Message"] = done;
        if (refused is not null) TempData["Refusal"] = words.Refused(refused);
        return RedirectToPage(new { month, code, show = HttpContext.Request.Query["show"].FirstOrDefault(), after = HttpContext.Request.Query["after"].FirstOrDefault() });
    }
}
