using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Takes a line out of a basket, and the add-ons that belong to it.</summary>
public static class RemoveLine
{
    public static Outcome<OrderTaken> Run(Installation installation, string number, int version, int line)
    {
        using var act = OrderAct.Begin(installation, "fill basket");
        if (!ChangeBasket.OwnBasket(act, number, version).TryGet(out var basket, out var refusal)) return refusal;
        if (act.Writing.Connection.Execute("delete from order_lines where order_id = @p0 and (number = @p1 or part_of = @p1)", basket.Id, line) == 0)
            return new Refusal(OrderRefusals.UnknownOrderLine, $"{line}");
        return act.Done(act.Store.Save(basket, basket));
    }
}
