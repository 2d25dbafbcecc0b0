using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// Method D: the level payment in arrears that brings price down to residual over the term, (P − Sv)·r/(1 − v) with v = (1+r)^−term.
/// 12,000.00 over 48 months at 2.5 %: 262.97. Each month is charged that amount; what the last recovers too much stays (0.09 here,
/// shown by <see cref="CapitalSchedule"/>).
/// </summary>
public static class Annuity
{
    public static Money MonthRate(CapitalComponent capital, int quantity)
    {
        var price = capital.PurchasePrice.Kronor;
        var residual = capital.Residual.Kronor;
        if (capital.InterestPercent == 0) return Rounding.ToOre(quantity * (price - residual) / capital.TermMonths);

        var rate = capital.InterestPercent / 1200m;
        var present = 1m / Power(1m + rate, capital.TermMonths);
        return Rounding.ToOre(quantity * (price - (residual * present)) * rate / (1m - present));
    }

    // In decimal, since a double's power may differ in its last bit between processors, and a closed month must come out the same
    // everywhere. By squaring: seven multiplications for 48 months.
    private static decimal Power(decimal number, int exponent)
    {
        var result = 1m;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result *= number;
            if (exponent > 1) number *= number;
        }
        return result;
    }
}
