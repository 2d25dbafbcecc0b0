using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>A budget holder, or the stand-in, agrees to pay. A wish outside the standard goes on to the IT architect, the rest to IT.</summary>
public static class ApproveOrder
{
    /// <param name="version">The order that was read before it was approved.</param>
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version)
    {
        using var act = OrderAct.Begin(installation, "approve order");
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (act.IsSameAgain(order, OrderStep.Approved, version)) return new OrderTaken(order.Number, order.State, order.Version);
        if (order.State != OrderState.AwaitingApproval) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        if (act.Approvers(order).FirstOrDefault(one => one.Person.Id == act.Store.Actor.UserId) is not { } approver) return new Refusal(OrderRefusals.NotYours, order.UnitCode);
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;

        var lines = act.Store.Lines(order.Id);
        if (AddToBasket.FindUnit(act, order.UnitCode) is null) return new Refusal(OrderRefusals.PayerClosed, order.UnitCode);
        if (OrderFaults.OfPayer(OrderContent.Draft(act, order, lines), installation.Today) is { } fault) return new Refusal(OrderRefusals.CostCodeGone, fault.Detail);
        var needsArchitect = lines.Exists(line => line.Wish is not null && line.WishPrice is null);
        var becomes = order with { State = needsArchitect ? OrderState.AwaitingArchitect : OrderState.Accepted, ApprovedRent = order.MonthlyRent };
        var inPlaceOf = approver.For.Id == approver.Person.Id ? null : approver.For.Name;
        if (!act.Store.Take(order, OrderStep.Approved, becomes, inPlaceOf).TryGet(out var approved, out refusal)) return refusal;
        act.Tell(approved, "order_approved", [order.OrdererId]);
        if (needsArchitect) act.Tell(approved, "order_to_review", act.Approvals.Architects(act.Lineage(order.UnitId)).Select(person => person.Id));
        else act.Tell(approved, "order_accepted", act.Fulfillers(approved));
        return act.Done(approved);
    }
}
