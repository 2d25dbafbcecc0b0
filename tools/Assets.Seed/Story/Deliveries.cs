using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Operations.Inventory;
using Assets.Seed.Fleet;

namespace Assets.Seed.Story;

/// <summary>New equipment: ordered, delivered into the store, handed out, and rented from that day at a price made in the product.</summary>
internal sealed class Deliveries(Plot plot)
{
    private static readonly AssetKind[] Kinds =
    [
        AssetKind.Pc, AssetKind.Pc, AssetKind.Pc, AssetKind.Pc, AssetKind.Pc, AssetKind.Monitor, AssetKind.Monitor, AssetKind.Dock, AssetKind.Peripheral,
        AssetKind.Printer, AssetKind.Mfp, AssetKind.AccessPoint, AssetKind.Switch, AssetKind.Server,
    ];

    private readonly Dice dice = new(plot.Settings.Seed, "deliveries");
    private int method;

    public void Tell(BillingMonth month)
    {
        var arrived = month.Workday(dice.Between(4, 9));
        var bought = Enumerable.Range(0, plot.Times(26)).Select(i => plot.Purchasing.Buy(Kinds[i % Kinds.Length], arrived, plot.Chart.ItUnit, AssetState.InStock)).ToList();
        foreach (var asset in bought) plot.Add(asset);
        plot.Add(arrived.At(13, 20), Staff.SecondTechnician, Import.Of("assets", Purchasing.FileOf($"leverans-{month}", bought)));
        var half = bought.Count / 2;
        HandOut(bought[..half], month.Workday(dice.Between(11, 15)));
        HandOut(bought[half..], month.Workday(dice.Between(17, 24)));
    }

    /// <summary>Ordered at the end of the year, not here yet when the story ends.</summary>
    public void Order(BillingMonth month)
    {
        var day = month.Workday(22);
        var ordered = Enumerable.Range(0, plot.Times(18)).Select(i => plot.Purchasing.Buy(Kinds[i % Kinds.Length], day, plot.Chart.ItUnit, AssetState.Ordered)).ToList();
        foreach (var asset in ordered) plot.Add(asset);
        plot.Add(day.At(14, 5), Staff.SecondTechnician, Import.Of("assets", Purchasing.FileOf($"bestallning-{month}", ordered)));
    }

    private void HandOut(List<FleetAsset> assets, DateOnly day)
    {
        var changes = new List<AssetChange>();
        foreach (var asset in assets)
        {
            asset.State = AssetState.InUse;
            asset.Unit = dice.Pick(plot.Chart.Units);
            if (asset.Kind == AssetKind.Pc) asset.Account = plot.NextAccount();
            changes.Add(new AssetChange(asset.Tag, AssetState.InUse, asset.Unit.SiteCode, UserUnitCode: asset.Unit.Code, UserAccount: asset.Account));
        }
        plot.Add(day.At(9, 10), Staff.Technician, installation => ChangeAssets.Run(installation, changes, day).Demand());
        for (var i = 0; i < assets.Count; i++) Rent(assets[i], day, i);
    }

    private void Rent(FleetAsset asset, DateOnly day, int minute)
    {
        var line = plot.AddLine(asset, asset.Unit, asset.Unit.CostCode, day);
        var price = PriceOf(asset, day);
        plot.Add(day.At(9, 15).AddMinutes(minute), Staff.Manager, Rental.Start(line, price));
    }

    // Method A is the rule; the others are there for those who decided otherwise.
    private PriceRequest PriceOf(FleetAsset asset, DateOnly day)
    {
        var residual = asset.Kind is AssetKind.Server or AssetKind.Mfp ? decimal.Round(asset.Price / 10, 0) : 0m;
        List<Surcharge> surcharges = [];
        if (asset.Kind == AssetKind.Server) surcharges.Add(new Surcharge("jour dygnet runt", Money.FromKronor(210m)));
        else if (asset.Kind == AssetKind.Pc && dice.Percent(12)) surcharges.Add(new Surcharge("extra minne", Money.FromKronor(25m)));
        return Rental.PriceOf(asset, (method++ % 10) switch { 7 => Method.B, 8 => Method.C, 9 => Method.D, _ => Method.A }, residual, surcharges, day);
    }
}
