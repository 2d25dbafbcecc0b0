using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Operations.Inventory;
using Assets.Seed.Fleet;

namespace Assets.Seed.Story;

/// <summary>What happens in any month to what is rented: moves, swaps, returns, losses, prices and quantities, each on its day.</summary>
internal sealed class Happenings(Plot plot)
{
    private readonly Dice dice = new(plot.Settings.Seed, "happenings");

    public void Tell(BillingMonth month)
    {
        Dispose(month);
        Mend(month);
        Repeat(9, month, Move);
        Repeat(6, month, Swap);
        Repeat(10, month, Return);
        Repeat(1, month, Lose);
        Repeat(3, month, ChangePrice);
        Repeat(3, month, ChangeQuantity);
    }

    private void Repeat(int timesAmong3000, BillingMonth month, Action<DateOnly> happen)
    {
        // After the month before is closed: it would find an asset in use that was not rented then.
        for (var i = 0; i < plot.Times(timesAmong3000); i++) happen(month.Workday(dice.Between(9, 27)));
    }

    private void Move(DateOnly day)
    {
        if (plot.Touch(dice, line => line.Asset is { Kind: AssetKind.Pc or AssetKind.Printer or AssetKind.Mfp } && line.Start < day) is not { } line) return;
        var to = dice.Pick(plot.Chart.Units);
        if (to == line.Unit) return;
        Moving.To(plot, line, to, day, day.At(dice));
    }

    private void Swap(DateOnly day)
    {
        if (plot.Touch(dice, line => line.Asset is { Kind: AssetKind.Pc or AssetKind.Monitor or AssetKind.Dock } && line.Start < day) is not { } line) return;
        if (plot.TakeFromStore(line.Asset!.Kind) is { } fresh) Swapping.For(plot, line, fresh, day, day.At(dice));
    }

    private void Return(DateOnly day)
    {
        if (plot.Touch(dice, line => line.Asset is not null && line.Start < day && !AssetKinds.IsCommunication(line.Asset.Kind)) is not { } line) return;
        Returning.Of(plot, line, day, day.At(dice), keep: dice.Percent(60));
    }

    private void Lose(DateOnly day)
    {
        if (plot.Touch(dice, line => line.Asset is { Kind: AssetKind.Pc } && line.Start < day) is { } line) Losing.Of(plot, line, day, day.At(dice), "Stulen ur bil, polisanmäld");
    }

    private void ChangePrice(DateOnly day)
    {
        if (plot.Touch(dice, line => line is { Rent: not null, Asset.Kind: AssetKind.Server or AssetKind.Mfp or AssetKind.Switch } && line.Start < day) is not { } line) return;
        var rent = decimal.Round(line.Rent!.Value * (95 + dice.Below(12)) / 100, 2);
        if (rent != line.Rent) plot.Add(day.At(dice), Staff.Manager, Rental.ChangeRent(line, rent, day, "Omräknad efter avstämning mot inköpspriset"));
    }

    private void ChangeQuantity(DateOnly day)
    {
        if (plot.Touch(dice, line => line.Asset is null && line.Start < day) is not { } line) return;
        line.Quantity = line.Quantity > 15 && dice.Percent(40) ? line.Quantity - dice.Between(1, 10) : line.Quantity + dice.Between(1, 12);
        plot.Add(day.At(dice), Staff.Manager, Rental.ChangeNumber(line, line.Quantity, day));
    }

    // What was swapped in an earlier month is mended or given up.
    private void Mend(BillingMonth month)
    {
        var day = month.Workday(19);
        List<AssetChange> changes = [];
        foreach (var asset in plot.Assets.Where(asset => asset is { State: AssetState.InRepair, Note: Swapping.Broken }).Take(plot.Times(5)).ToList())
        {
            asset.State = dice.Percent(60) ? AssetState.InStock : AssetState.Retired;
            asset.Note = null;
            asset.Unit = plot.Chart.ItUnit;
            if (asset.State == AssetState.InStock) plot.PutInStore(asset);
            changes.Add(new AssetChange(asset.Tag, asset.State, asset.Unit.SiteCode, Room: "", Note: ""));
        }
        if (changes.Count > 0) plot.Add(day.At(13, 10), Staff.SecondTechnician, installation => ChangeAssets.Run(installation, changes, day).Demand());
    }

    // What was retired before goes to reuse at the month's end.
    private void Dispose(BillingMonth month)
    {
        var day = month.Workday(28);
        var gone = plot.Assets.Where(asset => asset.State == AssetState.Retired && asset.Note is null).Take(plot.Times(5)).ToList();
        if (gone.Count == 0) return;
        foreach (var asset in gone) (asset.State, asset.Note) = (AssetState.Disposed, "Lämnad till återbruk");
        AssetChange[] changes = [.. gone.Select(asset => new AssetChange(asset.Tag, AssetState.Disposed, Note: asset.Note) { Certificate = $"Återbruk {asset.Tag}" })];
        string[] computers = [.. gone.Where(asset => AssetKinds.StoresData(asset.Kind)).Select(asset => asset.Tag)];
        plot.Add(day.At(15, 30), Staff.SecondTechnician, installation =>
        {
            foreach (var tag in computers) WipeAsset.Run(installation, tag, "Överskrivning", "Andra teknikern", day).Demand();
            ChangeAssets.Run(installation, changes, day).Demand();
        });
    }
}
