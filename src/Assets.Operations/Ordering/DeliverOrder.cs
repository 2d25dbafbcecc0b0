using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <param name="Day">The day of delivery, which is charged from; none: today. A day in a closed month becomes a correction by itself.</param>
/// <param name="Lines">The lines to deliver; none: all that are left.</param>
/// <param name="Reason">Why something goes out without all of its pieces; they come later.</param>
/// <param name="HandedIn">What is said of the assets that come back, by order line.</param>
/// <param name="CostCode">What pays from now on in place of the order's own; none: that one.</param>
public sealed record DeliveryRequest(
    string Number, DateOnly? Day = null, IReadOnlyCollection<int>? Lines = null, string? Reason = null, IReadOnlyDictionary<int, HandedIn>? HandedIn = null, int? Version = null,
    string? CostCode = null);

/// <summary>What the technician answers for when something comes back.</summary>
/// <param name="Wiped">Its storage is erased.</param>
/// <param name="Reused">It goes back to stock; otherwise it is retired, and the capital that is left is charged for.</param>
/// <param name="KeepsAttached">Screens and docks stay with the computer.</param>
public sealed record HandedIn(bool Wiped, bool Reused = true, bool KeepsAttached = false);

/// <param name="LineId">The contract line that it began or changed, with its code.</param>
/// <param name="Token">What the recipient's confirmation link holds; none where nothing is to be confirmed. Told once, here.</param>
public sealed record LineDelivered(int Line, long LineId, string LineCode, string? Token);

/// <param name="Lines">Empty where all of it was delivered before.</param>
public sealed record OrderDelivered(string Number, OrderState State, DateOnly Day, IReadOnlyList<LineDelivered> Lines);

/// <summary>
/// Hands an order over, in whole or in part, and lets the rent follow: what is new begins to be charged, what moves is charged to its
/// new holder, what comes back ends. The contract lines, the assets and the order's step are one transaction, so that nothing is handed
/// over unpaid and nothing is charged that was not. Delivered twice is delivered once.
/// </summary>
public static class DeliverOrder
{
    public static Outcome<OrderDelivered> Run(Installation installation, DeliveryRequest request)
    {
        var day = request.Day ?? installation.Today;
        if (day > installation.Today) return new Refusal(FulfilRefusals.DeliveredInTheFuture, PromiseOrder.Text(day));
        using var act = OrderAct.Begin(installation, "deliver order", request.Reason);
        if (!OrderInHand.Load(act.Store, act.Writing.Connection, installation.Today, request.Number).TryGet(out var hand, out var refusal)) return refusal;
        if (hand.Cannot(OrderStep.Delivered) is { } cannot) return cannot;
        foreach (var number in request.Lines ?? [])
        {
            if (!hand.Lines.Exists(line => line.Number == number)) return new Refusal(OrderRefusals.UnknownOrderLine, $"{number}");
        }
        var chosen = hand.Lines.FindAll(line => request.Lines?.Contains(line.Number) != false && (line.DeliveredOn is null || hand.PickedFor(line.Number).Count > 0));
        if (chosen.Count == 0) return new OrderDelivered(hand.Order.Number, hand.Order.State, day, []);
        if (OrderStore.Seen(hand.Order, request.Version) is { } changed) return changed; // after the line above: a second click is no conflict
        if (day < act.SentOn(hand.Order)) return new Refusal(FulfilRefusals.DeliveredBeforeSent, PromiseOrder.Text(act.SentOn(hand.Order)));
        if (Lacking(hand, chosen, request.Reason) is { } lacking) return lacking;
        if (chosen.Exists(BeginsToCost) && OrderPayer.On(act, hand, day, request.CostCode) is { } unpaid) return unpaid;

        var delivery = new LineDelivery(act, installation, hand, day, request);
        var done = new List<LineDelivered>();
        // A workplace before the add-ons that are attached to its computer.
        foreach (var line in chosen.OrderBy(line => line.PartOf is null ? 0 : 1).ThenBy(line => line.Number))
        {
            if (!delivery.Hand(line).TryGet(out var delivered, out refusal)) return refusal;
            done.Add(delivered);
        }
        if (!delivery.Finish(chosen).TryGet(out var order, out refusal)) return refusal;
        act.Done(order);
        return new OrderDelivered(order.Number, order.State, day, done);
    }

    // What is swapped on its terms is paid as before, and what comes back by nobody.
    private static bool BeginsToCost(StoredOrderLine line) => line is { DeliveredOn: null } and ({ Kind: OrderLineKind.New or OrderLineKind.Move } or { Kind: OrderLineKind.Replace, TermMonths: not 0 });

    private static Refusal? Lacking(OrderInHand hand, List<StoredOrderLine> lines, string? reason)
    {
        foreach (var line in lines)
        {
            if (line.DeliveredOn is not null) continue;
            var missing = hand.Missing(line).Count;
            if (missing == 0) continue;
            if (string.IsNullOrWhiteSpace(reason)) return new Refusal(FulfilRefusals.PiecesMissing, $"{line.Number} {missing}");
            // Rent would be paid for nothing, and there is no swap without another asset, whatever the reason.
            if (missing == hand.Slots(line).Count) return new Refusal(FulfilRefusals.NothingPicked, $"{line.Number}");
        }
        return null;
    }
}
