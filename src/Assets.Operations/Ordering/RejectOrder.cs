using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>The one whom the order waits for says no, with a reason that the orderer reads: the budget holder, or the IT architect after him.</summary>
public static class RejectOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version, string reason)
    {
        using var act = OrderAct.Begin(installation, "reject order", reason);
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (act.IsSameAgain(order, OrderStep.Rejected, version)) return new OrderTaken(order.Number, order.State, order.Version);
        if (!OrderFlow.May(order.State, OrderStep.Rejected)) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        var mayReject = order.State == OrderState.AwaitingArchitect
            ? act.ActorMay(Permission.ReviewOrders, order.UnitId)
            : act.Approvers(order).Any(one => one.Person.Id == act.Store.Actor.UserId);
        if (!mayReject) return new Refusal(OrderRefusals.NotYours, order.UnitCode);
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;
        if (BasketLines.Text(reason, BasketLines.LongestWish) is not { } why) return new Refusal(OrderRefusals.ReasonMissing, "");

        if (!act.Store.Take(order, OrderStep.Rejected, order with { State = OrderState.Rejected }, why).TryGet(out var rejected, out refusal)) return refusal;
        act.Tell(rejected, "order_rejected", [order.OrdererId], why);
        return act.Done(rejected);
    }
}
