using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Inventory;

namespace Assets.Operations.Ordering;

/// <summary>What a delivery may hold: the open lines of a purchase, or the one model that was told.</summary>
internal sealed class Expected
{
    private const int Compared = 50;
    private readonly DbConnection connection;
    private readonly IReadOnlyList<OpenLine> lines;
    private List<(int ModelId, string SerialKey)>? serials;

    private Expected(DbConnection connection, OpenPurchase? purchase, IReadOnlyList<OpenLine> lines, int? supplierId, DateOnly? warrantyUntil)
    {
        this.connection = connection;
        this.lines = lines;
        Purchase = purchase;
        SupplierId = supplierId;
        WarrantyUntil = warrantyUntil;
    }

    public OpenPurchase? Purchase { get; }

    public int? SupplierId { get; }

    public DateOnly? WarrantyUntil { get; }

    public static Outcome<Expected> Of(DbConnection connection, Delivery delivery)
    {
        if (string.IsNullOrWhiteSpace(delivery.PurchaseNumber)) return Told(connection, delivery);
        if (OpenPurchase.Find(connection, delivery.PurchaseNumber) is not { } purchase) return new Refusal(PurchaseRefusals.UnknownPurchase, delivery.PurchaseNumber);
        if (purchase.ClosedOn is not null) return new Refusal(PurchaseRefusals.PurchaseClosed, purchase.Number);
        var lines = delivery.LineNumber is { } number ? purchase.Lines.Where(line => line.Number == number).ToList() : purchase.Lines;
        if (lines.Count == 0) return new Refusal(PurchaseRefusals.UnknownLine, $"{purchase.Number} {delivery.LineNumber}");
        return new Expected(connection, purchase, lines, purchase.SupplierId, purchase.WarrantyMonths is { } months ? delivery.On.AddMonths(months) : null);
    }

    /// <summary>The line that a row belongs to: the only model still to come, or the one whose earlier serials are like this one.</summary>
    public Outcome<OpenLine> LineFor(ScannedRow row)
    {
        var open = lines.Where(line => line.Left > 0).ToList();
        if (open.Count == 0) return new Refusal(PurchaseRefusals.LineFull, string.Join(", ", lines.Select(line => line.ModelCode).Distinct(StringComparer.Ordinal)));
        if (open.Select(line => line.ModelId).Distinct().Count() == 1) return open[0];
        serials ??= [.. lines.Select(line => line.ModelId).Distinct().SelectMany(SerialsOf)];
        if (SerialLikeness.Model(Keys.Fold(row.Serial), serials) is not { } model) return new Refusal(PurchaseRefusals.ModelNotRecognised, row.Serial);
        return open.FirstOrDefault(line => line.ModelId == model) is { } line
            ? line
            : new Refusal(PurchaseRefusals.LineFull, lines.First(full => full.ModelId == model).ModelCode);
    }

    private static Outcome<Expected> Told(DbConnection connection, Delivery delivery)
    {
        var model = connection.Rows(
            "select id, code, kind from models where code_key = @p0", r => new OpenLine(0, r.GetInt32(0), r.GetString(1), (AssetKind)r.GetInt32(2), int.MaxValue, delivery.Price, 0),
            Keys.Fold(delivery.ModelCode ?? "")).SingleOrDefault();
        if (model is null) return new Refusal(PurchaseRefusals.UnknownModel, delivery.ModelCode ?? "");
        if (delivery.Price < Money.Zero) return new Refusal(AssetRefusals.NegativePrice, delivery.Price.ToString());
        int? supplier = string.IsNullOrWhiteSpace(delivery.SupplierCode) ? null : (int)connection.Number("select id from suppliers where code_key = @p0", Keys.Fold(delivery.SupplierCode));
        if (supplier == 0) return new Refusal(PurchaseRefusals.UnknownSupplier, delivery.SupplierCode!);
        return new Expected(connection, null, [model], supplier, delivery.WarrantyUntil);
    }

    private IEnumerable<(int ModelId, string SerialKey)> SerialsOf(int model) => connection.Rows(
        "select serial_key from assets where model_id = @p0 and serial_key is not null order by tag_key desc limit @p1", r => (model, r.GetString(0)), model, Compared);
}
