using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>What closed months say in the end, once each reversal has taken away the row it reversed.</summary>
public static class Posted
{
    /// <summary>
    /// The rows of one line that still stand. A row of 2026-03 that was reversed in 2026-05 and replaced there leaves the replacement
    /// alone, written as what it is: a charge of 2026-03. Takes rows of any posting months in any order.
    /// </summary>
    /// <returns>In the order of month, component and first day; posting month = the month charged, no correction marks.</returns>
    /// <exception cref="InvalidOperationException">A reversal without the row it reverses: the closed months contradict themselves.</exception>
    public static List<Charge> Net(IEnumerable<Charge> rows)
    {
        var standing = new List<Charge>();
        var reversals = new List<Charge>();
        foreach (var row in rows)
        {
            OneLine.Demand(standing, row);
            if (row.Reversal) reversals.Add(Plain(row) with { Amount = -row.Amount });
            else standing.Add(Plain(row));
        }
        foreach (var reversed in reversals)
        {
            if (!standing.Remove(reversed))
                throw new InvalidOperationException($"A reversal of {reversed.Id} ({reversed.Amount}) finds no such row posted.");
        }
        standing.Sort(InMonthOrder);
        return standing;
    }

    /// <summary>The row as the month it is about would have charged it.</summary>
    public static Charge Plain(Charge row) =>
        row.CorrectionOf is { } corrected ? row with { Month = corrected, CorrectionOf = null, Reversal = false } : row;

    private static int InMonthOrder(Charge x, Charge y)
    {
        var order = x.Month.CompareTo(y.Month);
        return order != 0 ? order : ChargeOrder.Instance.Compare(x, y);
    }
}

internal static class OneLine
{
    /// <exception cref="ArgumentException">Rows of two lines are mixed.</exception>
    public static void Demand(List<Charge> others, Charge row)
    {
        if (others.Count > 0 && others[0].LineCode != row.LineCode)
            throw new ArgumentException($"Rows of one line are compared at a time, not of {others[0].LineCode} and {row.LineCode}.", nameof(row));
    }
}
