using Assets.Core.Access;
using Assets.Core.Chargeback;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Rentals;

namespace Assets.Operations.Ordering;

/// <summary>What is asked for of something rented: who pays for it then, and the order's one line.</summary>
internal sealed record RentedAsk(int UnitId, int? CostCodeId, StoredOrderLine Line);

/// <summary>An order about something that is rented already: made and submitted in one act, without a basket to fill.</summary>
internal static class RentedOrder
{
    /// <param name="ask">Given the line and today, what the order says; it is only asked for a line that runs.</param>
    public static Outcome<OrderTaken> Place(
        Installation installation, string verb, long lineId, DateOnly wantedOn, string? note, Func<OrderAct, RentedLine, DateOnly, Outcome<RentedAsk>> ask)
    {
        using var act = OrderAct.Begin(installation, verb);
        var connection = act.Writing.Connection;
        if (act.Store.Actor.UserId is not { } orderer) return new Refusal(OrderRefusals.UnknownPerson, installation.Actor);
        if (RentedLine.Find(connection, lineId, installation.Today) is not { } rented) return new Refusal(FulfilRefusals.NotRunning, "");
        if (rented is not { Today: not null, UnitId: { } unit }) return new Refusal(FulfilRefusals.NotRunning, rented.Code);
        if (!act.ActorMay(Permission.PlaceOrders, unit)) return new Refusal(OrderRefusals.NotYours, rented.Today.UnitCode);
        if (LineEnd.IsHandedIn(rented.Snapshot, installation.Today))
            return new Refusal(FulfilRefusals.HandedIn, $"{rented.Code}, {PromiseOrder.Text(LineEnd.On(rented.Snapshot, installation.Today)!.Value.AddDays(-1))}");
        if (UnderWay(act, lineId) is { } number) return new Refusal(FulfilRefusals.OrderedAlready, number);
        if (DatedEdition.InForce(connection, installation.Today) is not { } edition) return new Refusal(OrderRefusals.NoEdition, "");
        if (!ask(act, rented, installation.Today).TryGet(out var asked, out var refusal)) return refusal;

        if (!AddToBasket.Begin(act, installation, asked.UnitId, orderer).TryGet(out var basket, out refusal)) return refusal;
        act.Store.Add(asked.Line with { OrderId = basket.Id });
        basket = act.Store.Save(basket, basket with { CostCodeId = asked.CostCodeId, WantedOn = wantedOn, Note = BasketLines.Text(note, BasketLines.LongestWish) });
        return SubmitOrder.Send(act, installation, basket, edition).TryGet(out var submitted, out refusal) ? act.Done(submitted) : refusal;
    }

    public static StoredOrderLine Line(RentedLine rented, OrderLineKind kind) =>
        new(0, 1, kind, null, null, null, null, null, 0, Money.Zero, null, null, null, null, rented.Id, null, null, null, null, null, null);

    /// <summary>What the line costs a whole month as of today, which is less than at its beginning by methods B and C.</summary>
    public static Money RentToday(RentedLine rented, DateOnly today) => MonthlyRent.On(rented.Today!, today);

    private static string? UnderWay(OrderAct act, long lineId) => (string?)act.Writing.Connection.Scalar(
        """
        select o.number from order_lines y join orders o on o.id = y.order_id
        where y.line_id = @p0 and y.kind <> @p1 and y.delivered_on is null and o.state not in (@p2, @p3) order by o.id limit 1
        """,
        lineId, (int)OrderLineKind.New, (int)OrderState.Rejected, (int)OrderState.Cancelled);
}
