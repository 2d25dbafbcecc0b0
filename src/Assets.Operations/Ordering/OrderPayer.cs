using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Who pays for what is delivered: asked when the order was sent, and again on the day, since a unit or a cost code may have ended in between.</summary>
internal static class OrderPayer
{
    /// <param name="costCode">Another than the order's, which becomes the order's own; none: as it is.</param>
    public static Refusal? On(OrderAct act, OrderInHand hand, DateOnly day, string? costCode)
    {
        if (act.Writing.Connection.Scalar("select 1 from organisations where id = @p0 and valid_until <= @p1", hand.Order.UnitId, Conventions.ToNumber(day)) is not null)
            return new Refusal(FulfilRefusals.UnitEnded, hand.Order.UnitCode);
        var order = hand.Order;
        if (!string.IsNullOrWhiteSpace(costCode) && !ChangeBasket.PaidBy(act, order, costCode).TryGet(out order, out var refusal)) return refusal;
        if (OrderFaults.OfCostCode(OrderContent.Draft(act, order, []), day) is { } fault)
            return new Refusal(fault.Code == OrderFaults.CostCodeClosed ? FulfilRefusals.CostCodeEnded : fault.Code, fault.Detail);
        if (order == hand.Order) return null;
        if (!act.Store.Take(hand.Order, OrderStep.Changed, order, $"{hand.Order.CostCode} → {order.CostCode}").TryGet(out var changed, out refusal)) return refusal;
        hand.Order = changed;
        foreach (var line in hand.Lines.FindAll(line => line is { DeliveredOn: null, ToCostCodeId: not null })) hand.Keep(act.Store, line with { ToCostCodeId = order.CostCodeId });
        return null;
    }
}
