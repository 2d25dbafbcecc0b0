using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>What a product costs, by the same calculation with which its contract line is made and rated.</summary>
public static class ProductPrice
{
    /// <summary>
    /// What a line's price is made from: the capital of all equipment, the support, and a surcharge for each service or licence with a
    /// rate. Services that share a name are told apart by a number, since components of one line differ in name.
    /// </summary>
    public static PriceRequest Request(Product product, int termMonths, DateOnly start, Money deviationFee)
    {
        var surcharges = new List<Surcharge>();
        foreach (var part in product.Parts)
        {
            if (part.MonthlyRate == Money.Zero) continue;
            surcharges.Add(new Surcharge(FreeName(surcharges, ComponentName(part.Name.Swedish)), part.MonthlyRate));
        }
        if (deviationFee > Money.Zero) surcharges.Add(new Surcharge(Deviation, deviationFee));
        return new PriceRequest(product.Method, product.PurchasePrice, product.Residual, termMonths, product.Support, [.. surcharges], start);
    }

    /// <summary>The component that is charged for what lies outside the standard.</summary>
    public const string Deviation = "deviation_fee";

    /// <summary>The rent of the first whole month: PC 12 000.00 over 48 months at 2.5 % by method A with support 95.00 is 357.50.</summary>
    public static Outcome<MonthPrice> Month(Product product, int termMonths, DateOnly start, IEnumerable<InterestRow> interest, Money deviationFee = default)
    {
        if (!PriceCalculation.MakePrice(Request(product, termMonths, start, deviationFee), interest).TryGet(out var price, out var refusal)) return refusal;
        var first = Money.Zero;
        var term = Money.Zero;
        foreach (var component in price.Components)
        {
            for (var month = 1; month <= termMonths; month++)
            {
                var rate = component switch
                {
                    FlatComponent flat => flat.MonthlyRate,
                    CapitalComponent capital => CapitalPricing.MonthRate(capital, month, 1),
                    _ => throw new InvalidOperationException($"{component.GetType().Name} has no month rate."),
                };
                if (month == 1) first += rate;
                term += rate;
            }
        }
        return new MonthPrice(first, term, price);
    }

    private static string ComponentName(string name) => new([.. name.Where(letter => letter != ':' && !char.IsControl(letter))]);

    private static string FreeName(List<Surcharge> taken, string name)
    {
        var free = name;
        for (var number = 2; taken.Exists(surcharge => surcharge.Name == free); number++) free = $"{name} {number}";
        return free;
    }
}

/// <param name="FirstMonth">A whole first month; later ones are lower by methods B and C.</param>
/// <param name="WholeTerm">All months of the term together.</param>
public sealed record MonthPrice(Money FirstMonth, Money WholeTerm, Price Price);
