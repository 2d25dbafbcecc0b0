using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// Method B: straight-line depreciation and interest on the book value at the start of the contract month. 12,000.00 over 48 months
/// at 2.5 %: 275.00 in month 1, 268.75 in month 13, 250.52 in month 48.
/// </summary>
public static class StraightLineMonthly
{
    /// <param name="contractMonth">From 1 to the term.</param>
    public static Money MonthRate(CapitalComponent capital, int contractMonth, int quantity) => MonthRateAfter(capital, contractMonth - 1, quantity);

    /// <summary>The rate with interest on the book value after so many whole months of depreciation. One division, as in method A.</summary>
    internal static Money MonthRateAfter(CapitalComponent capital, int depreciatedMonths, int quantity)
    {
        var price = capital.PurchasePrice.Kronor;
        var wear = price - capital.Residual.Kronor;
        var bookValueTimesTerm = (capital.TermMonths * price) - (depreciatedMonths * wear);
        var above = (1200m * wear) + (bookValueTimesTerm * capital.InterestPercent);
        return Rounding.ToOre(quantity * above / (1200m * capital.TermMonths));
    }
}
