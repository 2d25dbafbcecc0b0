using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>IT takes an order on; the orderer sees that somebody works on it.</summary>
public static class AcceptOrder
{
    /// <param name="promised">The day on which it is to be delivered, if one can be promised at once.</param>
    /// <param name="version">What the one who acts has seen.</param>
    public static Outcome<OrderTaken> Run(Installation installation, string number, DateOnly? promised = null, int? version = null)
    {
        if (promised < installation.Today) return new Refusal(FulfilRefusals.PromisedInThePast, PromiseOrder.Text(promised.Value));
        using var act = OrderAct.Begin(installation, "accept order");
        if (!act.Store.Find(number, version).TryGet(out var order, out var refusal)) return refusal;
        if (!act.Store.Take(order, OrderStep.Accepted, order with { State = OrderState.Preparing }).TryGet(out order, out refusal)) return refusal;
        if (promised is { } day && !PromiseOrder.Promise(act.Store, order, day).TryGet(out order, out refusal)) return refusal;
        act.Tell(order, "order_taken_on", [order.OrdererId], promised is { } told ? PromiseOrder.Text(told) : null);
        return act.Done(order);
    }
}

/// <summary>IT promises the day of delivery, or another than before.</summary>
public static class PromiseOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, DateOnly day, int? version = null)
    {
        if (day < installation.Today) return new Refusal(FulfilRefusals.PromisedInThePast, Text(day));
        using var act = OrderAct.Begin(installation, "promise order");
        if (!act.Store.Find(number, version).TryGet(out var order, out var refusal)) return refusal;
        if (order.PromisedOn == day) return new OrderTaken(order.Number, order.State, order.Version);
        if (!Promise(act.Store, order, day).TryGet(out order, out refusal)) return refusal;
        act.Tell(order, "order_promised", [order.OrdererId], Text(day));
        return act.Done(order);
    }

    internal static Outcome<StoredOrder> Promise(OrderStore store, StoredOrder order, DateOnly day) =>
        store.Take(order, OrderStep.Promised, order with { PromisedOn = day }, Text(day));

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
