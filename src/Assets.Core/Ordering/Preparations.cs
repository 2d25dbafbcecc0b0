using Assets.Core.Standard;

namespace Assets.Core.Ordering;

/// <summary>Something to set up before a workplace is handed over.</summary>
/// <param name="Number">The part's place in the product, from 0.</param>
public sealed record Preparation(int Number, Bilingual Name);

/// <summary>The list that a technician ticks, from the product: its services and licences. Equipment is picked instead.</summary>
public static class Preparations
{
    /// <summary>From this number on stand the items that somebody has added to an order.</summary>
    public const int FirstAdded = 1000;

    public static IReadOnlyList<Preparation> Of(Product? product)
    {
        var list = new List<Preparation>();
        if (product is null) return list;
        for (var number = 0; number < product.Parts.Count; number++)
        {
            if (product.Parts[number].Kind != PartKind.Equipment) list.Add(new Preparation(number, product.Parts[number].Name));
        }
        return list;
    }
}
