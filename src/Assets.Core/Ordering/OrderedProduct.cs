using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Core.Ordering;

/// <summary>
/// What an order line is priced and picked by: the product as the edition has it or, for a wish outside the standard, that product
/// with what the IT architect has chosen. One way for the basket, the architect and the delivery, so that they agree to the öre.
/// </summary>
public static class OrderedProduct
{
    /// <param name="product">What the line names of the catalogue; none for a wish that is nothing of it.</param>
    /// <param name="wish">What is asked for outside the standard; none for a line that keeps to it.</param>
    /// <param name="model">The code of the model that the architect has chosen.</param>
    /// <param name="price">What one costs to buy, without VAT; none until the architect has said.</param>
    /// <param name="kind">What the chosen model is; only for a wish that is nothing of the catalogue.</param>
    /// <returns>None for a wish outside the catalogue that has no price yet.</returns>
    public static Product? Of(Product? product, string? wish, string? model, Money? price, AssetKind? kind = null)
    {
        if (wish is null) return product;
        if (product is null) return price is { } bought ? Alone(wish, model, bought, kind) : null;
        var parts = product.Parts;
        if (model is not null && parts.FirstOrDefault(part => part.Kind == PartKind.Equipment) is { } first)
            parts = [.. parts.Select(part => ReferenceEquals(part, first) ? part with { Models = [model] } : part)];
        return product with { PurchasePrice = price ?? product.PurchasePrice, Residual = price is null ? product.Residual : Money.Zero, Parts = parts };
    }

    /// <summary>
    /// The rent of the first whole month and of the whole term, with the rules' deviation fee where there is a wish: 357.50 within the
    /// standard becomes 407.50 with a fee of 50.00.
    /// </summary>
    public static Outcome<MonthPrice> Price(Product product, RentRules rules, string? wish, int termMonths, DateOnly start, IEnumerable<InterestRow> interest) =>
        ProductPrice.Month(product, termMonths, start, interest, wish is null ? Money.Zero : rules.DeviationFee);

    // A wish on its own is one thing, without support: bought, and written off straight over the term to nothing.
    private static Product Alone(string wish, string? model, Money price, AssetKind? kind) => new(
        "", ProductKind.Device, new Bilingual(wish, wish), new Bilingual("", ""), "package", Method.A, price, Money.Zero, [], Money.Zero,
        [new Part(PartKind.Equipment, new Bilingual(wish, wish), kind, model is null ? [] : [model], 1, Money.Zero)], []);
}
