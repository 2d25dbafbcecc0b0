using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Inventory;
using Assets.Operations.Rentals;

namespace Assets.Operations.Ordering;

/// <summary>What handing over one line of an order does, by its kind, and what it makes of the order.</summary>
internal sealed partial class LineDelivery(OrderAct act, Installation installation, OrderInHand hand, DateOnly day, DeliveryRequest request)
{
    private readonly OrderStore store = act.Store;
    private readonly Writing writing = act.Writing;
    private readonly RentalAct rentals = new(act.Writing, act.Store.ChangeSet, installation);

    public Outcome<LineDelivered> Hand(StoredOrderLine line)
    {
        var again = line.DeliveredOn is not null;
        var outcome = line.Kind switch
        {
            OrderLineKind.New when again => Complete(line),
            OrderLineKind.New => Begin(line),
            OrderLineKind.Replace => Replace(line),
            OrderLineKind.Move => Move(line),
            OrderLineKind.Return => TakeBack(line),
            _ => throw new InvalidOperationException($"An order line of kind {line.Kind} cannot be delivered."),
        };
        if (!outcome.TryGet(out var rented, out var refusal)) return InWordsOfTheBench(refusal);
        var lineId = rentals.Register.Line(rented.LineCode)!.Id;
        Handed(line);
        var confirms = line.Kind != OrderLineKind.Return; // what comes back is confirmed by the one who takes it
        if (!again)
        {
            var at = installation.Clock.GetUtcNow();
            hand.Keep(store, line with
            {
                LineId = lineId,
                DeliveredOn = day,
                DeliveredBy = store.Actor.Name,
                ConfirmedAt = confirms ? null : at,
                ConfirmedBy = confirms ? null : store.Actor.Name,
            });
        }
        writing.Connection.Execute(
            "update order_lines set back_ordered = @p2 where order_id = @p0 and number = @p1", line.OrderId, line.Number, line.Kind == OrderLineKind.New ? hand.Missing(line).Count : 0);
        var token = confirms && !again && line.PartOf is null ? ConfirmationToken.Issue(writing, installation, line.OrderId, line.Number) : null;
        return new LineDelivered(line.Number, lineId, rented.LineCode, token);
    }

    /// <summary>The order's own step, and who is told.</summary>
    public Outcome<StoredOrder> Finish(List<StoredOrderLine> delivered)
    {
        var left = hand.Lines.Count(line => line.DeliveredOn is null);
        var state = hand.Order.State is OrderState.Confirmed or OrderState.Delivered ? hand.Order.State : left == 0 ? OrderState.Delivered : OrderState.Preparing;
        var text = PromiseOrder.Text(day) + (left == 0 ? "" : $" ({string.Join(", ", delivered.Select(line => line.Number))})") + (request.Reason is null ? "" : $": {request.Reason.Trim()}");
        if (!store.Take(hand.Order, OrderStep.Delivered, hand.Order with { State = state }, text).TryGet(out var order, out var refusal)) return refusal;
        if (state == OrderState.Delivered && hand.Lines.TrueForAll(line => line.ConfirmedAt is not null))
        {
            if (!store.Take(order, OrderStep.Confirmed, order with { State = OrderState.Confirmed }).TryGet(out order, out refusal)) return refusal;
        }
        act.Tell(order, "order_delivered", [order.OrdererId], text, "/note");
        act.Tell(order, "delivery_to_confirm", Recipients.Of(act, order, delivered.FindAll(line => line is { Kind: not OrderLineKind.Return, DeliveredOn: null })), text, "/note");
        return order;
    }

    // What was set aside has gone out: the note lists it, and the asset is free to be picked again one day.
    private void Handed(StoredOrderLine line)
    {
        foreach (var piece in hand.PickedFor(line.Number))
        {
            writing.Connection.Execute("delete from picked_assets where asset_id = @p0", piece.Asset.Id);
            writing.Connection.Execute(
                "insert into delivered_assets (order_id, line_number, part, asset_id, delivered_on) values (@p0, @p1, @p2, @p3, @p4)",
                line.OrderId, line.Number, piece.Part, piece.Asset.Id, Conventions.ToNumber(day));
            hand.Picked.Remove(piece);
            hand.Delivered.Add(piece);
        }
    }

    private Refusal? Place(IEnumerable<AssetChange> changes)
    {
        var outcome = ChangeAssets.Within(writing, store.ChangeSet, [.. changes], day, request.Reason);
        return outcome.TryGet(out _, out var refusal) ? null : new Refusal(FulfilRefusals.AssetNotAsPicked, $"{refusal.Detail} ({refusal.Code})");
    }

    // What a technician can do something about has words of its own; the rest says which rule it was.
    private static Refusal InWordsOfTheBench(Refusal refusal) => refusal.Code switch
    {
        LineRefusals.Overlap => new Refusal(FulfilRefusals.StillRented, refusal.Detail),
        LineRefusals.BeforeStart or LineRefusals.OutsidePeriod => new Refusal(FulfilRefusals.NotRunning, refusal.Detail),
        _ when LineRefusals.All.Contains(refusal.Code) && refusal.Code != LineRefusals.NoInterest => new Refusal(FulfilRefusals.RentRefused, $"{refusal.Code} {refusal.Detail}".TrimEnd()),
        _ => refusal,
    };

    private string SiteCode(StoredOrderLine line) => line.SiteId is { } site ? (string)writing.Connection.Scalar("select code from sites where id = @p0", site)! : "";
}
