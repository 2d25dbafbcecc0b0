using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>An order after a step.</summary>
public sealed record OrderTaken(string Number, OrderState State, int Version);

/// <summary>IT takes an order on; the orderer sees that somebody works on it.</summary>
public static class AcceptOrder
{
    /// <param name="promised">The day on which it is to be delivered, if one can be promised at once.</param>
    /// <param name="version">What the one who acts has seen.</param>
    public static Outcome<OrderTaken> Run(Installation installation, string number, DateOnly? promised = null, int? version = null)
    {
        if (promised < installation.Today) return new Refusal(FulfilRefusals.PromisedInThePast, PromiseOrder.Text(promised.Value));
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "accept-order");
        if (!store.Find(number, version).TryGet(out var order, out var refusal)) return refusal;
        if (!store.Take(order, OrderStep.Accepted, order with { State = OrderState.Preparing }).TryGet(out order, out refusal)) return refusal;
        if (promised is { } day && !PromiseOrder.Promise(store, order, day).TryGet(out order, out refusal)) return refusal;
        FulfilmentMails.Tell(writing, installation, order, "order_accepted");
        writing.Commit();
        return new OrderTaken(order.Number, order.State, order.Version);
    }
}

/// <summary>IT promises the day of delivery, or another than before.</summary>
public static class PromiseOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, DateOnly day, int? version = null)
    {
        if (day < installation.Today) return new Refusal(FulfilRefusals.PromisedInThePast, Text(day));
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "promise-order");
        if (!store.Find(number, version).TryGet(out var order, out var refusal)) return refusal;
        if (order.PromisedOn == day) return new OrderTaken(order.Number, order.State, order.Version);
        if (!Promise(store, order, day).TryGet(out order, out refusal)) return refusal;
        FulfilmentMails.Tell(writing, installation, order, "order_promised");
        writing.Commit();
        return new OrderTaken(order.Number, order.State, order.Version);
    }

    internal static Outcome<StoredOrder> Promise(OrderStore store, StoredOrder order, DateOnly day) =>
        store.Take(order, OrderStep.Promised, order with { PromisedOn = day }, Text(day));

    internal static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
