using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>What a segment costs in a whole month: a figure for lists, never one that is charged.</summary>
public static class MonthlyRent
{
    /// <summary>
    /// All components together, of a capital part the contract month that the day lies in and nothing outside its term: 12,000.00 over 48
    /// months with 95.00 for support is 357.50 by method A for four years and 95.00 after them, by method B 370.00 at first and 357.50 in
    /// month 25. Before the segment as on its first day, after it as on its last.
    /// </summary>
    public static Money On(Segment segment, DateOnly day)
    {
        if (day < segment.Period.From) day = segment.Period.From;
        else if (segment.Period.Until <= day) day = segment.Period.Until.Value.AddDays(-1);
        var rent = Money.Zero;
        foreach (var component in segment.Price.Components) rent += On(component, segment.Quantity, day);
        return rent;
    }

    private static Money On(Component component, int quantity, DateOnly day) => component switch
    {
        FlatComponent flat => Money.FromOre(checked(quantity * flat.MonthlyRate.Ore)),
        CapitalComponent capital when day >= capital.Start && day < capital.Until =>
            CapitalPricing.MonthRate(capital, CapitalPricing.ContractMonthOf(capital, day), quantity),
        _ => Money.Zero,
    };
}
