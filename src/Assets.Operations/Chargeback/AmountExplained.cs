using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Chargeback;

/// <summary>Takes a rated charge apart again: the rate, the days, both roundings, and the schedule behind a capital part.</summary>
internal static class AmountExplained
{
    /// <param name="charge">Of the month it is about, as rated: no half of a correction.</param>
    public static ExplainedAmount Of(LineSnapshot line, Charge charge)
    {
        if (Components.IsOneOff(charge.Component)) return new("once", null, 1, null, 0, 0, charge.Month.Days, null, null, null, null, null, null, null, charge.Amount);
        foreach (var segment in line.Segments)
        {
            if (!segment.Period.Contains(charge.From)) continue;
            foreach (var component in segment.Price.Components)
            {
                if (component.Name != charge.Component) continue;
                return component is CapitalComponent capital
                    ? OfCapital(charge, capital)
                    : Prorated(charge, "flat", ((FlatComponent)component).MonthlyRate, Money.FromOre(checked(charge.Quantity * ((FlatComponent)component).MonthlyRate.Ore)));
            }
        }
        throw new InvalidOperationException($"{charge.Id} was rated from a version of its line that has no such component.");
    }

    private static ExplainedAmount OfCapital(Charge charge, CapitalComponent capital)
    {
        var number = CapitalPricing.ContractMonthOf(capital, charge.From);
        var schedule = CapitalSchedule.Of(capital, charge.Quantity);
        return Prorated(charge, "capital", null, CapitalPricing.MonthRate(capital, number, charge.Quantity)) with
        {
            Capital = capital,
            ContractMonth = schedule.Months[number - 1],
            ChargedBeyondPayments = schedule.Difference,
        };
    }

    private static ExplainedAmount Prorated(Charge charge, string rule, Money? unitRate, Money month)
    {
        var first = charge.Month.First.DayNumber;
        var (before, until, days) = (charge.From.DayNumber - first, charge.Until.DayNumber - first, charge.Month.Days);
        var (roundedBefore, roundedUntil) = (Rounding.Share(month, 0, before, days), Rounding.Share(month, 0, until, days));
        return new ExplainedAmount(
            rule, unitRate, charge.Quantity, month, before, until, days,
            month.Kronor * until / days, roundedUntil, month.Kronor * before / days, roundedBefore, null, null, null, roundedUntil - roundedBefore);
    }
}
