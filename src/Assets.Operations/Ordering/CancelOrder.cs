using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Calls an order off: the orderer until something is delivered, IT with a reason. What was set aside for it is free again.</summary>
public static class CancelOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version, string? reason)
    {
        using var act = OrderAct.Begin(installation, "cancel order", reason);
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        var why = BasketLines.Text(reason, BasketLines.LongestWish);
        var isOwn = act.Store.Actor.UserId == order.OrdererId;
        if (!isOwn && order.State == OrderState.Basket) return new Refusal(OrderRefusals.UnknownOrder, number);
        if (!isOwn && !act.ActorMay(Permission.FulfilOrders, order.UnitId)) return new Refusal(OrderRefusals.NotYours, order.UnitCode);
        if (act.IsSameAgain(order, OrderStep.Cancelled, version)) return new OrderTaken(order.Number, order.State, order.Version);
        if (act.Store.Lines(order.Id).Exists(line => line.DeliveredOn is not null)) return new Refusal(OrderRefusals.AlreadyDelivered, order.Number);
        if (!OrderFlow.May(order.State, OrderStep.Cancelled)) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;
        if (!isOwn && why is null) return new Refusal(OrderRefusals.ReasonMissing, "");

        act.Writing.Connection.Execute("delete from picked_assets where order_id = @p0", order.Id);
        if (!act.Store.Take(order, OrderStep.Cancelled, order with { State = OrderState.Cancelled }, why).TryGet(out var cancelled, out refusal)) return refusal;
        act.Tell(cancelled, "order_cancelled", Concerned(act, order), why);
        return act.Done(cancelled);
    }

    // The orderer, and whoever the order was waiting for.
    private static IEnumerable<int> Concerned(OrderAct act, StoredOrder order)
    {
        IEnumerable<int> awaited = order.State switch
        {
            OrderState.AwaitingApproval => act.Approvers(order).Where(one => one.IsAwaited).Select(one => one.Person.Id),
            OrderState.AwaitingArchitect => act.Approvals.Architects(act.Lineage(order.UnitId)).Select(person => person.Id),
            OrderState.Accepted or OrderState.Preparing => act.Approvals.Fulfillers(act.Lineage(order.UnitId)).Select(person => person.Id),
            _ => [],
        };
        return awaited.Prepend(order.OrdererId);
    }
}
