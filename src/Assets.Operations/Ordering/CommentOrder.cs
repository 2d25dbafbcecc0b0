using Assets.Core.Access;
using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>Writes something to an order that all who see it read. It does not matter what has happened since the page was opened.</summary>
public static class CommentOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, string text)
    {
        using var act = OrderAct.Begin(installation, "comment order");
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (act.Store.Actor.UserId is not { } writer) return new Refusal(OrderRefusals.UnknownPerson, installation.Actor);
        if (order.State == OrderState.Basket) return new Refusal(OrderRefusals.UnknownOrder, number);
        var approvers = act.Approvers(order);
        if (writer != order.OrdererId && !act.ActorMay(Permission.ViewOrders, order.UnitId) && !approvers.Any(one => one.Person.Id == writer)) return new Refusal(OrderRefusals.UnknownOrder, number);
        if (BasketLines.Text(text, BasketLines.LongestWish) is not { } words) return new Refusal(OrderRefusals.ReasonMissing, "");
        if (PersonalNumber.IsIn(words)) return new Refusal(OrderFaults.PersonalNumberGiven, "");
        if (act.LastStep(order.Id) is { Step: OrderStep.Commented } last && last.Actor == act.Store.Actor.Account && last.Text == words)
            return new OrderTaken(order.Number, order.State, order.Version); // the same click twice

        if (!act.Store.Take(order, OrderStep.Commented, order, words).TryGet(out var commented, out refusal)) return refusal;
        act.Tell(commented, "order_commented", order.State == OrderState.AwaitingApproval ? approvers.Where(one => one.IsAwaited).Select(one => one.Person.Id).Prepend(order.OrdererId) : [order.OrdererId], words);
        return act.Done(commented);
    }
}
