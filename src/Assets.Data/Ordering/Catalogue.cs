using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>What a product costs with one of its terms.</summary>
public sealed record TermPrice(int Months, Money Month, Money WholeTerm);

/// <param name="Prices">One for each term, shortest first; empty where no interest is in force, so that there is no price.</param>
public sealed record CatalogueItem(Product Product, IReadOnlyList<TermPrice> Prices)
{
    /// <summary>The price with the edition's own term where the product has it, else with its longest.</summary>
    public TermPrice? Usual(int defaultTerm) => Prices.FirstOrDefault(price => price.Months == defaultTerm) ?? (Prices.Count > 0 ? Prices[^1] : null);
}

/// <summary>What a unit may order on a day, at the prices of the edition in force.</summary>
/// <param name="Edition">None before the first decision: then nothing can be ordered.</param>
public sealed record Catalogue(DatedEdition? Edition, IReadOnlyList<CatalogueItem> Items)
{
    public IEnumerable<CatalogueItem> Of(ProductKind kind) => Items.Where(item => item.Product.Kind == kind);

    public CatalogueItem? Find(string? code) => Items.FirstOrDefault(item => string.Equals(item.Product.Code, code, StringComparison.OrdinalIgnoreCase));

    public static Catalogue Read(Database database, int unitId, DateOnly today)
    {
        var edition = DatedEdition.InForce(database, today);
        if (edition is null) return new Catalogue(null, []);
        using var reading = PageReading.Begin(database);
        return Of(edition, OrderingUnit.PathOf(reading, unitId), today, Interest(reading));
    }

    /// <param name="path">The codes of the unit and of all above it.</param>
    internal static Catalogue Of(DatedEdition edition, IReadOnlyList<string> path, DateOnly today, List<InterestRow> interest) => new(edition, [.. edition.Content.Products
        .Where(product => OrderFaults.MayOrder(product, path))
        .Select(product => new CatalogueItem(product, Prices(product, edition.Content.Rules, today, interest)))]);

    internal static List<InterestRow> Interest(PageReading reading) =>
        reading.Rows(Query.Of("select valid_from, milli_percent from interest_rates"), r => new InterestRow(r.Day(0), r.GetInt32(1) / 1000m));

    private static List<TermPrice> Prices(Product product, RentRules rules, DateOnly today, List<InterestRow> interest)
    {
        var prices = new List<TermPrice>();
        foreach (var term in ((IEnumerable<Term>)product.TermMonths).OrderBy(term => term.Months))
        {
            if (OrderedProduct.Price(product, rules, null, term.Months, today, interest).TryGet(out var price, out _)) prices.Add(new TermPrice(term.Months, price.FirstMonth, price.WholeTerm));
        }
        return prices;
    }
}
