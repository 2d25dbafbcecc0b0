using Assets.Core.Inventory;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A line of an order as IT sees it: what it is and which pieces belong to it.</summary>
/// <param name="Product">As ordered; none for what is about something rented already.</param>
internal sealed record OrderedLine(
    int OrderId, int Number, OrderLineKind Kind, Product? Product, string? Wish, int? PartOf, string? RecipientName, string? RecipientAccount, int? SiteId, string? Site, string? Room,
    long? LineId, string? LineCode, DateOnly? DeliveredOn, string? DeliveredBy, DateTimeOffset? ConfirmedAt, string? ConfirmedBy, int BackOrdered, string? ToUnit, int TermMonths,
    string? OldTag, AssetKind? OldKind, IReadOnlyList<EquipmentSlot> Slots);

/// <summary>Reads lines of orders with the editions that say what they are made of; editions are read once each.</summary>
internal sealed class OrderedPieces(PageReading reading, DateOnly today)
{
    private readonly Dictionary<int, Edition> editions = [];

    /// <param name="condition">On <c>o</c>, the order.</param>
    public ILookup<int, OrderedLine> Lines(Query condition)
    {
        var rows = reading.Rows(
            condition.Wrap("""
                select o.id, y.number, y.kind, y.product_code, y.wish, y.wish_model, y.wish_price, y.part_of, y.recipient_name, y.recipient_account, y.site_id, s.name, y.room,
                  y.line_id, l.code, y.delivered_on, y.delivered_by, y.confirmed_at, y.confirmed_by, y.back_ordered, t.name, o.edition_id, a.tag, a.kind, w.kind, y.term_months
                from orders o join order_lines y on y.order_id = o.id left join sites s on s.id = y.site_id left join contract_lines l on l.id = y.line_id
                  left join organisations t on t.id = y.to_unit_id left join models w on w.code = y.wish_model
                  left join line_segments g on g.line_id = y.line_id and y.kind <> 0 and g.from_on <= @today and (g.until_on is null or g.until_on > @today)
                  left join assets a on a.id = g.asset_id
                """.Replace("@today", $"{Conventions.ToNumber(today)}", StringComparison.Ordinal), " order by o.id, y.number"),
            r => new
            {
                Line = new OrderedLine(
                    r.GetInt32(0), r.GetInt32(1), (OrderLineKind)r.GetInt32(2), null, r.Text(4), r.Int(7), r.Text(8), r.Text(9), r.Int(10), r.Text(11), r.Text(12), r.Long(13), r.Text(14),
                    r.DayOrNone(15), r.Text(16), r.Long(17) is { } at ? Conventions.ToInstant(at) : null, r.Text(18), r.GetInt32(19), r.Text(20), r.GetInt32(25), r.Text(22),
                    r.Int(23) is { } kind ? (AssetKind)kind : null, []),
                Code = r.Text(3), WishModel = r.Text(5), WishPrice = r.Long(6) is { } price ? Money.FromOre(price) : (Money?)null,
                Edition = r.Int(21), WishKind = r.Int(24) is { } wished ? (AssetKind)wished : (AssetKind?)null,
            });
        return rows.ConvertAll(row =>
        {
            var product = OrderedProduct.Of(
                row.Code is { } code && row.Edition is { } edition ? EditionOf(edition)?.Find(code) : null, row.Line.Wish, row.WishModel, row.WishPrice, row.WishKind);
            return row.Line with { Product = product, Slots = EquipmentSlots.Of(row.Line.Kind, product, row.Line.OldKind) };
        }).ToLookup(line => line.OrderId);
    }

    private Edition? EditionOf(int id)
    {
        if (editions.TryGetValue(id, out var known)) return known;
        return DatedEdition.WithId(reading, id) is { } read ? editions[id] = read.Content : null;
    }
}
