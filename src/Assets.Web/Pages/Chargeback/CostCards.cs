using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Chargeback;

/// <summary>Opens a cost card for whoever looks: within their reach, or not at all.</summary>
public sealed class CostCards(Database database, CostSums sums, CostChanges changes, Words words, Formats formats)
{
    private const int MonthsKept = 24;

    /// <returns>None where no month has been run yet, where the address asks for a month that was not, or for a unit outside the reach.</returns>
    public CostCard? Find(Viewer viewer, int? unit, string? month)
    {
        if (CostSelection.Of(database, viewer.Reach(Permission.ViewOwnCosts), unit) is not { } selection) return null;
        var months = MonthList.Read(database, formats.Today, MonthsKept);
        var head = month is null ? months.FirstOrDefault() : BillingMonth.TryParse(month, out var asked) ? months.FirstOrDefault(m => m.Month == asked) : null;
        return head is null ? null : new CostCard(database, sums, changes, words, formats) { Selection = selection, Months = months, Month = head };
    }

    public bool HasMonths() => MonthList.Read(database, formats.Today, 1).Count > 0;
}
