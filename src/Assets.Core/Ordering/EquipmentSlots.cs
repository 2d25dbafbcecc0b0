using Assets.Core.Inventory;
using Assets.Core.Standard;

namespace Assets.Core.Ordering;

/// <summary>One piece of equipment that an order line is to get.</summary>
/// <param name="Number">From 0; two screens of one part are two slots.</param>
/// <param name="Kind">None: any.</param>
/// <param name="Models">The models that are allowed, by code; empty: any of the kind.</param>
public sealed record EquipmentSlot(int Number, Bilingual? Name, AssetKind? Kind, IReadOnlyList<string> Models)
{
    public bool Allows(AssetKind kind, string modelCode) =>
        (Kind is null || Kind == kind) && (Models.Count == 0 || Models.Contains(modelCode, StringComparer.OrdinalIgnoreCase));
}

/// <summary>What is to be picked for an order line, piece by piece.</summary>
public static class EquipmentSlots
{
    /// <summary>Of a line by its kind; nothing is picked for a move or a return.</summary>
    public static IReadOnlyList<EquipmentSlot> Of(OrderLineKind kind, Product? product, AssetKind? old) => kind switch
    {
        OrderLineKind.New => OfNew(product),
        OrderLineKind.Replace => OfReplacement(product, old),
        _ => [],
    };

    /// <summary>
    /// Of something new. A workplace with one laptop and two screens has the slots 0 (laptop), 1 and 2 (screens); the asset in the first
    /// stands on the contract line.
    /// </summary>
    /// <param name="product">As ordered (<see cref="OrderedProduct"/>); none where nobody can say what it is: one piece of anything.</param>
    public static IReadOnlyList<EquipmentSlot> OfNew(Product? product)
    {
        if (product is null) return [new EquipmentSlot(0, null, null, [])];
        var slots = new List<EquipmentSlot>();
        foreach (var part in product.Parts)
        {
            if (part.Kind != PartKind.Equipment) continue;
            for (var piece = 0; piece < part.Quantity; piece++) slots.Add(new EquipmentSlot(slots.Count, part.Name, part.AssetKind, [.. part.Models]));
        }
        return slots;
    }

    /// <summary>Of a replacement: one piece in the place of the old one, as the product has it; one of the same kind where no product says more.</summary>
    /// <param name="old">The kind of the asset that goes; none where the line has none yet.</param>
    public static IReadOnlyList<EquipmentSlot> OfReplacement(Product? product, AssetKind? old)
    {
        var alike = product is null ? null : OfNew(product).FirstOrDefault(slot => slot.Kind is null || old is null || slot.Kind == old);
        return [alike is null ? new EquipmentSlot(0, null, old, []) : alike with { Number = 0 }];
    }
}
