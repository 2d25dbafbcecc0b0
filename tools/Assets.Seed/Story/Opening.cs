using System.Globalization;
using Assets.Core.Inventory;
using Assets.Operations;
using Assets.Operations.Inventory;
using Assets.Operations.Monitoring;
using Assets.Seed.Files;
using Assets.Seed.Fleet;
using Assets.Seed.Loading;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>The register is taken over from the old system: files of every kind, then who uses what.</summary>
internal static class Opening
{
    /// <summary>The reason on the first change set of the database, by which a demo is known as one.</summary>
    public const string Reason = "Demokommunen: övertagande från det gamla systemet";

    /// <summary>A cost code that was granted for a time: it expires with the last closed month, and the open month finds that out.</summary>
    public const string GrantCode = "99001";

    public static void Tell(Plot plot)
    {
        var day = plot.Settings.Opening;
        var (chart, dice) = (plot.Chart, new Dice(plot.Settings.Seed, "opening"));
        chart.CostCodes.Add(GrantCode, chart.GrantSchool.Code, "Statsbidrag skolmiljö", "2018-01-01", Purchasing.Text(plot.Settings.LastClosed.Last));
        plot.Add(day.At(8, 5), Staff.Administrator, Import.Of("organisations", chart.Organisations, Reason));
        plot.Add(day.At(8, 9), Staff.Administrator, Import.Of("cost-codes", chart.CostCodes, Reason));
        plot.Add(day.At(8, 14), Staff.Administrator, Import.Of("sites", chart.Sites, Reason));
        plot.Add(day.At(8, 20), Staff.Technician, Import.Of("suppliers", Market.SupplierFile(), Reason));
        plot.Add(day.At(8, 22), Staff.Technician, Import.Of("models", Market.ModelFile(), Reason));
        plot.Add(day.At(8, 40), Staff.Technician, Import.Of("assets", Purchasing.FileOf("inventarier", plot.Assets), Reason));
        plot.Add(day.At(9, 30), Staff.Manager, Import.Of("contracts", Contracts(plot, dice), Reason));
        AssetChange[] users = [.. plot.Assets.Where(asset => asset.IsRented).Select(UseOf)];
        plot.Add(day.At(9, 50), Staff.Technician, installation => Watch(installation, plot.Devices));
        plot.Add(day.At(10, 15), Staff.Technician, installation => ChangeAssets.Run(installation, users, day, "Användare enligt katalogen").Demand());
    }

    /// <summary>Those who can sign in, after their organisations. Whoever is last is made when the whole demo is there.</summary>
    public static void LetIn(Plot plot, DemoPasswords passwords)
    {
        foreach (var account in DemoAccount.All.SkipLast(1))
            plot.Add(plot.Settings.Opening.At(10, 45), Staff.Administrator, installation => account.Make(installation, passwords.Of(account.Name)!));
    }

    private static void Watch(Installation installation, IReadOnlyList<PolledDevice> devices)
    {
        var keys = CommunityKeys.Open(installation);
        foreach (var device in devices)
        {
            var settings = new DeviceSettings(
                device.Name, device.AssetTag, device.Address.ToString(), device.Port, Community: DemoNetwork.Community, Profile: device.Profile);
            RegisterDevice.Add(installation, keys, settings).Demand();
        }
    }

    public static AssetChange UseOf(FleetAsset asset) =>
        new(asset.Tag, UserUnitCode: asset.Unit.Code, UserAccount: asset.Account, ParentTag: asset.Parent?.Tag);

    public static string[] Row(RentalLine line, decimal rent) =>
    [
        line.Code, line.Asset!.Tag, line.Unit.Code, line.CostCode, Purchasing.Text(line.Start), "", rent.ToString("0.00", CultureInfo.InvariantCulture),
    ];

    public static CsvText ContractFile(string name) => new(name, "contract_line", "asset_tag", "unit_code", "cost_code", "start_date", "end_date", "monthly_rate");

    private static CsvText Contracts(Plot plot, Dice dice)
    {
        var file = ContractFile("hyresavtal");
        foreach (var asset in plot.Assets)
        {
            if (!asset.IsRented) continue;
            var code = dice.Percent(12) ? asset.Unit.ProjectCode : asset.Unit.CostCode;
            var line = plot.AddLine(asset, asset.Unit, code, asset.PurchasedOn.AddDays(dice.Between(2, 25)), RentalTariff.Rent(asset));
            file.Add(Row(line, line.Rent!.Value));
        }
        return file;
    }
}
