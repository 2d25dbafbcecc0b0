using Assets.Core.Values;
using Assets.Data.Access;

namespace Assets.Operations.Inventory;

/// <summary>What an asset becomes where its model, serial, price, supplier or warranty is corrected.</summary>
internal static class PurchaseFacts
{
    private const int LongestSerial = 100;

    public static Outcome<AssetFacts> Become(AssetFacts old, AssetPurchase purchase, AssetPlaces places, Reach within)
    {
        if (!places.TryModel(purchase.ModelCode, out var model) || model is null) return new Refusal(AssetRefusals.UnknownModel, purchase.ModelCode);
        if (!places.TrySupplier(purchase.SupplierCode ?? "", out var supplier)) return new Refusal(AssetRefusals.UnknownSupplier, purchase.SupplierCode ?? "");
        if (purchase.Price < Money.Zero) return new Refusal(AssetRefusals.NegativePrice, $"{old.Tag} {purchase.Price}");
        var serial = string.IsNullOrWhiteSpace(purchase.Serial) ? null : purchase.Serial.Trim().Normalize();
        if (serial is not null && (serial.Length > LongestSerial || serial.Any(char.IsControl))) return new Refusal(AssetRefusals.UnusableKey, serial);
        if (serial is null && old.Serial is not null) return new Refusal(AssetRefusals.SerialMissing, old.Tag);
        if (serial is not null && places.HolderOf(Keys.Fold(serial), old.Id) is { } holder)
            return new Refusal(AssetRefusals.DuplicateSerial, places.Covers(within, holder) ? $"{serial} {places.Tag(holder)}" : serial);
        return old with
        {
            ModelId = model.Value,
            Kind = places.KindOf(model.Value),
            Serial = serial,
            PurchasedOn = purchase.PurchasedOn,
            Price = purchase.Price,
            SupplierId = supplier,
            WarrantyUntil = purchase.WarrantyUntil,
        };
    }
}
