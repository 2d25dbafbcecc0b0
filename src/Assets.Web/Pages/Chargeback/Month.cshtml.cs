using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Operations.Jobs;
using Assets.Operations.Ledger;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

/// <summary>One month: what it comes to, for whom, why it differs, what is wrong with it; and the run and the closing.</summary>
[Needs(Permission.ViewMonths)]
public sealed class MonthModel(Installation installation, MonthSums sums, TaskQueue queue, Words words, Formats formats) : PageModel
{
    // The last closed month is among these, or there is none.
    private const int MonthsUnclosed = 24;

    private Database Database => installation.Database;

    private static readonly TimeSpan ResultShown = TimeSpan.FromMinutes(30);

    /// <summary>The run that is under way, was a while ago, or was broken off.</summary>
    public LongTask? Run { get; private set; }

    public BillingMonth Month { get; private set; }

    /// <summary>None until the month has been run.</summary>
    public MonthHead? Head { get; private set; }

    public Money Total { get; private set; }

    public IReadOnlyList<CustomerSum> Customers { get; private set; } = [];

    /// <summary>Counted for the month as a whole, and for those who see the whole of it.</summary>
    public IReadOnlyList<FindingCount> Findings { get; private set; } = [];

    public bool SeesFindings => Viewer.Reach(Permission.ViewMonths).IsEverywhere;

    public StepChart? Causes { get; private set; }

    /// <summary>What each customer's month differs by, and why.</summary>
    public IReadOnlyList<CustomerChange> Differences { get; private set; } = [];

    /// <summary>Where two persons close: the proposal that somebody else may approve.</summary>
    public ClosingProposal? Proposal { get; private set; }

    public IReadOnlyList<ClosingProposal> Proposals { get; private set; } = [];

    public IReadOnlyList<TakenFile> Downloads { get; private set; } = [];

    public bool NeedsApproval => ProposeClosing.IsNeeded(installation);

    public bool MayApprove => Viewer.Reach(Permission.ApproveClosing).IsEverywhere && Proposal is { } proposal && !string.Equals(proposal.By, Viewer.Account, StringComparison.OrdinalIgnoreCase);

    /// <summary>Earlier months that were run and are open: closing this one loses them.</summary>
    public IReadOnlyList<BillingMonth> LeavesOpen { get; private set; } = [];

    public Viewer Viewer => HttpContext.Viewer();

    /// <summary>A month is everybody's: a right in a part of the organisation does not run or close it.</summary>
    public bool MayRun => Viewer.Reach(Permission.RunMonth).IsEverywhere;

    public bool MayClose => Viewer.Reach(Permission.CloseMonth).IsEverywhere;

    /// <summary>A closed month's files say what was booked, for who checks as well.</summary>
    public bool MayExport => Viewer.Reach(Head is { IsClosed: true } ? Permission.ViewBookedFiles : Permission.ExportMonth).IsEverywhere;

    public IActionResult OnGet(string month)
    {
        if (!BillingMonth.TryParse(month, out var parsed)) return NotFound();
        Month = parsed;
        Head = MonthList.Find(Database, formats.Today, Month);
        Run = MayRun && LongTask.Last(Database, TaskQueue.Charge, Month.ToString()) is { } last && IsNews(last) ? last : null;
        if (Head is null) return ChargeableMonths.MayBeRun(Month, MonthList.Read(Database, formats.Today, 1 + MonthsUnclosed), formats.Today) ? Page() : NotFound();
        var reach = Viewer.Reach(Permission.ViewMonths);
        Total = Sum(Head, reach);
        Customers = sums.ByCustomer(Head, reach);
        if (MonthList.Find(Database, formats.Today, Month.Previous) is { } before)
            Causes = MonthCauses.Draw(Database, words, formats, Month, Sum(before, reach), Total, reach);
        Differences = MonthDifference.ByCustomer(Database, Month, reach);
        if (!reach.IsEverywhere) return Page();
        Findings = MonthFindings.Count(Database, Month, Head.JudgedOn(formats.Today, installation.Clock.LocalTimeZone));
        if (!Head.IsClosed && MayClose) LeavesOpen = LeftOpen.Before(Database, Month);
        if (!Head.IsClosed && NeedsApproval) Proposal = ClosingProposal.Standing(Database, Month);
        Proposals = ClosingProposal.All(Database, Month);
        Downloads = MonthDownloads.Of(Database, Month);
        return Page();
    }

    public async Task<IActionResult> OnPostRunAsync(string month)
    {
        if (!MayRun) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var which)) return NotFound();
        await queue.Start(TaskQueue.Charge, which.ToString(), new { }, Viewer.Account, HttpContext.RequestAborted);
        return RedirectToPage(new { month });
    }

    public IActionResult OnPostClose(string month, string? reason, string[]? leaves) => Act(month, MayClose, (acting, which) =>
        CloseMonth.Run(acting, which, string.IsNullOrWhiteSpace(reason) ? null : reason, leavesOpen: Months(leaves)).TryGet(out var closed, out var refusal)
            ? (words.Of("month.hasClosed", formats.Month(closed.Month)), null)
            : (null, refusal));

    public IActionResult OnPostPropose(string month, string? reason, string[]? leaves) => Act(month, MayClose, (acting, which) =>
        ProposeClosing.Run(acting, which, reason, Months(leaves)).TryGet(out var proposed, out var refusal)
            ? (words.Of("month.hasProposed", formats.Month(proposed.Month)), null)
            : (null, refusal));

    public IActionResult OnPostApprove(string month, int proposal) => Act(month, Viewer.Reach(Permission.ApproveClosing).IsEverywhere, (acting, which) =>
        ApproveClosing.Run(acting, which, proposal).TryGet(out var closed, out var refusal)
            ? (words.Of("month.hasClosed", formats.Month(closed.Month)), null)
            : (null, refusal));

    // One that was broken off is told of until the month has been run since: whoever began it may come back the day after.
    private bool IsNews(LongTask run) =>
        run.FinishedAt is not { } at || installation.Clock.GetUtcNow() - at <= ResultShown || (run.State == TaskState.Interrupted && (Head is null || Head.At <= run.CreatedAt));

    private static List<BillingMonth> Months(string[]? typed) => [.. (typed ?? []).SelectMany(text => BillingMonth.TryParse(text, out var month) ? [month] : Array.Empty<BillingMonth>())];

    private IActionResult Act(string month, bool may, Func<Installation, BillingMonth, (string? Done, Refusal? Refused)> verb)
    {
        if (!may) return StatusCode(StatusCodes.Status403Forbidden);
        if (!BillingMonth.TryParse(month, out var which)) return NotFound();
        var (done, refused) = verb(installation with { Actor = Viewer.Account }, which);
        if (done is not null) TempData["Message"] = done;
        if (refused is not null) TempData["Refusal"] = words.Refused(refused);
        return RedirectToPage(new { month });
    }

    private Money Sum(MonthHead month, Reach reach) => reach.IsEverywhere ? month.Total : MonthSums.Total(sums.Of(month, reach));
}
