using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;

namespace Assets.Core.Standard;

/// <summary>Lines that are alike: the same administration, product or model, and month in which they can be renewed.</summary>
/// <param name="ProductCode">None for a line that was not made from an edition.</param>
/// <param name="Model">The model of its asset; none for a service.</param>
/// <param name="TermEnd">The first of a month from which on the capital term is over; none for a line without one.</param>
/// <param name="BoughtOn">When the asset was bought, to the first of a month; none where that is not known.</param>
public sealed record RunningLines(
    string Administration, string? ProductCode, string? Model, AssetKind? ModelKind, DateOnly? TermEnd, DateOnly? BoughtOn, long Count);

/// <summary>What one product's new price means for one administration.</summary>
/// <param name="Administration">The code; that of a company, foundation or municipality where what it rents belongs to no administration.</param>
/// <param name="Product">The product's code; none for what lies outside the products.</param>
/// <param name="MonthBefore">A month's rent by the edition in force; none where it has no such product.</param>
/// <param name="MonthAfter">A month's rent by the draft; none where the product is not in it.</param>
/// <param name="WhenRenewed">A whole year when every line has the new price.</param>
/// <param name="FirstYear">The year from the first day, since lines keep their terms until they are renewed.</param>
public sealed record ProductEffect(string Administration, string? Product, long Lines, Money? MonthBefore, Money? MonthAfter, Money WhenRenewed, Money FirstYear);

/// <summary>
/// What a draft does to each administration's year, before the vote. Prices are those of the default term (the longest shorter one, where a
/// product does not have it) with the internal interest of the draft's first day in both editions, so that the difference is the
/// edition's alone.
/// </summary>
public static class RenewalEffect
{
    private const int MonthsOfYear = 12;

    public static IReadOnlyList<ProductEffect> Of(IEnumerable<RunningLines> lines, Edition inForce, Edition draft, DateOnly from, IReadOnlyCollection<InterestRow> interest)
    {
        var before = MonthPrices(inForce, from, interest);
        var after = MonthPrices(draft, from, interest);
        var effects = new Dictionary<(string Administration, string? Product), ProductEffect>();
        foreach (var group in lines)
        {
            var product = ProductOf(group, inForce);
            var key = (group.Administration, product?.Code);
            Money? was = product is not null && before.TryGetValue(product.Code, out var old) ? old : null;
            Money? becomes = product is not null && after.TryGetValue(product.Code, out var fresh) ? fresh : null;
            var difference = was is { } w && becomes is { } b ? b - w : Money.Zero;
            var months = product is null ? 0 : MonthsRenewed(group, product, inForce.Rules, from);
            // A running line that names the product takes the draft's price on the draft's own day, where that comes first.
            if (product is not null && draft.Rules.RunningLinesFrom is { } day && string.Equals(group.ProductCode, product.Code, StringComparison.OrdinalIgnoreCase))
                months = Math.Max(months, MonthsFrom(day, from));
            var known = effects.GetValueOrDefault(key) ?? new ProductEffect(group.Administration, product?.Code, 0, was, becomes, Money.Zero, Money.Zero);
            effects[key] = known with
            {
                Lines = known.Lines + group.Count,
                WhenRenewed = known.WhenRenewed + Times(difference, group.Count * MonthsOfYear),
                FirstYear = known.FirstYear + Times(difference, group.Count * months),
            };
        }
        return [.. effects.Values.OrderBy(effect => effect.Administration, StringComparer.Ordinal).ThenBy(effect => effect.Product is null).ThenBy(effect => effect.Product, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// The product that a line is, by its code (services that began before the standard was here have a product's name instead), or
    /// stands for: the first one whose principal equipment allows the model of its asset.
    /// </summary>
    public static Product? ProductOf(RunningLines line, Edition edition)
    {
        if (line.ProductCode is { } code) return edition.Find(code) ?? edition.Products.FirstOrDefault(product => string.Equals(product.Name.Swedish, code, StringComparison.OrdinalIgnoreCase));
        if (line.Model is not { } model) return null;
        return edition.Products.FirstOrDefault(product => Principal(product) is { } part && part.Models.Contains(model, StringComparer.OrdinalIgnoreCase))
            ?? edition.Products.FirstOrDefault(product => Principal(product) is { Models.IsEmpty: true } part && part.AssetKind == line.ModelKind);
    }

    /// <summary>
    /// The whole months of the year from a day in which a line has the new price: with the day 1 January, a term that ends on 1 October
    /// gives 3, one that ended in March before 12, one that ends in two years 0. A service without a term has the new price at once;
    /// an asset whose term nobody recorded is taken to be replaced when it is as old as the product's term.
    /// </summary>
    public static int MonthsRenewed(RunningLines line, Product product, RentRules rules, DateOnly from)
    {
        var renewal = line.TermEnd ?? (product.PurchasePrice == Money.Zero ? null : line.BoughtOn?.AddMonths(TermOf(product, rules)));
        return renewal is { } day ? MonthsFrom(day, from) : MonthsOfYear;
    }

    private static int MonthsFrom(DateOnly day, DateOnly from)
    {
        var months = 0;
        while (months < MonthsOfYear && from.AddMonths(months) < day) months++;
        return MonthsOfYear - months;
    }

    /// <summary>The term by which a product is priced where nobody has chosen one.</summary>
    public static int TermOf(Product product, RentRules rules)
    {
        var terms = product.TermMonths.Select(term => term.Months).Order().ToList();
        return terms.LastOrDefault(term => term <= rules.DefaultTermMonths, terms[0]);
    }

    private static Part? Principal(Product product) => product.Parts.FirstOrDefault(part => part.Kind == PartKind.Equipment);

    private static Dictionary<string, Money> MonthPrices(Edition edition, DateOnly from, IReadOnlyCollection<InterestRow> interest)
    {
        var prices = new Dictionary<string, Money>(StringComparer.OrdinalIgnoreCase);
        foreach (var product in edition.Products)
        {
            var outcome = ProductPrice.Month(product, TermOf(product, edition.Rules), from, interest);
            if (outcome.TryGet(out var price, out _)) prices[product.Code] = price.FirstMonth;
        }
        return prices;
    }

    private static Money Times(Money amount, long number) => Money.FromOre(checked(amount.Ore * number));
}
