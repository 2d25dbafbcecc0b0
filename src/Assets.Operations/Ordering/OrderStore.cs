using System.Data.Common;
using System.Text.Json;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// Reads and writes orders within one writing: whoever takes a step writes state, step, version, change set and history together,
/// or, where the caller does not commit, nothing of it.
/// </summary>
internal sealed class OrderStore(Writing writing, Installation installation, string verb, string? reason = null)
{
    private readonly DbConnection connection = writing.Connection;
    private long? changeSet;
    private OrderActor? actor;

    /// <summary>The act that everything written belongs to; begun by the first who asks for it.</summary>
    public long ChangeSet => changeSet ??= writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, verb, reason, null);

    /// <summary>Who acts; by the installation's account unless somebody else is named.</summary>
    public OrderActor Actor
    {
        get => actor ??= Account();
        init => actor = value;
    }

    private OrderActor Account() => connection.Rows(
        "select id, display_name from users where normalized_user_name = @p0",
        r => new OrderActor(r.GetInt32(0), installation.Actor, r.GetString(1)),
        installation.Actor.ToUpperInvariant()).SingleOrDefault() ?? new OrderActor(null, installation.Actor, installation.Actor);

    /// <param name="version">What the one who acts has seen; none where it does not matter.</param>
    public Outcome<StoredOrder> Find(string number, int? version = null)
    {
        var order = connection.Rows(Columns + " where o.number_key = @p0", Row, Keys.Fold(number)).SingleOrDefault();
        if (order is null) return new Refusal(OrderRefusals.UnknownOrder, number);
        return Seen(order, version) is { } refusal ? refusal : order;
    }

    public Outcome<StoredOrder> Find(int id)
    {
        var order = connection.Rows(Columns + " where o.id = @p0", Row, id).SingleOrDefault();
        return order is null ? new Refusal(OrderRefusals.UnknownOrder, "") : order;
    }

    public static Refusal? Seen(StoredOrder order, int? version) =>
        version is { } seen && seen != order.Version ? new Refusal(OrderRefusals.ChangedMeanwhile, $"{order.Version}") : null;

    public List<StoredOrderLine> Lines(int orderId) => connection.Rows(
        """
        select order_id, number, kind, product_code, wish, wish_model, wish_price, part_of, term_months, monthly_rent, recipient_name, recipient_account,
          site_id, room, line_id, to_unit_id, to_cost_code_id, delivered_on, delivered_by, confirmed_at, confirmed_by
        from order_lines where order_id = @p0 order by number
        """,
        r => new StoredOrderLine(
            r.GetInt32(0), r.GetInt32(1), (OrderLineKind)r.GetInt32(2), r.Text(3), r.Text(4), r.Text(5), r.Long(6) is { } price ? Money.FromOre(price) : null, r.Int(7), r.GetInt32(8),
            Money.FromOre(r.GetInt64(9)), r.Text(10), r.Text(11), r.Int(12), r.Text(13), r.Long(14), r.Int(15), r.Int(16),
            r.DayOrNone(17), r.Text(18), r.Long(19) is { } at ? Conventions.ToInstant(at) : null, r.Text(20)),
        orderId);

    /// <summary>
    /// Takes a step: the order's row becomes what <paramref name="becomes"/> says, one version on, and the step is kept with day and
    /// name. Refused where the flow has no such step from the state the order is in.
    /// </summary>
    /// <param name="becomes">The order with its new state and whatever else the step changes.</param>
    /// <param name="text">What the orderer reads beside the step: a reason, a comment, a day.</param>
    public Outcome<StoredOrder> Take(StoredOrder order, OrderStep step, StoredOrder becomes, string? text = null)
    {
        if (!OrderFlow.May(order.State, step, becomes.State)) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        var saved = Save(order, becomes);
        connection.Execute(
            "insert into order_steps (order_id, number, step, at, actor, actor_name, text) values (@p0, (select coalesce(max(number), 0) + 1 from order_steps where order_id = @p0), @p1, @p2, @p3, @p4, @p5)",
            order.Id, (int)step, Conventions.ToMicroseconds(installation.Clock.GetUtcNow()), Actor.Account, Actor.Name, text);
        return saved;
    }

    /// <summary>Writes the order without a step: what a basket becomes while it is filled.</summary>
    public StoredOrder Save(StoredOrder order, StoredOrder becomes)
    {
        var saved = becomes with { Version = order.Version + 1 };
        connection.Execute(
            """
            update orders set state = @p1, unit_id = @p2, cost_code_id = @p3, edition_id = @p4, wanted_on = @p5, promised_on = @p6, note = @p7, submitted_at = @p8,
              monthly_rent = @p9, approved_rent = @p10, interest_milli_percent = @p11, version = @p12, change_set_id = @p13 where id = @p0
            """,
            order.Id, (int)saved.State, saved.UnitId, saved.CostCodeId, saved.EditionId, Number(saved.WantedOn), Number(saved.PromisedOn), saved.Note,
            saved.SubmittedAt is { } at ? Conventions.ToMicroseconds(at) : null, saved.MonthlyRent.Ore, saved.ApprovedRent?.Ore, (int?)(saved.InterestPercent * 1000m), saved.Version, ChangeSet);
        var (before, after) = Differences(order, saved);
        History.Add(writing, ChangeSet, Subject.Order, order.Id, installation.Today, before, after);
        return saved;
    }

    /// <summary>Writes a line that is there already.</summary>
    public void Save(StoredOrderLine line) => connection.Execute(
        """
        update order_lines set kind = @p2, product_code = @p3, wish = @p4, wish_model = @p5, wish_price = @p6, part_of = @p7, term_months = @p8, monthly_rent = @p9,
          recipient_name = @p10, recipient_account = @p11, site_id = @p12, room = @p13, line_id = @p14, to_unit_id = @p15, to_cost_code_id = @p16,
          delivered_on = @p17, delivered_by = @p18, confirmed_at = @p19, confirmed_by = @p20
        where order_id = @p0 and number = @p1
        """,
        Values(line));

    public void Add(StoredOrderLine line) => connection.Execute(
        """
        insert into order_lines (order_id, number, kind, product_code, wish, wish_model, wish_price, part_of, term_months, monthly_rent, recipient_name, recipient_account,
          site_id, room, line_id, to_unit_id, to_cost_code_id, delivered_on, delivered_by, confirmed_at, confirmed_by)
        values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16, @p17, @p18, @p19, @p20)
        """,
        Values(line));

    private static object?[] Values(StoredOrderLine line) =>
    [
        line.OrderId, line.Number, (int)line.Kind, line.ProductCode, line.Wish, line.WishModel, line.WishPrice?.Ore, line.PartOf, line.TermMonths, line.MonthlyRent.Ore,
        line.RecipientName, line.RecipientAccount, line.SiteId, line.Room, line.LineId, line.ToUnitId, line.ToCostCodeId,
        Number(line.DeliveredOn), line.DeliveredBy, line.ConfirmedAt is { } at ? Conventions.ToMicroseconds(at) : null, line.ConfirmedBy,
    ];

    private const string Columns =
        """
        select o.id, o.number, o.state, o.unit_id, u.code, o.cost_code_id, c.code, o.orderer_id, o.edition_id, o.wanted_on, o.promised_on, o.note, o.submitted_at,
          o.monthly_rent, o.approved_rent, o.interest_milli_percent, o.version
        from orders o join organisations u on u.id = o.unit_id left join cost_codes c on c.id = o.cost_code_id
        """;

    private static StoredOrder Row(DbDataReader r) => new(
        r.GetInt32(0), r.GetString(1), (OrderState)r.GetInt32(2), r.GetInt32(3), r.GetString(4), r.Int(5), r.Text(6), r.GetInt32(7), r.Int(8), r.DayOrNone(9), r.DayOrNone(10),
        r.Text(11), r.Long(12) is { } at ? Conventions.ToInstant(at) : null, Money.FromOre(r.GetInt64(13)), r.Long(14) is { } approved ? Money.FromOre(approved) : null, r.Int(15) / 1000m, r.GetInt32(16));

    private static object? Number(DateOnly? day) => day is { } some ? Conventions.ToNumber(some) : null;

    private static (string? Before, string? After) Differences(StoredOrder old, StoredOrder becomes)
    {
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        var after = new Dictionary<string, string?>(StringComparer.Ordinal);
        void Field(string name, string? was, string? isNow)
        {
            if (was == isNow) return;
            before[name] = was;
            after[name] = isNow;
        }
        Field("order_state", OrderStates.Vocabulary.Word(old.State), OrderStates.Vocabulary.Word(becomes.State));
        Field("unit_code", old.UnitCode, becomes.UnitCode);
        Field("cost_code", old.CostCode, becomes.CostCode);
        Field("wanted_on", Day(old.WantedOn), Day(becomes.WantedOn));
        Field("promised_on", Day(old.PromisedOn), Day(becomes.PromisedOn));
        Field("note", old.Note, becomes.Note);
        Field("monthly_rent", old.MonthlyRent.ToString(), becomes.MonthlyRent.ToString());
        return before.Count == 0 ? (null, null) : (JsonSerializer.Serialize(before, History.Json), JsonSerializer.Serialize(after, History.Json));
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
