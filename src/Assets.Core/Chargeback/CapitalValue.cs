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
        var (opening, depreciation) = Month(capital, number, quantity);
        var from = CapitalPricing.FirstDay(capital, number).DayNumber;
        return opening - Rounding.Share(depreciation, 0, day.DayNumber - from, CapitalPricing.FirstDay(capital, number + 1).DayNumber - from);
    }

    /// <summary>The capital that has not been charged at the beginning of a day: book value less residual, without the interest to come.</summary>
    public static Money UnpaidCapital(CapitalComponent capital, DateOnly day, int quantity = 1) =>
        BookValue(capital, day, quantity) - Times(quantity, capital.Residual);

    private static (Money Opening, Money Depreciation) Month(CapitalComponent capital, int number, int quantity)
    {
        if (capital.Method == Method.D)
        {
            var month = CapitalSchedule.Of(capital, quantity).Months[number - 1];
            return (month.Opening, month.Depreciation);
        }
        var opening = CapitalSchedule.StraightClosing(capital, number - 1, quantity);
        return (opening, opening - CapitalSchedule.StraightClosing(capital, number, quantity));
    }

    private static Money Times(int quantity, Money amount) => Money.FromOre(checked(quantity * amount.Ore));
}
