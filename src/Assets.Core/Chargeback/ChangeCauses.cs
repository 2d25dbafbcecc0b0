using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// Divides the difference between two months by cause, one line at a time. Each öre of the difference lands in exactly one cause of
/// exactly one customer. In this order:
/// <list type="number">
/// <item>Corrections, of either month, are <c>Correction</c>; one-offs are <c>Other</c>. Neither takes part in what follows.</item>
/// <item>A line without ordinary charges last month is <c>Started</c>, without them this month <c>Ended</c>.</item>
/// <item>Otherwise each component for itself. One that came or went is <c>Price</c>, or <c>Swapped</c> where the asset is another.</item>
/// <item>Where customers share a component differently than last month: last month's amount, divided as this month's is, less what each
/// paid: <c>MovedIn</c> and <c>MovedOut</c>, which sum to nothing over the customers.</item>
/// <item>What is left is the change of the component's whole amount, seen as share of the month × mean quantity × unit price, divided
/// between the customers as this month's amount is: first <c>Days</c>, then <c>Quantity</c> at last month's price, and the rest is
/// <c>Swapped</c> or <c>Price</c>. Where some one price, with rounding, gives both months, the price did not change and the rest
/// belongs to <c>Quantity</c>, else to <c>Days</c>, else to <c>Other</c>.</item>
/// </list>
/// A PC of 262.50 a month moves on 20 May and costs 300.00 from June on: in May the old customer has MovedOut −101.61 and the new one
/// MovedIn 101.61; in June −160.89 and 160.89, and the new one Price 37.50 beside it.
/// </summary>
public static class ChangeCauses
{
    /// <summary>Adds one line's causes to the tally.</summary>
    /// <param name="before">The line's charges posted last month, corrections included; none where it had none.</param>
    /// <param name="now">The line's charges posted this month.</param>
    /// <param name="customerOf">From unit code to customer code, as both months are to be seen.</param>
    public static void Add(IReadOnlyList<Charge> before, IReadOnlyList<Charge> now, Func<string, string> customerOf, ChangeTally into) =>
        Add(before, now, row => customerOf(row.UnitCode), row => customerOf(row.UnitCode), into);

    /// <summary>The same where a unit may have changed customers between the months: it has moved, line by line.</summary>
    /// <param name="payerBefore">The code of the customer that a charge of last month was posted to.</param>
    /// <param name="payerNow">The code of the customer that a charge of this month is posted to.</param>
    public static void Add(IReadOnlyList<Charge> before, IReadOnlyList<Charge> now, Func<Charge, string> payerBefore, Func<Charge, string> payerNow, ChangeTally into)
    {
        if (Unchanged(before, now, payerBefore, payerNow)) return;
        var old = Ordinary(before, -1, payerBefore, into);
        var current = Ordinary(now, 1, payerNow, into);
        if (old.Count == 0 || current.Count == 0)
        {
            foreach (var row in old) into.Add(payerBefore(row), ChangeCause.Ended, -row.Amount, row.LineCode);
            foreach (var row in current) into.Add(payerNow(row), ChangeCause.Started, row.Amount, row.LineCode);
            return;
        }

        OneLine.Demand(old, current[0]);
        var priceCause = LastOf(old).AssetTag == LastOf(current).AssetTag ? ChangeCause.Price : ChangeCause.Swapped;
        foreach (var component in ComponentsOf(old, current))
            ComponentChange.Add(old.FindAll(row => row.Component == component), current.FindAll(row => row.Component == component), priceCause, payerBefore, payerNow, into);
    }

    // Nearly every line of nearly every month: as last month, whole months both. It must cost nothing.
    private static bool Unchanged(IReadOnlyList<Charge> before, IReadOnlyList<Charge> now, Func<Charge, string> payerBefore, Func<Charge, string> payerNow)
    {
        if (before.Count != now.Count) return false;
        for (var i = 0; i < now.Count; i++)
        {
            var old = before[i];
            var row = now[i];
            var same = old.Amount == row.Amount && old.UnitCode == row.UnitCode && old.Component == row.Component
                && old.CorrectionOf is null && row.CorrectionOf is null && old.Days == old.Month.Days && row.Days == row.Month.Days
                && payerBefore(old) == payerNow(row);
            if (!same) return false;
        }
        return true;
    }

    private static List<Charge> Ordinary(IReadOnlyList<Charge> rows, int sign, Func<Charge, string> payerOf, ChangeTally into)
    {
        var ordinary = new List<Charge>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            OneLine.Demand(ordinary, row);
            var signed = sign < 0 ? -row.Amount : row.Amount;
            if (row.CorrectionOf is not null) into.Add(payerOf(row), ChangeCause.Correction, signed, row.LineCode);
            else if (Rentals.Components.IsOneOff(row.Component)) into.Add(payerOf(row), ChangeCause.Other, signed, row.LineCode);
            else ordinary.Add(row);
        }
        return ordinary;
    }

    private static Charge LastOf(List<Charge> rows)
    {
        var last = rows[0];
        foreach (var row in rows)
        {
            if (row.From > last.From) last = row;
        }
        return last;
    }

    private static List<string> ComponentsOf(List<Charge> old, List<Charge> current)
    {
        var names = new List<string>();
        foreach (var row in old) AddOnce(names, row.Component);
        foreach (var row in current) AddOnce(names, row.Component);
        return names;
    }

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }
}
