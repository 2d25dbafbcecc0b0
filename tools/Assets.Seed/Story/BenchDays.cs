using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Operations.Inventory;
using Assets.Operations.Ordering;
using Assets.Seed.Fleet;
using Assets.Seed.Town;

namespace Assets.Seed.Story;

/// <summary>The last weeks at IT's bench: a purchase of which a part has come, one that is awaited, a school that was gone through and one that is being gone through.</summary>
internal static class BenchDays
{
    private const int Short = 2;

    public static void Tell(Plot plot)
    {
        Receive(plot, plot.Settings.Today.AddDays(-21).Workday(), plot.Settings.Today.AddDays(-8).Workday());
        var later = plot.Settings.Today.AddDays(-4).Workday();
        plot.Add(later.At(14, 30), Staff.SecondTechnician, at => PlacePurchase.Run(at, new PurchaseRequest(
            Market.SupplierOf(AssetKind.Pc), [new PurchaseItem("PC-02", 10, Money.FromKronor(11_640m)), new PurchaseItem("PC-04", 24, Money.FromKronor(4_150m))],
            "Ramavtal datorer 2026", later.AddDays(18), WarrantyMonths: 36)).Demand());

        var schools = plot.Chart.Units.Where(unit => Standing(plot, unit).Count is > 8 and < 60).Take(2).ToList();
        if (schools.Count < 2) return; // a small fleet has no school with a room's worth of equipment
        Audit(plot, schools[0], plot.Settings.Today.AddDays(-6).Workday(), unseen: 0, settled: true);
        Audit(plot, schools[1], plot.Settings.Today.AddDays(-1).Workday(), unseen: 3, settled: false);
    }

    /// <summary>Screens and docks: all screens come, and all docks but two.</summary>
    private static void Receive(Plot plot, DateOnly ordered, DateOnly came)
    {
        const int screens = 8, docks = 6;
        PurchasePlaced? placed = null;
        plot.Add(ordered.At(10, 15), Staff.SecondTechnician, at => placed = PlacePurchase.Run(at, new PurchaseRequest(
            Market.SupplierOf(AssetKind.Monitor), [new PurchaseItem("MON-02", screens, Money.FromKronor(2_395m)), new PurchaseItem("DOC-02", docks, Money.FromKronor(1_910m))],
            "Avrop 2026-114", came, WarrantyMonths: 36)).Demand());
        Come("MON-02", screens, lineNumber: 1, minute: 5);
        Come("DOC-02", docks - Short, lineNumber: 2, minute: 25);

        void Come(string model, int count, int lineNumber, int minute)
        {
            var assets = Enumerable.Range(0, count).Select(_ => plot.Purchasing.Buy(model, came, plot.Chart.ItUnit, AssetState.InStock)).ToList();
            foreach (var asset in assets) plot.Add(asset);
            ScannedRow[] rows = [.. assets.Select((asset, i) => new ScannedRow(i + 1, asset.Serial, asset.Tag))];
            plot.Add(came.At(13, minute), Staff.SecondTechnician, at =>
            {
                var received = ReceiveAssets.Run(at, new Delivery(placed!.Number, rows, came, plot.Chart.ItUnit.SiteCode, "Förråd", null, lineNumber)).Demand();
                if (received.Rows.FirstOrDefault(row => row.Refusal is not null) is { } refused) throw new InvalidOperationException($"{refused.Row.Serial}: {refused.Refusal}");
            });
        }
    }

    private static void Audit(Plot plot, Unit school, DateOnly day, int unseen, bool settled)
    {
        AuditStarted? audit = null;
        string[] labels = [.. Standing(plot, school).SkipLast(unseen).Select(asset => asset.Tag)];
        plot.Add(day.At(8, 30), Staff.Technician, at => audit = StartAudit.Run(at, school.SiteCode, null).Demand());
        plot.Add(day.At(9, 10), Staff.Technician, at => ScanAudit.Run(at, audit!.Id, labels).Demand());
        if (settled) plot.Add(day.At(9, 40), Staff.Technician, at => SettleAudit.Run(at, audit!.Id, []).Demand());
    }

    private static List<FleetAsset> Standing(Plot plot, Unit school) => [.. plot.Assets.Where(asset => asset.Unit == school && asset.State == AssetState.InUse)];
}
