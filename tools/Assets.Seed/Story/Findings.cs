using Assets.Core.Inventory;
using Assets.Operations.Inventory;
using Assets.Seed.Fleet;

namespace Assets.Seed.Story;

/// <summary>What somebody should look at: a price that came late and was accepted once, and what the open month shows.</summary>
internal sealed class Findings(Plot plot)
{
    /// <summary>The month, from 0, that was closed with a line whose price was not decided yet.</summary>
    public const int MonthWithoutPrice = 4;

    public const string Acceptance = "Priset beslutas av IT-rådet i nästa möte och rättas då";

    private readonly Dice dice = new(plot.Settings.Seed, "findings");

    /// <summary>A line at no price, imported in one month and priced in the next, back to its beginning.</summary>
    public void TellOfMissingPrice()
    {
        var month = plot.Settings.Months.ElementAt(MonthWithoutPrice);
        var asset = plot.TakeFromStore(AssetKind.AccessPoint) ?? plot.Purchasing.Buy(AssetKind.AccessPoint, month.First, plot.Chart.ItUnit, AssetState.InStock);
        (asset.State, asset.Unit) = (AssetState.InUse, dice.Pick(plot.Chart.Units));
        var line = plot.AddLine(asset, asset.Unit, asset.Unit.CostCode, month.Workday(11), rent: 0m);
        line.IsTouched = true;
        AssetChange[] use = [Opening.UseOf(asset) with { State = AssetState.InUse, SiteCode = asset.Unit.SiteCode }];
        plot.Add(line.Start.At(9), Staff.Technician, installation => ChangeAssets.Run(installation, use, line.Start).Demand());
        plot.Add(line.Start.At(10), Staff.Manager, Import.Of("contracts", FileOf("utan-pris", line, 0m)));
        plot.Add(month.Next.Workday(20).At(11), Staff.Manager, Import.Of("contracts", FileOf("nytt-pris", line, 118.50m), "IT-rådets beslut om pris"));
    }

    /// <summary>A line that a grant pays for, whose cost code is not valid any more in the open month: the month cannot be closed as it is.</summary>
    public void TellOfExpiredCode()
    {
        var line = plot.Touch(dice, line => line.Rent is not null && line.Asset is { Kind: AssetKind.Pc } && line.Unit == plot.Chart.GrantSchool)
            ?? throw new InvalidOperationException("The school of the grant has no computer.");
        var day = plot.Settings.FirstClosed.First;
        line.CostCode = Opening.GrantCode;
        plot.Add(plot.Settings.Opening.At(14, 30), Staff.Manager, Rental.Pay(line, Opening.GrantCode, day));
    }

    /// <summary>Things at odds with each other in the last days: equipment in use that nobody rents, and a rent for what is out of service.</summary>
    public void TellOfLooseEnds()
    {
        var month = plot.Settings.LastClosed;
        var day = month.Workday(27);
        List<AssetChange> changes = [];
        foreach (var kind in (AssetKind[])[AssetKind.Monitor, AssetKind.Pc, AssetKind.Dock])
        {
            if (plot.TakeFromStore(kind) is not { } asset) continue;
            (asset.State, asset.Unit) = (AssetState.InUse, dice.Pick(plot.Chart.Units));
            changes.Add(new AssetChange(asset.Tag, AssetState.InUse, asset.Unit.SiteCode, UserUnitCode: asset.Unit.Code, Note: "Lånad vid driftstörning"));
        }
        plot.Add(day.At(14, 40), Staff.Technician, installation => ChangeAssets.Run(installation, changes, day).Demand());
        List<FleetAsset> printers = [];
        for (var i = 0; i < 2; i++)
        {
            if (plot.Touch(dice, line => line.Asset is { Kind: AssetKind.Printer, State: AssetState.InUse }) is not { Asset: { } printer }) continue;
            (printer.State, printer.Note) = (AssetState.Retired, "Trasig, ska återlämnas");
            printers.Add(printer);
        }
        plot.Add(day.At(14, 50), Staff.Technician, Import.Of("assets", Purchasing.FileOf("trasiga-skrivare", printers)));
    }

    private static Files.CsvText FileOf(string name, RentalLine line, decimal rent)
    {
        var file = Opening.ContractFile(name);
        file.Add(Opening.Row(line, rent));
        return file;
    }
}
