using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// What a capital component is worth on a day: the basis of a loss fee (book value) and of an early return (capital not yet paid).
/// Within a contract month the value falls evenly by day, so that an owner gains nothing by the day on which something is returned.
/// </summary>
public static class CapitalValue
{
    /// <summary>
    /// The book value of the quantity at the beginning of a day: the price on or before the start, the residual after the term.
    /// 12,000.00 over 48 months from 10 March 2026: 11,750.00 on 10 April 2026, 11,625.00 on 25 April (15 of 30 days into month 2).
    /// </summary>
    public static Money BookValue(CapitalComponent capital, DateOnly day, int quantity = 1)
    {
        if (day <= capital.Start) return Times(quantity, capital.PurchasePrice);
        if (day >= capital.Until) return Times(quantity, capital.Residual);
        var number = CapitalPricing.ContractMonthOf(capital, day);
        var month = CapitalSchedule.Of(capital, quantity).Months[number - 1];
        var gone = Rounding.Share(month.Depreciation, 0, day.DayNumber - month.From.DayNumber, month.Until.DayNumber - month.From.DayNumber);
        return month.Opening - gone;
    }

    /// <summary>The capital that has not been charged at the beginning of a day: book value less residual, without the interest to come.</summary>
    public static Money UnpaidCapital(CapitalComponent capital, DateOnly day, int quantity = 1) =>
        BookValue(capital, day, quantity) - Times(quantity, capital.Residual);

    private static Money Times(int quantity, Money amount) => Money.FromOre(checked(quantity * amount.Ore));
}
