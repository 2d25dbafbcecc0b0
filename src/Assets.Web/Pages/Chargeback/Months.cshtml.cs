using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Security;
using Assets.Web.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assets.Web.Pages.Chargeback;

[Needs(Permission.ViewMonths)]
public sealed class MonthsModel(Database database, MonthSums sums, Formats formats) : PageModel
{
    private const int MonthsShown = 60;

    public IReadOnlyList<(MonthHead Month, Money Total)> Months { get; private set; } = [];

    /// <summary>The months that may be run: the first one after the last closed, and up to this month.</summary>
    public IReadOnlyList<BillingMonth> Chargeable { get; private set; } = [];

    /// <summary>How many charges and findings there are is said of months as a whole.</summary>
    public bool SeesWhole => HttpContext.Viewer().Reach(Permission.ViewMonths).IsEverywhere;

    /// <summary>The month before which this page begins; none on the first.</summary>
    public BillingMonth? Before { get; private set; }

    /// <summary>None on the last page.</summary>
    public BillingMonth? Next { get; private set; }

    public void OnGet(string? before)
    {
        var reach = HttpContext.Viewer().Reach(Permission.ViewMonths);
        Before = BillingMonth.TryParse(before, out var month) ? month : null;
        var months = MonthList.Read(database, formats.Today, MonthsShown + 1, Before);
        if (months.Count > MonthsShown) Next = months[MonthsShown - 1].Month;
        Months = [.. months.Take(MonthsShown).Select(m => (m, reach.IsEverywhere ? m.Total : MonthSums.Total(sums.Of(m, reach))))];
        if (Before is null && HttpContext.Viewer().Reach(Permission.RunMonth).IsEverywhere) Chargeable = ChargeableMonths.After(months, formats.Today);
    }
}
