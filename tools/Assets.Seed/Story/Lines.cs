using Assets.Core.Inventory;
using Assets.Operations.Inventory;
using Assets.Seed.Fleet;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>A line goes to another unit, and its asset with it.</summary>
internal static class Moving
{
    public static void To(Plot plot, RentalLine line, Unit unit, DateOnly day, DateTimeOffset recorded, string? reason = null)
    {
        (line.Unit, line.CostCode) = (unit, unit.CostCode);
        plot.Add(recorded, Staff.Technician, Rental.Move(line, unit, day, reason));
        if (line.Asset is not { } asset) return;
        asset.Unit = unit;
        AssetChange[] change = [new(asset.Tag, SiteCode: unit.SiteCode, Room: "", UserUnitCode: unit.Code, ParentTag: "")];
        plot.Add(recorded.AddMinutes(2), Staff.Technician, installation => ChangeAssets.Run(installation, change, day).Demand());
    }
}

/// <summary>Another asset comes behind a line, and the broken one goes to repair.</summary>
internal static class Swapping
{
    public const string Broken = "Utbytt, felanmäld";

    public static void For(Plot plot, RentalLine line, FleetAsset fresh, DateOnly day, DateTimeOffset recorded, string? reason = null)
    {
        var broken = line.Asset!;
        (fresh.State, fresh.Unit, fresh.Account) = (AssetState.InUse, broken.Unit, broken.Account);
        AssetChange[] changes =
        [
            new(broken.Tag, broken.State == AssetState.InUse ? AssetState.InRepair : null, UserUnitCode: "", UserAccount: "", ParentTag: "", Note: Broken),
            new(fresh.Tag, AssetState.InUse, fresh.Unit.SiteCode, broken.Room, fresh.Unit.Code, fresh.Account),
        ];
        (broken.State, broken.Note, broken.Account) = (AssetState.InRepair, Broken, null);
        line.Asset = fresh;
        plot.Add(recorded, Staff.Technician, Rental.Swap(line, fresh, day, reason));
        plot.Add(recorded.AddMinutes(3), Staff.Technician, installation => ChangeAssets.Run(installation, changes, day).Demand());
    }
}

/// <summary>A line ends, and its asset comes back: into the store or out of service.</summary>
internal static class Returning
{
    public static void Of(Plot plot, RentalLine line, DateOnly day, DateTimeOffset recorded, bool keep, string? reason = null)
    {
        plot.Add(recorded, Staff.Technician, Rental.Return(line, day, reused: keep, reason));
        if (line.Asset is not { } asset) return;
        asset.State = keep ? AssetState.InStock : AssetState.Retired;
        (asset.Unit, asset.Account, asset.Note) = (plot.Chart.ItUnit, null, null);
        if (keep) plot.PutInStore(asset);
        AssetChange[] change = [new(asset.Tag, asset.State, asset.Unit.SiteCode, "", "", "", "", "")];
        plot.Add(recorded.AddMinutes(4), Staff.Technician, installation => ChangeAssets.Run(installation, change, day).Demand());
    }
}

/// <summary>An asset is gone: what it was worth is charged, and a fee.</summary>
internal static class Losing
{
    public static void Of(Plot plot, RentalLine line, DateOnly day, DateTimeOffset recorded, string reason)
    {
        var asset = line.Asset!;
        asset.State = AssetState.Lost;
        AssetChange[] change = [new(asset.Tag, AssetState.Lost, Note: reason)];
        plot.Add(recorded, Staff.Technician, Rental.Lose(line, day, reason));
        plot.Add(recorded.AddMinutes(5), Staff.Technician, installation => ChangeAssets.Run(installation, change, day, reason).Demand());
    }
}
