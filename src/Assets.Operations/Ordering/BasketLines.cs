using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Standard;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>How lines of a basket are made and what their texts become.</summary>
internal static class BasketLines
{
    public const int LongestText = 200;
    public const int LongestWish = 2000;

    /// <param name="before">The line whose place a new one takes over: three workplaces mostly go to one house.</param>
    public static StoredOrderLine New(int orderId, int number, string? product, string? wish, int? partOf, int termMonths, StoredOrderLine? before) => new(
        orderId, number, OrderLineKind.New, product, wish, null, null, partOf, termMonths, Money.Zero, null, null, before?.SiteId, null, null, null, null, null, null, null, null);

    /// <summary>An add-on's term: its workplace's where it has that one, else the edition's own or its longest.</summary>
    public static int Term(Product addOn, Edition edition, int wanted)
    {
        if (addOn.TermMonths.Any<Term>(term => term.Months == wanted)) return wanted;
        return addOn.TermMonths.Any<Term>(term => term.Months == edition.Rules.DefaultTermMonths) ? edition.Rules.DefaultTermMonths : addOn.TermMonths.Max<Term>(term => term.Months);
    }

    /// <summary>A wish that is nothing of the catalogue has no list of terms: any that a contract line may have.</summary>
    public static bool MayHaveTerm(Product? product, int months) =>
        product is null ? months is >= 1 and <= LineRules.GreatestTermMonths : product.TermMonths.Any<Term>(term => term.Months == months);

    public static string? Text(string? text, int longest = LongestText)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim().Normalize();
        return trimmed.Length > longest ? trimmed[..longest] : trimmed;
    }
}
