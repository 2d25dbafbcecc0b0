using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// Calls an order off, or what is not delivered of it: the orderer as he likes, IT with a reason. What was set aside for it is free again;
/// what is delivered stays, and is returned instead.
/// </summary>
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
        var lines = act.Store.Lines(order.Id);
        var (dropped, delivered) = (lines.FindAll(line => line.DeliveredOn is null), lines.FindAll(line => line.DeliveredOn is not null));
        if (delivered.Count > 0 && dropped.Count == 0) return new Refusal(OrderRefusals.AlreadyDelivered, order.Number);
        if (!OrderFlow.May(order.State, OrderStep.Cancelled)) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;
        if (!isOwn && why is null) return new Refusal(OrderRefusals.ReasonMissing, "");

        if (delivered.Count > 0) return Drop(act, order, dropped, delivered, why);
        UnpickAsset.All(act.Writing, order.Id);
        if (!act.Store.Take(order, OrderStep.Cancelled, order with { State = OrderState.Cancelled }, why).TryGet(out var cancelled, out refusal)) return refusal;
        act.Tell(cancelled, "order_cancelled", Concerned(act, order), why);
        return act.Done(cancelled);
    }

    // The lines go, and the step says what they were; the order is as delivered as what is left of it.
    private static Outcome<OrderTaken> Drop(OrderAct act, StoredOrder order, List<StoredOrderLine> dropped, List<StoredOrderLine> delivered, string? why)
    {
        foreach (var line in dropped)
        {
            foreach (var table in (string[])["picked_assets", "preparations"]) act.Writing.Connection.Execute($"delete from {table} where order_id = @p0 and line_number = @p1", order.Id, line.Number);
            act.Writing.Connection.Execute("delete from order_lines where order_id = @p0 and number = @p1", order.Id, line.Number);
        }
        // An add-on that came before its workplace stands alone now.
        foreach (var line in delivered.FindAll(line => dropped.Exists(gone => gone.Number == line.PartOf))) act.Store.Save(line with { PartOf = null });

        var text = string.Join(", ", dropped.Select(line => $"{line.Number} {line.ProductCode ?? line.Wish}".TrimEnd())) + (why is null ? "" : $": {why}");
        var becomes = order with { State = OrderState.Delivered, MonthlyRent = OrderContent.Rent(delivered) };
        if (!act.Store.Take(order, OrderStep.Cancelled, becomes, text).TryGet(out var left, out var refusal)) return refusal;
        if (delivered.TrueForAll(line => line.ConfirmedAt is not null)
            && !act.Store.Take(left, OrderStep.Confirmed, left with { State = OrderState.Confirmed }).TryGet(out left, out refusal)) return refusal;
        act.Tell(left, "order_partly_cancelled", Concerned(act, order), text);
        return act.Done(left);
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
