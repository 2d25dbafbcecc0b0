using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>Tells whether a line's price is the one that an edition asks for a product, or one that somebody gave by hand.</summary>
public static class EditionPrice
{
    /// <summary>
    /// True where every part of the price is the product's: method, purchase price and residual of the capital, support, and a surcharge
    /// for each service, with or without the fee outside the standard. Term, interest and first day are the line's own and not compared:
    /// a price of 262.50 over 48 months at 2.5 % and one of 250.00 at 0 % are both of the product that costs 12,000.00.
    /// </summary>
    public static bool IsOf(Price price, Product product, RentRules rules) =>
        price == Of(price, product, Money.Zero) || (rules.DeviationFee > Money.Zero && price == Of(price, product, rules.DeviationFee));

    private static Price? Of(Price price, Product product, Money fee)
    {
        var capital = CapitalOf(price);
        var start = capital?.Start ?? DateOnly.MinValue;
        var request = ProductPrice.Request(product, capital?.TermMonths ?? product.TermMonths[0].Months, start, fee);
        return PriceCalculation.MakePrice(request, [new InterestRow(start, capital?.InterestPercent ?? 0)]).TryGet(out var made, out _) ? made : null;
    }

    /// <summary>The calculated part of a price; none where it has fixed amounts alone.</summary>
    public static CapitalComponent? CapitalOf(Price price)
    {
        foreach (var component in price.Components)
        {
            if (component is CapitalComponent capital) return capital;
        }
        return null;
    }
}
