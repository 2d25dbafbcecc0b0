using Assets.Core.Ordering;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Reminds of deliveries that nobody has confirmed within the days of the edition's rules, once for each delivery.</summary>
public static class RemindConfirmations
{
    /// <summary>How many orders were reminded of.</summary>
    public static int Run(Installation installation, CancellationToken cancel = default)
    {
        using var act = OrderAct.Begin(installation, "remind recipients");
        var reminded = 0;
        foreach (var id in Waiting(act.Writing))
        {
            cancel.ThrowIfCancellationRequested();
            var order = act.Store.Find(id).Value;
            if (order.EditionId is not { } edition || DatedEdition.WithId(act.Writing.Connection, edition)?.Content.Rules.ConfirmationDays is not { } days) continue;
            var late = act.Store.Lines(id).FindAll(line => line is { DeliveredOn: { } day, ConfirmedAt: null } && day.AddDays(days) <= installation.Today);
            if (late.Count == 0) continue;
            var saved = act.Store.Take(order, OrderStep.Reminded, order).Value; // a delivered order may be reminded of
            act.Tell(saved, "delivery_reminder", [.. Recipients.Of(act, saved, late), saved.OrdererId], page: "/note");
            reminded++;
        }
        if (reminded > 0) act.Writing.Commit();
        return reminded;
    }

    // Delivered, and not reminded of since the last delivery.
    private static List<int> Waiting(Writing writing) => writing.Connection.Rows(
        """
        select o.id from orders o
        where o.state = @p0 and not exists (
          select 1 from order_steps r where r.order_id = o.id and r.step = @p1
            and r.number > (select max(d.number) from order_steps d where d.order_id = o.id and d.step = @p2))
        order by o.id
        """,
        r => r.GetInt32(0), (int)OrderState.Delivered, (int)OrderStep.Reminded, (int)OrderStep.Delivered);
}
