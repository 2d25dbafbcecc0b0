using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// Takes what was scanned into stock, all rows in one transaction: a row that is refused is told and leaves the others alone. Model, price,
/// supplier and warranty come from the purchase.
/// </summary>
public static class ReceiveAssets
{
    public static Outcome<AssetsReceived> Run(Installation installation, Delivery delivery)
    {
        using var writing = Writing.Begin(installation.Database);
        if (Submissions.Find(writing, delivery.FormKey) is { } known) return new AssetsReceived(known, [], IsRepeated: true);
        if (delivery.Rows.Count == 0) return new Refusal(AssetRefusals.NothingGiven, "");
        if (delivery.Rows.Count > ScannedRows.Most) return new Refusal(AssetRefusals.TooMany, ScannedRows.Most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (delivery.On > installation.Today) return new Refusal(AssetRefusals.DayAhead, delivery.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        var places = new AssetPlaces(writing.Connection);
        if (!places.TrySite(delivery.SiteCode ?? "", out var site)) return new Refusal(AssetRefusals.UnknownSite, delivery.SiteCode ?? "");
        if (!Expected.Of(writing.Connection, delivery).TryGet(out var expected, out var refusal)) return refusal;

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "receive-assets", null, expected.Purchase?.Number);
        var arriving = new ArrivingAssets(installation, writing, changeSet, delivery.Rows.Select(row => row.Tag));
        var rows = delivery.Rows.Select(row => Receive(writing, changeSet, expected, arriving, delivery, site, row)).ToList();
        if (!rows.Exists(row => row.AssetId is not null)) return new AssetsReceived(null, rows, IsRepeated: false);
        arriving.Complete();
        if (expected.Purchase is { } purchase && purchase.Lines.All(line => line.Left <= 0)) ClosePurchase.Close(writing, changeSet, purchase.Id, delivery.On);
        Submissions.Add(writing, delivery.FormKey, changeSet);
        writing.Commit();
        return new AssetsReceived(changeSet, rows, IsRepeated: false);
    }

    private static ReceivedRow Receive(
        Writing writing, long changeSet, Expected expected, ArrivingAssets arriving, Delivery delivery, int? site, ScannedRow row)
    {
        if (!expected.LineFor(row).TryGet(out var line, out var refusal)) return new ReceivedRow(row, null, null, null, refusal);
        var facts = new ArrivingFacts(
            line.ModelId, line.Kind, AssetState.InStock, delivery.On, line.UnitPrice, expected.SupplierId, expected.WarrantyUntil, site,
            string.IsNullOrWhiteSpace(delivery.Room) ? null : delivery.Room.Trim(), null);
        if (!arriving.Add(facts, row.Serial, row.Tag, delivery.On).TryGet(out var asset, out refusal)) return new ReceivedRow(row, null, null, line.ModelCode, refusal);
        line.Take();
        if (expected.Purchase is { } purchase)
        {
            writing.Connection.Execute(
                "insert into received_assets (asset_id, purchase_order_id, line_number, received_on) values (@p0, @p1, @p2, @p3)",
                asset.Id, purchase.Id, line.Number, Conventions.ToNumber(delivery.On));
        }
        return new ReceivedRow(row, asset.Id, asset.Tag, line.ModelCode, null);
    }
}
