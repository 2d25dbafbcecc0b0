using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>The last two steps of <see cref="ChangeCauses"/>: one component of one line that runs in both months.</summary>
internal static class ComponentChange
{
    public static void Add(List<Charge> old, List<Charge> current, ChangeCause priceCause, Func<Charge, string> payerBefore, Func<Charge, string> payerNow, ChangeTally into)
    {
        if (old.Count == 0 || current.Count == 0)
        {
            foreach (var row in old) into.Add(payerBefore(row), priceCause, -row.Amount, row.LineCode);
            foreach (var row in current) into.Add(payerNow(row), priceCause, row.Amount, row.LineCode);
            return;
        }

        var line = current[0].LineCode;
        var before = MonthUse.Of(old);
        var now = MonthUse.Of(current);
        var causes = Divide(before, now, priceCause);
        var shares = SharesOf(old, current, payerBefore, payerNow);

        // Each sum is divided cumulatively over the customers by what they pay this month, so that the parts make up the whole.
        var running = Money.Zero;
        var movedSoFar = Money.Zero;
        var daysSoFar = Money.Zero;
        var quantitySoFar = Money.Zero;
        foreach (var (customer, was, isNow) in shares)
        {
            running += isNow;
            var moved = Part(before.Amount, running, now.Amount) - movedSoFar;
            movedSoFar += moved;
            moved = now.Amount != Money.Zero ? moved - was : shares.Count > 1 ? isNow - was : Money.Zero;
            var days = Part(causes.Days, running, now.Amount) - daysSoFar;
            daysSoFar += days;
            var quantity = Part(causes.Quantity, running, now.Amount) - quantitySoFar;
            quantitySoFar += quantity;
            var rest = isNow - was - moved - days - quantity;

            var enters = before.Amount < Money.Zero ? moved < Money.Zero : moved > Money.Zero;
            into.Add(customer, enters ? ChangeCause.MovedIn : ChangeCause.MovedOut, moved, line);
            into.Add(customer, ChangeCause.Days, days, line);
            into.Add(customer, ChangeCause.Quantity, quantity, line);
            into.Add(customer, causes.Remainder, rest, line);
        }
    }

    // Days and Quantity in money; whatever is left of the difference belongs to Remainder.
    private static (Money Days, Money Quantity, ChangeCause Remainder) Divide(MonthUse before, MonthUse now, ChangeCause priceCause)
    {
        var samePrice = before.MayHavePriceOf(now);
        var sameQuantity = before.Quantity == now.Quantity;
        var sameDays = before.Share == now.Share;
        var days = Rounding.ToOre(before.Amount.Kronor * (now.Share - before.Share) / before.Share);
        var withDays = before.Amount.Kronor * now.Share / before.Share;
        var quantity = Rounding.ToOre(withDays * (now.Quantity - before.Quantity) / before.Quantity);
        if (!samePrice) return (days, quantity, priceCause);
        if (!sameQuantity) return (days, Money.Zero, ChangeCause.Quantity);
        return (Money.Zero, Money.Zero, sameDays ? ChangeCause.Other : ChangeCause.Days);
    }

    // The quotient first: the product of two great amounts would not fit, and the whole by the whole is exactly one.
    private static Money Part(Money whole, Money running, Money total) =>
        total == Money.Zero ? Money.Zero : Rounding.ToOre(whole.Kronor * (running.Kronor / total.Kronor));

    private static List<(string Customer, Money Was, Money Now)> SharesOf(List<Charge> old, List<Charge> current, Func<Charge, string> payerBefore, Func<Charge, string> payerNow)
    {
        var shares = new List<(string Customer, Money Was, Money Now)>();
        foreach (var row in old) Note(shares, payerBefore(row), row.Amount, Money.Zero);
        foreach (var row in current) Note(shares, payerNow(row), Money.Zero, row.Amount);
        return shares;
    }

    private static void Note(List<(string Customer, Money Was, Money Now)> shares, string customer, Money was, Money now)
    {
        for (var i = 0; i < shares.Count; i++)
        {
            if (shares[i].Customer != customer) continue;
            shares[i] = (customer, shares[i].Was + was, shares[i].Now + now);
            return;
        }
        shares.Add((customer, was, now));
    }
}
