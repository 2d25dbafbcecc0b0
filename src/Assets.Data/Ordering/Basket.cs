using System.Data.Common;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>One of somebody's baskets, as the choice among them shows it.</summary>
public sealed record BasketChoice(string Number, string Unit, int Lines);

/// <param name="Product">None for a wish, or where the edition in force no longer has it.</param>
/// <param name="Price">None where there is no price yet: a wish, a term that is gone.</param>
public sealed record BasketLine(
    int Number, OrderLineKind Kind, string? ProductCode, Product? Product, string? Wish, int? PartOf, int TermMonths, TermPrice? Price, string? RecipientName, string? RecipientAccount,
    string? Site, string? SiteName, string? Room, long? ContractLineId);

/// <summary>A basket with the prices of the edition in force and with what it still lacks.</summary>
/// <param name="Steps">What happened to it while it was an order, before it was taken back; none of a new one.</param>
public sealed record Basket(
    string Number, int Version, int UnitId, string UnitCode, string Unit, string? CostCode, string? CostCodeName, DateOnly? WantedOn, string? Note, IReadOnlyList<BasketLine> Lines,
    IReadOnlyList<OrderFault> Faults, Catalogue Catalogue, IReadOnlyList<OrderDetailsStep> Steps)
{
    public IEnumerable<BasketLine> Workplaces => Lines.Where(line => line.PartOf is null);

    public IEnumerable<BasketLine> AddOns(int line) => Lines.Where(other => other.PartOf == line);

    public Money Month => Lines.Aggregate(Money.Zero, (sum, line) => sum + (line.Price?.Month ?? Money.Zero));

    public Money WholeTerm => Lines.Aggregate(Money.Zero, (sum, line) => sum + (line.Price?.WholeTerm ?? Money.Zero));

    /// <summary>True where the IT architect has to set a price before all is known.</summary>
    public bool HasUnpricedWish => Lines.Any(line => line.Wish is not null && line.Price is null);

    public static IReadOnlyList<BasketChoice> Of(Database database, int orderer)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select o.number, u.name, (select count(*) from order_lines l where l.order_id = o.id) from orders o join organisations u on u.id = o.unit_id where o.orderer_id = {orderer} and o.state = {OrderState.Basket} order by o.id desc"),
            r => new BasketChoice(r.GetString(0), r.GetString(1), r.GetInt32(2)));
    }

    /// <summary>None where the person has no such basket.</summary>
    public static Basket? Find(Database database, string number, int orderer, DateOnly today)
    {
        var edition = DatedEdition.InForce(database, today);
        using var reading = PageReading.Begin(database);
        var head = reading.First(
            new Query().Add($"select o.id, o.number, o.version, o.unit_id, u.code, u.name, c.code, c.name, cu.code, c.valid_from, c.valid_until, o.wanted_on, o.note from orders o join organisations u on u.id = o.unit_id left join cost_codes c on c.id = o.cost_code_id left join organisations cu on cu.id = c.unit_id where o.number_key = {Keys.Fold(number)} and o.orderer_id = {orderer} and o.state = {OrderState.Basket}"),
            r => new Head(
                r.GetInt32(0), r.GetString(1), r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.GetString(5),
                r.Text(6) is { } code ? new DraftCostCode(code, r.GetString(8), r.DayOrNone(9), r.DayOrNone(10)?.AddDays(-1)) : null, r.Text(7), r.DayOrNone(11), r.Text(12)));
        if (head is null) return null;
        var interest = Catalogue.Interest(reading);
        var path = OrderingUnit.PathOf(reading, head.UnitId);
        var lines = reading.Rows(
            new Query().Add($"select l.number, l.kind, l.product_code, l.wish, l.part_of, l.term_months, l.recipient_name, l.recipient_account, s.code, s.name, l.room, l.line_id from order_lines l left join sites s on s.id = l.site_id where l.order_id = {head.Id} order by coalesce(l.part_of, l.number), l.number"),
            r => Line(r, edition?.Content));
        var priced = lines.ConvertAll(line => line with { Price = Price(line, edition?.Content, today, interest) });
        return new Basket(
            head.Number, head.Version, head.UnitId, head.UnitCode, head.Unit, head.CostCode?.Code, head.CostCodeName, head.WantedOn, head.Note, priced,
            edition is null ? [] : OrderFaults.Of(Draft(head, priced, path), edition.Content, today),
            edition is null ? new Catalogue(null, []) : Catalogue.Of(edition, path, today, interest),
            OrderDetails.ReadSteps(reading, head.Id));
    }

    private static BasketLine Line(DbDataReader r, Edition? edition)
    {
        var code = r.Text(2);
        return new BasketLine(
            r.GetInt32(0), (OrderLineKind)r.GetInt32(1), code, code is null ? null : edition?.Find(code), r.Text(3), r.Int(4), r.GetInt32(5), null, r.Text(6), r.Text(7), r.Text(8), r.Text(9), r.Text(10), r.Long(11));
    }

    private static TermPrice? Price(BasketLine line, Edition? edition, DateOnly today, List<Core.Rentals.InterestRow> interest)
    {
        if (line.Product is not { } product || edition is null || !product.TermMonths.Any<Term>(term => term.Months == line.TermMonths)) return null;
        return OrderedProduct.Price(product, edition.Rules, line.Wish, line.TermMonths, today, interest).TryGet(out var price, out _)
            ? new TermPrice(line.TermMonths, price.FirstMonth, price.WholeTerm)
            : null;
    }

    private static OrderDraft Draft(Head head, List<BasketLine> lines, IReadOnlyList<string> path) => new(
        [.. path], head.CostCode, head.WantedOn, head.Note, [.. lines.Select(line => new DraftLine(
            line.Number, line.Kind, line.ProductCode, line.Wish, line.PartOf, line.TermMonths, line.RecipientName, line.RecipientAccount, line.Site is not null, line.Room,
            line.ContractLineId is not null))]);

    private sealed record Head(
        int Id, string Number, int Version, int UnitId, string UnitCode, string Unit, DraftCostCode? CostCode, string? CostCodeName, DateOnly? WantedOn, string? Note);
}
