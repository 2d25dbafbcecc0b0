using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <param name="Term">The beginning of a number, or of a supplier's name.</param>
/// <param name="Before">The number that the page begins after, counted downwards.</param>
public sealed record PurchaseQuery(string Term = "", bool OpenOnly = false, int? Before = null, int PageSize = 50);

public sealed record PurchaseListItem(
    int Id, string Number, string Supplier, string? Reference, DateOnly OrderedOn, DateOnly? ExpectedOn, DateOnly? ClosedOn, int Ordered, int Received, Money Amount);

public sealed record PurchaseListPage(IReadOnlyList<PurchaseListItem> Items, int? Next);

/// <summary>Purchases, newest first, with how much of each has come.</summary>
public static class PurchaseList
{
    public static PurchaseListPage Read(Database database, PurchaseQuery query)
    {
        using var reading = PageReading.Begin(database);
        var sql = new Query().Raw("""
            select p.id, p.number, s.name, p.reference, p.ordered_on, p.expected_on, p.closed_on,
              (select coalesce(sum(l.quantity), 0) from purchase_lines l where l.purchase_order_id = p.id),
              (select count(*) from received_assets r where r.purchase_order_id = p.id),
              (select coalesce(sum(l.quantity * l.unit_price), 0) from purchase_lines l where l.purchase_order_id = p.id)
            from purchase_orders p join suppliers s on s.id = p.supplier_id where 1=1
            """);
        if (query.OpenOnly) sql.Raw(" and p.closed_on is null");
        if (query.Term.Length > 0)
        {
            var key = Keys.Fold(query.Term);
            sql.Add($" and (p.number_key >= {key} and p.number_key < {key + "\U0010FFFF"} or ").Raw(InCapitals.Of("s.name")).Add($" like {InCapitals.Beginning(key)} escape '!' or ").Raw(InCapitals.Of("p.reference")).Add($" = {key})");
        }
        if (query.Before is { } before) sql.Add($" and p.id < {before}");
        var items = reading.Rows(
            sql.Add($" order by p.id desc limit {query.PageSize + 1}"),
            r => new PurchaseListItem(
                r.GetInt32(0), r.GetString(1), r.GetString(2), r.Text(3), r.Day(4), r.DayOrNone(5), r.DayOrNone(6), (int)r.GetInt64(7), (int)r.GetInt64(8), Money.FromOre(Convert.ToInt64(r.GetValue(9), System.Globalization.CultureInfo.InvariantCulture))));
        if (items.Count <= query.PageSize) return new PurchaseListPage(items, null);
        items.RemoveAt(query.PageSize);
        return new PurchaseListPage(items, items[^1].Id);
    }
}
