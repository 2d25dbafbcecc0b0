using Assets.Core.Ordering;
using Assets.Core.Values;

namespace Assets.Operations.Ordering;

/// <summary>The orderer takes an order back to change it, while nobody works on it or when it was turned down: it is a basket again, and is priced anew when it is sent.</summary>
public static class TakeBackOrder
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version)
    {
        using var act = OrderAct.Begin(installation, "take back order");
        if (!act.Store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        if (act.Store.Actor.UserId != order.OrdererId) return new Refusal(OrderRefusals.UnknownOrder, number);
        if (act.IsSameAgain(order, OrderStep.Changed, version)) return new OrderTaken(order.Number, order.State, order.Version);
        if (!OrderFlow.May(order.State, OrderStep.Changed, OrderState.Basket)) return new Refusal(OrderRefusals.NotInThisState, OrderStates.Vocabulary.Word(order.State));
        if (OrderStore.Seen(order, version) is { } meanwhile) return meanwhile;

        foreach (var line in act.Store.Lines(order.Id)) act.Store.Save(line with { WishPrice = null, WishModel = null, MonthlyRent = Money.Zero });
        var becomes = order with { State = OrderState.Basket, EditionId = null, SubmittedAt = null, MonthlyRent = Money.Zero, ApprovedRent = null, InterestPercent = null };
        if (!act.Store.Take(order, OrderStep.Changed, becomes).TryGet(out var basket, out refusal)) return refusal;
        return act.Done(basket);
    }
}
