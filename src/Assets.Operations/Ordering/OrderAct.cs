using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Messages;

namespace Assets.Operations.Ordering;

/// <summary>An order as a verb has left it.</summary>
public sealed record OrderTaken(string Number, OrderState State, int Version);

/// <summary>
/// One act on orders: a writing with its store, who may approve, and whom to tell. Nothing is kept unless <see cref="Done"/> is
/// reached, so that a refusal midway leaves no trace.
/// </summary>
internal sealed class OrderAct : IDisposable
{
    private readonly Installation installation;
    private Approvals? approvals;

    private OrderAct(Installation installation, string verb, string? reason)
    {
        this.installation = installation;
        Writing = Writing.Begin(installation.Database);
        Store = new OrderStore(Writing, installation, verb, reason);
    }

    public Writing Writing { get; }

    public DateOnly Today => installation.Today;

    public OrderStore Store { get; }

    public Approvals Approvals => approvals ??= Approvals.Load(Writing.Connection, installation.Today, installation.Clock.GetUtcNow());

    public static OrderAct Begin(Installation installation, string verb, string? reason = null) => new(installation, verb, reason);

    public OrderTaken Done(StoredOrder order)
    {
        Writing.Commit();
        return new OrderTaken(order.Number, order.State, order.Version);
    }

    /// <summary>
    /// Whether this is the same click again: the one who acts took this very step, and nothing has happened since what he saw before
    /// it. A double click and the browser's back button do nothing twice and are no error.
    /// </summary>
    public bool IsSameAgain(StoredOrder order, OrderStep step, int? version) =>
        version == order.Version - 1 && LastStep(order.Id) is { } last && last.Step == step && last.Actor == Store.Actor.Account;

    public (OrderStep Step, string Actor, string? Text)? LastStep(int orderId) => Writing.Connection.Rows(
        "select step, actor, text from order_steps where order_id = @p0 order by number desc limit 1",
        r => ((OrderStep, string, string?)?)((OrderStep)r.GetInt32(0), r.GetString(1), r.Text(2)), orderId).SingleOrDefault();

    public string Lineage(int unitId) => (string)Writing.Connection.Scalar("select lineage from organisations where id = @p0", unitId)!;

    public IReadOnlyList<NamedApprover> Approvers(StoredOrder order) => Approvals.For(Lineage(order.UnitId), order.MonthlyRent, order.OrdererId);

    /// <summary>Those who fulfil the order; not the orderer, who is told of each step anyway.</summary>
    public IEnumerable<int> Fulfillers(StoredOrder order) =>
        Approvals.Fulfillers(Lineage(order.UnitId)).Select(person => person.Id).Where(person => person != order.OrdererId);

    public bool ActorMay(Permission permission, int unitId) => Store.Actor.UserId is { } user && Approvals.May(user, permission, Lineage(unitId));

    /// <summary>The day on which the order was sent; today where it has not been.</summary>
    public DateOnly SentOn(StoredOrder order) => order.SubmittedAt is { } at ? installation.DayOf(at) : installation.Today;

    /// <summary>
    /// The interest that an order is priced with from the moment it is sent, so that what was approved is what is charged. An order that an
    /// earlier release sent has the one that was in force on that day.
    /// </summary>
    public decimal? AgreedInterest(StoredOrder order) => order.InterestPercent ?? PriceCalculation.InForce(Interest(), SentOn(order))?.PercentPerYear;

    public List<InterestRow> Interest() => Writing.Connection.Rows(
        "select valid_from, milli_percent from interest_rates", r => new InterestRow(r.Day(0), r.GetInt32(1) / 1000m));

    /// <summary>Tells people of the step just taken; who took it himself is not told.</summary>
    /// <param name="template">The mail's text: <c>order_submitted</c>.</param>
    /// <param name="page">Below the order's own address: a recipient may open its delivery note, and nothing else of it.</param>
    public void Tell(StoredOrder order, string template, IEnumerable<int> people, string? text = null, string page = "")
    {
        var step = Writing.Connection.Number("select count(*) from order_steps where order_id = @p0", order.Id);
        foreach (var person in people.Distinct())
        {
            if (person == Store.Actor.UserId) continue;
            var key = string.Create(CultureInfo.InvariantCulture, $"order/{order.Id}/{step}/{template}/{person}");
            Outbox.Add(Writing, installation, key, person, template, Values(order, text, page));
        }
    }

    public Dictionary<string, string?> Values(StoredOrder order, string? text, string page = "") => new(StringComparer.Ordinal)
    {
        ["number"] = order.Number,
        ["address"] = "/orders/" + order.Number + page,
        ["unit"] = (string)Writing.Connection.Scalar("select name from organisations where id = @p0", order.UnitId)!,
        ["orderer"] = (string)Writing.Connection.Scalar("select display_name from users where id = @p0", order.OrdererId)!,
        ["actor"] = Store.Actor.Name,
        ["monthly_rent"] = order.MonthlyRent.ToString(),
        ["text"] = text,
    };

    public void Dispose() => Writing.Dispose();
}
