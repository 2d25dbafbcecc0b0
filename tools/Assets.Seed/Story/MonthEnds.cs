using Assets.Operations.Chargeback;
using Assets.Operations.Ledger;

namespace Assets.Seed.Story;

/// <summary>Each month is closed in the days after its end; the month of the last day is only calculated.</summary>
internal static class MonthEnds
{
    public static void Tell(Plot plot, IReadOnlyDictionary<int, string> accepted)
    {
        var today = plot.Settings.Today;
        var months = plot.Settings.Months.ToList();
        for (var i = 0; i < months.Count; i++)
        {
            var month = months[i];
            var reason = accepted.GetValueOrDefault(i);
            var usual = month.Next.Workday(6).At(10, 12);
            // On the first days of a month the last one is closed all the same: the story always ends with twelve.
            var at = usual < today.At(0, 5) ? usual : today.At(0, 5);
            plot.Add(at, Staff.Manager, installation => CloseMonth.Run(installation, month, reason).Demand());
        }
        plot.Add(today.At(0, 10), Staff.Manager, installation => ChargeMonth.Run(installation, plot.Settings.OpenMonth).Demand());
    }
}
