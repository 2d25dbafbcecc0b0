using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Ordering;

/// <summary>A line of a purchase and how many of it have come.</summary>
internal sealed class OpenLine(int number, int modelId, string modelCode, AssetKind kind, int quantity, Money unitPrice, int received)
{
    public int Number => number;

    public int ModelId => modelId;

    public string ModelCode => modelCode;

    public AssetKind Kind => kind;

    public int Quantity => quantity;

    public int Received => received;

    public Money UnitPrice => unitPrice;

    public int Left { get; private set; } = quantity - received;

    public void Take() => Left--;
}

/// <summary>A purchase with what is still to come of it.</summary>
internal sealed record OpenPurchase(int Id, string Number, int SupplierId, int? WarrantyMonths, DateOnly? ClosedOn, DateOnly? ExpectedOn, string? Reference, string? Note, IReadOnlyList<OpenLine> Lines)
{
    public static OpenPurchase? Find(DbConnection connection, string number)
    {
        var head = connection.Rows(
            "select id, number, supplier_id, warranty_months, closed_on, expected_on, reference, note from purchase_orders where number_key = @p0",
            r => new OpenPurchase(r.GetInt32(0), r.GetString(1), r.GetInt32(2), r.Int(3), r.DayOrNone(4), r.DayOrNone(5), r.Text(6), r.Text(7), []),
            Keys.Fold(number)).SingleOrDefault();
        return head is null ? null : head with
        {
            Lines = connection.Rows(
                """
                select l.number, l.model_id, m.code, m.kind, l.quantity, l.unit_price,
                  (select count(*) from received_assets r where r.purchase_order_id = l.purchase_order_id and r.line_number = l.number)
                from purchase_lines l join models m on m.id = l.model_id where l.purchase_order_id = @p0 order by l.number
                """,
                r => new OpenLine(r.GetInt32(0), r.GetInt32(1), r.GetString(2), (AssetKind)r.GetInt32(3), r.GetInt32(4), Money.FromOre(r.GetInt64(5)), r.GetInt32(6)),
                head.Id),
        };
    }
}
