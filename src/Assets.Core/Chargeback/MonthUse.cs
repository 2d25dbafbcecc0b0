using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// A component's month in three numbers: share of the month (19 of 31 days), mean quantity over those days, and amount. Charges carry
/// no rate, so a price is known only as the range that would have rounded to the amounts.
/// </summary>
/// <param name="Share">Days charged over days of the month; above 0.</param>
/// <param name="Quantity">Mean over the days charged.</param>
/// <param name="LowestPrice">Of one unit for a whole month, in kronor.</param>
internal readonly record struct MonthUse(Money Amount, decimal Share, decimal Quantity, decimal LowestPrice, decimal HighestPrice)
{
    public static MonthUse Of(List<Charge> rows)
    {
        var amount = Money.Zero;
        var days = 0;
        long unitDays = 0;
        foreach (var row in rows)
        {
            amount += row.Amount;
            days += row.Days;
            unitDays += (long)row.Quantity * row.Days;
        }

        // The parts of a whole month sum to R(quantity × rate): off by half an öre. A part of one is cut, and rounded, at either end.
        var monthDays = rows[0].Month.Days;
        var slack = days == monthDays ? 0.005m : 0.005m + (0.01m * rows.Count);
        var units = (decimal)unitDays / monthDays;
        return new MonthUse(
            amount,
            (decimal)days / monthDays,
            (decimal)unitDays / days,
            (amount.Kronor - slack) / units,
            (amount.Kronor + slack) / units);
    }

    /// <summary>True where one and the same unit price, with rounding, gives both months.</summary>
    public bool MayHavePriceOf(MonthUse other) => LowestPrice < other.HighestPrice && other.LowestPrice < HighestPrice;
}
