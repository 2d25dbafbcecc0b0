using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Operations;
using Assets.Web.Resources;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verbs = Assets.Operations.Ordering;

namespace Assets.Web.Pages.Ordering;

/// <summary>A budget holder's stand-ins: who approves while he is away.</summary>
[Needs(Permission.ApproveOrders)]
public sealed class DelegationsModel(Installation installation, Words words, Formats formats) : PageModel
{
    public IReadOnlyList<DelegationItem> Own { get; private set; } = [];

    /// <summary>For whom the reader stands in himself.</summary>
    public IReadOnlyList<DelegationItem> Others { get; private set; } = [];

    private Installation Acting => installation with { Actor = HttpContext.Viewer().Account };

    public void OnGet()
    {
        Own = Delegations.Of(installation.Database, HttpContext.Viewer().Id, formats.Today);
        Others = Delegations.For(installation.Database, HttpContext.Viewer().Id, formats.Today);
    }

    public IActionResult OnPostAdd(string? account, string? from, string? lastDay, string? reason)
    {
        Outcome<Verbs.Delegated> outcome = Day(from) is { } first && Day(lastDay) is { } last
            ? Verbs.Delegate.Run(Acting, account ?? "", first, last, reason)
            : new Refusal(Verbs.OrderRefusals.NoDays, "");
        this.Tell(words, outcome, words["delegations.added"]);
        return Redirect("/approvals/delegations");
    }

    public IActionResult OnPostEnd(int id)
    {
        var outcome = Verbs.Delegate.End(Acting, id);
        if (outcome.Refusal is { Code: Verbs.OrderRefusals.UnknownDelegation }) return NotFound();
        this.Tell(words, outcome, words["delegations.ended"]);
        return Redirect("/approvals/delegations");
    }

    internal static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200 ? day : null;
}
