using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>Which rule prices a capital component, and how contract months lie in the calendar.</summary>
public static class CapitalPricing
{
    /// <summary>What the quantity costs in the contract month, in whole öre, rounded once.</summary>
    /// <param name="contractMonth">From 1 to the term.</param>
    public static Money MonthRate(CapitalComponent capital, int contractMonth, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contractMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contractMonth, capital.TermMonths);
        return capital.Method switch
        {
            Method.A => StraightLineLevel.MonthRate(capital, quantity),
            Method.B => StraightLineMonthly.MonthRate(capital, contractMonth, quantity),
            Method.C => StraightLineYearly.MonthRate(capital, contractMonth, quantity),
            Method.D => Annuity.MonthRate(capital, quantity),
            _ => throw new ArgumentException($"Method {capital.Method} has no rule.", nameof(capital)),
        };
    }

    /// <summary>True where the rate depends on the contract month, so that a calendar month has a charge for each that it touches.</summary>
    public static bool RunsByContractMonth(Method method) => method is Method.B or Method.C;

    /// <summary>The first day of a contract month. From 31 January: 31 January, 28 February, 31 March; counted from the start, so that a short month does not pull the later ones back.</summary>
    public static DateOnly FirstDay(CapitalComponent capital, int contractMonth) => capital.Start.AddMonths(contractMonth - 1);

    /// <summary>The contract month that a day from the start on lies in: with a start on 10 March, 9 April is in 1 and 10 April in 2.</summary>
    public static int ContractMonthOf(CapitalComponent capital, DateOnly day)
    {
        var whole = ((day.Year - capital.Start.Year) * 12) + day.Month - capital.Start.Month;
        return day < capital.Start.AddMonths(whole) ? whole : whole + 1;
    }
}
