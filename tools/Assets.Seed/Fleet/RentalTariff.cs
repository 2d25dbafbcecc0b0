using Assets.Core.Inventory;

namespace Assets.Seed.Fleet;

/// <summary>What the old system charged a month for an asset, and what support costs for each kind.</summary>
internal static class RentalTariff
{
    public static decimal Support(AssetKind kind) => kind switch
    {
        AssetKind.Pc => 95.00m,
        AssetKind.Printer => 45.00m,
        AssetKind.Mfp => 120.00m,
        AssetKind.Server => 650.00m,
        AssetKind.Switch or AssetKind.Firewall => 140.00m,
        AssetKind.Router or AssetKind.AccessPoint => 60.00m,
        AssetKind.Ups => 35.00m,
        _ => 0m,
    };

    /// <summary>Depreciation over the model's life with interest on half of it, and support, in one sum.</summary>
    public static decimal Rent(FleetAsset asset) =>
        decimal.Round((asset.Price / asset.Model.LifeMonths) + (asset.Price * 0.0125m / 12) + Support(asset.Kind), 2, MidpointRounding.AwayFromZero);
}
