using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Web.Pages.Shared;
using Assets.Web.Resources;
using Assets.Web.Values;

namespace Assets.Web.Pages.Chargeback;

/// <summary>The causes of change between two months, in the order in which people ask: what came and went, then what changed.</summary>
public static class MonthCauses
{
    private static readonly string[] Order = ["started", "ended", "moved_in", "moved_out", "quantity", "swapped", "price", "days", "correction", "other"];

    public static int PlaceOf(string cause) => Array.IndexOf(Order, cause) is var place and >= 0 ? place : Order.Length;

    /// <summary>None where the causes are not those of this difference: the month before was run again since.</summary>
    public static StepChart? Draw(Database database, Words words, Formats formats, BillingMonth month, Money from, Money to, Reach reach)
    {
        var causes = MonthFindings.Causes(database, month, reach);
        if (causes.Count == 0 || causes.Aggregate(from, (sum, c) => sum + c.Amount) != to) return null;
        var steps = new List<Step>();
        var reached = from;
        foreach (var (cause, amount) in causes.OrderBy(c => PlaceOf(c.Cause)))
        {
            if (amount == Money.Zero) continue;
            steps.Add(new Step(words.Known("cause", cause), amount, reached));
            reached += amount;
        }
        return new StepChart(formats.Month(month.Previous), from, formats.Month(month), to, steps);
    }
}
