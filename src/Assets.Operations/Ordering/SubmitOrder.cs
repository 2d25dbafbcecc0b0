using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Standard;

namespace Assets.Operations.Ordering;

/// <summary>
/// Sends a basket to approval. Everything is held against the edition in force today, whose prices are written into the lines; what
/// has closed meanwhile is refused in plain words, and the basket is kept as it is.
/// </summary>
public static class SubmitOrder
{
    /// <param name="version">The basket that the orderer saw when he sent it.</param>
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version)
    {
        using var act = OrderAct.Begin(installation, "submit order");
        if (!act.Store.Find(number).TryGet(out var basket, out var refusal)) return refusal;
        if (act.Store.Actor.UserId != basket.OrdererId) return new Refusal(OrderRefusals.UnknownOrder, number);
        if (act.IsSameAgain(basket, OrderStep.Submitted, version)) return new OrderTaken(basket.Number, basket.State, basket.Version);
        if (!ChangeBasket.OwnBasket(act, number, version).TryGet(out _, out refusal)) return refusal;
        if (!act.ActorMay(Permission.PlaceOrders, basket.UnitId)) return new Refusal(OrderRefusals.NotYours, basket.UnitCode);
        if (AddToBasket.FindUnit(act, basket.UnitCode) is null) return new Refusal(OrderRefusals.UnitClosed, basket.UnitCode);
        if (DatedEdition.InForce(act.Writing.Connection, installation.Today) is not { } edition) return new Refusal(OrderRefusals.NoEdition, "");
        return Send(act, installation, basket, edition).TryGet(out var submitted, out refusal) ? act.Done(submitted) : refusal;
    }

    /// <summary>The part that an order about something rented has in common with a basket: held against the edition, priced, and to whom it goes.</summary>
    internal static Outcome<StoredOrder> Send(OrderAct act, Installation installation, StoredOrder basket, DatedEdition edition)
    {
        var lines = act.Store.Lines(basket.Id);
        if (OrderFaults.Of(OrderContent.Draft(act, basket, lines), edition.Content, installation.Today) is [var fault, ..]) return new Refusal(fault.Code, fault.Detail);
        var interest = PriceCalculation.InForce(act.Interest(), installation.Today)?.PercentPerYear;
        if (!OrderContent.Priced(act, lines, edition.Content, installation.Today, interest).TryGet(out var priced, out var refusal)) return refusal;
        foreach (var line in priced) act.Store.Save(line);

        var asksForNothing = lines.TrueForAll(line => line.Kind == OrderLineKind.Return);
        var becomes = basket with
        {
            State = asksForNothing ? OrderState.Accepted : OrderState.AwaitingApproval,
            EditionId = edition.Id,
            SubmittedAt = installation.Clock.GetUtcNow(),
            MonthlyRent = OrderContent.Rent(priced),
            ApprovedRent = null,
            InterestPercent = interest,
        };
        var approvers = act.Approvers(becomes);
        if (!asksForNothing && approvers.Count == 0) return new Refusal(OrderRefusals.NobodyApproves, basket.UnitCode);
        if (!act.Store.Take(basket, OrderStep.Submitted, becomes).TryGet(out var submitted, out refusal)) return refusal;
        if (asksForNothing) act.Tell(submitted, "order_accepted", act.Fulfillers(submitted));
        else act.Tell(submitted, "order_to_approve", approvers.Where(one => one.IsAwaited).Select(one => one.Person.Id));
        return submitted;
    }
}
