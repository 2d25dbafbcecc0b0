using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>The price of an edition for a line that runs already: what the rule for running lines gives it.</summary>
public static class RunningPrice
{
    /// <summary>
    /// Everybody who rents the product for the same term pays the same from the day: capital, support and services are the edition's, the
    /// interest is the one in force on the day. The term goes on as it was, so that the capital part ends when it would have ended:
    /// begun on 10 February 2026 for 48 months, repriced from 1 January 2027, it ends on 10 February 2030.
    /// </summary>
    /// <param name="running">The price that the line has on the day. Its fee outside the standard becomes the edition's.</param>
    /// <param name="began">The line's first day: where a price was given by hand, the term is counted from it.</param>
    public static Outcome<Price> Of(Price running, Product product, RentRules rules, DateOnly began, DateOnly day, IEnumerable<InterestRow> interest)
    {
        var capital = EditionPrice.CapitalOf(running);
        var fee = running.Components.Any(component => component.Name == ProductPrice.Deviation) ? rules.DeviationFee : Money.Zero;
        var term = capital?.TermMonths ?? RenewalEffect.TermOf(product, rules);
        if (!PriceCalculation.MakePrice(ProductPrice.Request(product, term, day, fee), interest).TryGet(out var made, out var refusal)) return refusal;
        var components = new List<Component>();
        foreach (var component in made.Components) components.Add(component is CapitalComponent fresh ? fresh with { Start = capital?.Start ?? began } : component);
        return new Price([.. components]);
    }
}
