using Assets.Core.Values;
using Assets.Data.Chargeback;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The months that a page offers to run: from the first after the last closed one, or from last month where none is closed, to this month.</summary>
public static class ChargeableMonths
{
    private const int MostOffered = 12;

    public static IReadOnlyList<BillingMonth> After(IEnumerable<MonthHead> known, DateOnly today)
    {
        var current = BillingMonth.Of(today);
        var months = new List<BillingMonth>();
        for (var month = known.Where(m => m.IsClosed).Select(m => m.Month.Next).DefaultIfEmpty(current.Previous).Max(); month <= current && months.Count < MostOffered; month = month.Next) months.Add(month);
        return months;
    }

    /// <summary>True of a month that has begun and is not shut out by a later closed one, whether or not it is offered.</summary>
    public static bool MayBeRun(BillingMonth month, IEnumerable<MonthHead> known, DateOnly today) =>
        month <= BillingMonth.Of(today) && known.All(head => !head.IsClosed || head.Month < month);
}
