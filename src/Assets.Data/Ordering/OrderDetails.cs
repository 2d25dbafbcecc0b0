using System.Data.Common;
using Assets.Core.Ordering;
using Assets.Core.Standard;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <param name="Product">As the order's edition has it.</param>
/// <param name="WishPrice">What the IT architect has said that one costs to buy; none before.</param>
public sealed record OrderDetailsLine(
    int Number, OrderLineKind Kind, string? ProductCode, Product? Product, string? Wish, string? WishModel, Money? WishPrice, int? PartOf, int TermMonths, Money MonthlyRent,
    string? RecipientName, string? RecipientAccount, string? Site, string? Room, long? ContractLineId, string? ContractLine, DateOnly? DeliveredOn, string? DeliveredBy,
    DateTimeOffset? ConfirmedAt, string? ConfirmedBy);

public sealed record OrderDetailsStep(OrderStep Step, DateTimeOffset At, string ActorName, string? Text);

/// <summary>An order with its lines, every step of it, and whom it waits for now.</summary>
/// <param name="Approvers">Everybody who may approve it, nearest first; those who are awaited are marked.</param>
public sealed record OrderDetails(
    int Id, string Number, OrderState State, int Version, int UnitId, string Unit, string Administration, string? CostCode, int OrdererId, string Orderer, DateOnly? WantedOn, DateOnly? PromisedOn,
    string? Note, DateTimeOffset? SubmittedAt, Money MonthlyRent, Money? ApprovedRent, int? EditionNumber, RentRules? Rules, IReadOnlyList<OrderDetailsLine> Lines,
    IReadOnlyList<OrderDetailsStep> Steps, IReadOnlyList<NamedApprover> Approvers, IReadOnlyList<Person> Architects)
{
    public IEnumerable<OrderDetailsLine> Main => Lines.Where(line => line.PartOf is null);

    public IEnumerable<OrderDetailsLine> AddOns(int line) => Lines.Where(other => other.PartOf == line);

    public bool MayBeApprovedBy(int userId) => State == OrderState.AwaitingApproval && Approvers.Any(one => one.Person.Id == userId);

    public bool MayBeReviewedBy(int userId) => State == OrderState.AwaitingArchitect && Architects.Any(one => one.Id == userId);

    /// <summary>None where there is no such order; whether the reader may see it is for the page to say.</summary>
    public static OrderDetails? Find(Database database, string number, DateOnly today, DateTimeOffset now)
    {
        using var reading = PageReading.Begin(database);
        var head = reading.First(
            new Query().Add($"select o.id, o.number, o.state, o.version, o.unit_id, u.name, coalesce(a.name, ''), c.code, o.orderer_id, p.display_name, o.wanted_on, o.promised_on, o.note, o.submitted_at, o.monthly_rent, o.approved_rent, e.number, e.body, u.lineage from orders o join organisations u on u.id = o.unit_id left join organisations a on a.id = u.parent_id left join cost_codes c on c.id = o.cost_code_id join users p on p.id = o.orderer_id left join editions e on e.id = o.edition_id where o.number_key = {Keys.Fold(number)}"),
            Head);
        if (head is null) return null;
        var (order, edition, lineage) = head;
        var awaits = order.State is OrderState.AwaitingApproval or OrderState.AwaitingArchitect;
        var approvals = awaits ? Approvals.Load(reading, today, now) : null;
        return order with
        {
            Rules = edition?.Rules,
            Lines = ReadLines(reading, order.Id, edition),
            Steps = ReadSteps(reading, order.Id),
            Approvers = order.State == OrderState.AwaitingApproval ? approvals!.For(lineage, order.MonthlyRent, order.OrdererId) : [],
            Architects = order.State == OrderState.AwaitingArchitect ? approvals!.Architects(lineage) : [],
        };
    }

    internal static List<OrderDetailsStep> ReadSteps(PageReading reading, int orderId) => reading.Rows(
        new Query().Add($"select step, at, actor_name, text from order_steps where order_id = {orderId} order by number"),
        r => new OrderDetailsStep((OrderStep)r.GetInt32(0), Conventions.ToInstant(r.GetInt64(1)), r.GetString(2), r.Text(3)));

    private static Tuple<OrderDetails, Edition?, string> Head(DbDataReader r)
    {
        var order = new OrderDetails(
            r.GetInt32(0), r.GetString(1), (OrderState)r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetString(6), r.Text(7), r.GetInt32(8), r.GetString(9), r.DayOrNone(10), r.DayOrNone(11),
            r.Text(12), r.Long(13) is { } at ? Conventions.ToInstant(at) : null, Money.FromOre(r.GetInt64(14)), r.Long(15) is { } approved ? Money.FromOre(approved) : null, r.Int(16), null, [], [], [], []);
        return Tuple.Create(order, r.Text(17) is { } body ? EditionText.Parse(body) : null, r.GetString(18));
    }

    private static List<OrderDetailsLine> ReadLines(PageReading reading, int orderId, Edition? edition) => reading.Rows(
        new Query().Add($"select l.number, l.kind, l.product_code, l.wish, l.wish_model, l.wish_price, l.part_of, l.term_months, l.monthly_rent, l.recipient_name, l.recipient_account, s.name, l.room, l.line_id, k.code, l.delivered_on, l.delivered_by, l.confirmed_at, l.confirmed_by from order_lines l left join sites s on s.id = l.site_id left join contract_lines k on k.id = l.line_id where l.order_id = {orderId} order by coalesce(l.part_of, l.number), l.number"),
        r => new OrderDetailsLine(
            r.GetInt32(0), (OrderLineKind)r.GetInt32(1), r.Text(2), r.Text(2) is { } code ? edition?.Find(code) : null, r.Text(3), r.Text(4), r.Long(5) is { } price ? Money.FromOre(price) : null, r.Int(6),
            r.GetInt32(7), Money.FromOre(r.GetInt64(8)), r.Text(9), r.Text(10), r.Text(11), r.Text(12), r.Long(13), r.Text(14), r.DayOrNone(15), r.Text(16),
            r.Long(17) is { } at ? Conventions.ToInstant(at) : null, r.Text(18)));
}
