using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Operations.Rentals;

/// <summary>What a segment costs in a whole month at its beginning: a figure for lists, never one that is charged.</summary>
internal static class MonthlyRent
{
    /// <summary>All components together; of a capital part the contract month that the segment's first day lies in, nothing outside its term.</summary>
    public static Money Of(Segment segment)
    {
        var rent = Money.Zero;
        foreach (var component in segment.Price.Components) rent += Of(component, segment);
        return rent;
    }

    private static Money Of(Component component, Segment segment) => component switch
    {
        FlatComponent flat => Money.FromOre(checked(segment.Quantity * flat.MonthlyRate.Ore)),
        CapitalComponent capital when segment.Period.From >= capital.Start && segment.Period.From < capital.Until =>
            CapitalPricing.MonthRate(capital, CapitalPricing.ContractMonthOf(capital, segment.Period.From), segment.Quantity),
        _ => Money.Zero,
    };
}
