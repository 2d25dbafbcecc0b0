using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// Method C: as B, with the book value at the start of the contract year. 12,000.00 over 48 months at 2.5 %: 275.00, 268.75, 262.50
/// and 256.25 in the four years.
/// </summary>
public static class StraightLineYearly
{
    /// <param name="contractMonth">From 1 to the term.</param>
    public static Money MonthRate(CapitalComponent capital, int contractMonth, int quantity) =>
        StraightLineMonthly.MonthRateAfter(capital, (contractMonth - 1) / 12 * 12, quantity);
}
