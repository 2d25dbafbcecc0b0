using System.Globalization;
using Assets.Core.Inventory;
using Assets.Seed.Files;
using Assets.Seed.Town;

namespace Assets.Seed.Fleet;

/// <summary>Buys assets: gives each its tag, serial and price, and writes them down as a file to import.</summary>
internal sealed class Purchasing(Dice dice)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private int bought;

    public FleetAsset Buy(AssetKind kind, DateOnly day, Unit unit, AssetState state) => Buy(dice.Pick(Market.OfKind(kind)), day, unit, state);

    /// <summary>Of one model: what somebody has ordered.</summary>
    public FleetAsset Buy(string model, DateOnly day, Unit unit, AssetState state) => Buy(Market.Models.Single(one => one.Code == model), day, unit, state);

    private FleetAsset Buy(Model model, DateOnly day, Unit unit, AssetState state)
    {
        var number = ++bought;
        return new FleetAsset
        {
            Tag = string.Create(CultureInfo.InvariantCulture, $"IT{100_000 + number}"),
            Serial = $"{model.Vendor[..2].ToUpperInvariant()}{Scrambled(number)}",
            Model = model,
            PurchasedOn = day,
            // Never the list price to the krona: each purchase was agreed.
            Price = decimal.Round(model.ListPrice * (90 + dice.Below(13)) / 100, 2),
            Unit = unit,
            State = state,
        };
    }

    public static CsvText FileOf(string name, IEnumerable<FleetAsset> assets)
    {
        var file = new CsvText(name, "asset_tag", "serial", "model_code", "purchase_date", "price", "supplier_code", "warranty_until", "site_code", "room", "state", "note");
        foreach (var asset in assets)
        {
            file.Add(
                asset.Tag, asset.Serial, asset.Model.Code, Text(asset.PurchasedOn), asset.Price.ToString("0.00", CultureInfo.InvariantCulture), Market.SupplierOf(asset.Kind),
                Text(asset.PurchasedOn.AddYears(3)), asset.Unit.SiteCode, asset.Room ?? "", AssetStates.Vocabulary.Word(asset.State), asset.Note ?? "");
        }
        return file;
    }

    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    // Six characters that differ for every number: an odd factor turns the 30-bit numbers into one another.
    private static string Scrambled(int number)
    {
        var bits = unchecked((uint)number * 0x2545F491u + 0x1B873593u) & 0x3FFF_FFFF;
        return string.Create(6, bits, static (to, rest) =>
        {
            for (var i = 0; i < to.Length; i++, rest >>= 5) to[i] = Letters[(int)(rest & 31)];
        });
    }
}
