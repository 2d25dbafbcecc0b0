using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// Method A: straight-line depreciation and, every month alike, a twelfth of the yearly interest on the mean of price and residual.
/// 12,000.00 over 48 months at 2.5 %: 250.00 + 12.50 = 262.50.
/// </summary>
public static class StraightLineLevel
{
    public static Money MonthRate(CapitalComponent capital, int quantity)
    {
        var price = capital.PurchasePrice.Kronor;
        var residual = capital.Residual.Kronor;

        // (price − residual)/term + (price + residual)/2 × percent/1200 over one divisor: everything above it is exact, so that an
        // amount that ends on half an öre is seen as such. Two rounded quotients could add up to a hair below it.
        var above = (2400m * (price - residual)) + (capital.TermMonths * (price + residual) * capital.InterestPercent);
        return Rounding.ToOre(quantity * above / (2400m * capital.TermMonths));
    }
}
