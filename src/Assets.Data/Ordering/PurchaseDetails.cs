using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

public sealed record PurchaseHead(
    int Id, string Number, string Supplier, DateOnly OrderedOn, DateOnly? ExpectedOn, DateOnly? ClosedOn, string? Reference, string? Note, int? WarrantyMonths);

public sealed record PurchaseDetailLine(int Number, string ModelCode, string Model, AssetKind Kind, int Quantity, int Received, Money UnitPrice, string? OrderNumber)
{
    public int Left => Math.Max(0, Quantity - Received);
}

/// <summary>Assets that came in one act, by which their labels are printed.</summary>
public sealed record PurchaseArrival(long Act, DateOnly On, string Actor, int Count, string FirstTag, string LastTag);

/// <summary>A purchase with what was ordered, what has come, and what happened to it.</summary>
public sealed record PurchaseDetails(PurchaseHead Head, IReadOnlyList<PurchaseDetailLine> Lines, IReadOnlyList<PurchaseArrival> Arrivals, RecordHistory History)
{
    public int Left => Lines.Sum(line => line.Left);

    /// <summary>The last entry of its history: what a change of it has seen.</summary>
    public long LastEntry => History.NewestFirst.Select(entry => entry.Id).FirstOrDefault();

    public Money Amount => Lines.Aggregate(Money.Zero, (sum, line) => sum + Money.FromOre(checked(line.UnitPrice.Ore * line.Quantity)));

    public static PurchaseDetails? Read(Database database, string number)
    {
        using var reading = PageReading.Begin(database);
        var head = reading.First(
            new Query().Add($"select p.id, p.number, s.name, p.ordered_on, p.expected_on, p.closed_on, p.reference, p.note, p.warranty_months from purchase_orders p join suppliers s on s.id = p.supplier_id where p.number_key = {Keys.Fold(number)}"),
            r => new PurchaseHead(r.GetInt32(0), r.GetString(1), r.GetString(2), r.Day(3), r.DayOrNone(4), r.DayOrNone(5), r.Text(6), r.Text(7), r.Int(8)));
        if (head is null) return null;
        var lines = reading.Rows(
            new Query().Raw("""
                select l.number, m.code, m.vendor, m.name, m.kind, l.quantity,
                  (select count(*) from received_assets r where r.purchase_order_id = l.purchase_order_id and r.line_number = l.number), l.unit_price, o.number
                from purchase_lines l join models m on m.id = l.model_id left join orders o on o.id = l.order_id where l.purchase_order_id =
                """).Add($" {head.Id} order by l.number"),
            r => new PurchaseDetailLine(r.GetInt32(0), r.GetString(1), $"{r.GetString(2)} {r.GetString(3)}", (AssetKind)r.GetInt32(4), r.GetInt32(5), (int)r.GetInt64(6), Money.FromOre(r.GetInt64(7)), r.Text(8)));
        var arrivals = reading.Rows(
            new Query().Raw("""
                select h.change_set_id, r.received_on, c.actor, count(*), min(a.tag), max(a.tag)
                from received_assets r join assets a on a.id = r.asset_id
                  join history h on h.subject = 1 and h.subject_id = r.asset_id and h.before is null and h.after is null join change_sets c on c.id = h.change_set_id
                where r.purchase_order_id =
                """).Add($" {head.Id} group by h.change_set_id, r.received_on, c.actor order by h.change_set_id desc"),
            r => new PurchaseArrival(r.GetInt64(0), r.Day(1), r.GetString(2), (int)r.GetInt64(3), r.GetString(4), r.GetString(5)));
        return new PurchaseDetails(head, lines, arrivals, RecordHistory.Of(reading, Subject.PurchaseOrder, head.Id));
    }
}
