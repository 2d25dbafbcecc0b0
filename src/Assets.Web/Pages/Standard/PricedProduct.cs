using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Web.Pages.Standard;

/// <summary>What a product costs over one of its terms.</summary>
/// <param name="Month">The first whole month.</param>
/// <param name="Whole">All months together.</param>
public sealed record TermPrice(int Months, Money Month, Money Whole, bool IsDefault);

/// <summary>A product with its prices on a day.</summary>
/// <param name="Terms">Empty where it cannot be priced: <paramref name="Refused"/> says why.</param>
public sealed record PricedProduct(Product Product, IReadOnlyList<TermPrice> Terms, Refusal? Refused)
{
    /// <summary>The price that is shown first.</summary>
    public TermPrice? Usual => Terms.FirstOrDefault(term => term.IsDefault) ?? (Terms.Count > 0 ? Terms[^1] : null);

    public static IReadOnlyList<PricedProduct> Of(Edition edition, DateOnly day, IReadOnlyCollection<InterestRow> interest) =>
        [.. edition.Products.Select(product => Of(product, edition.Rules, day, interest))];

    private static PricedProduct Of(Product product, RentRules rules, DateOnly day, IReadOnlyCollection<InterestRow> interest)
    {
        var terms = new List<TermPrice>();
        foreach (var months in product.TermMonths.Select(term => term.Months).Distinct().Order())
        {
            if (!ProductPrice.Month(product, months, day, interest).TryGet(out var price, out var refusal)) return new PricedProduct(product, [], refusal);
            terms.Add(new TermPrice(months, price.FirstMonth, price.WholeTerm, months == rules.DefaultTermMonths));
        }
        return new PricedProduct(product, terms, null);
    }

    /// <summary>The day by which an edition's prices are shown: today while it is in force, its first day otherwise.</summary>
    public static DateOnly DayOf(DateOnly? validFrom, EditionStanding standing, DateOnly today) => standing == EditionStanding.InForce ? today : validFrom ?? today;
}
