using Assets.Core.Ordering;
using Assets.Data.Standard;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>Reminds of deliveries that nobody has confirmed within the days of the edition's rules, once for each delivery.</summary>
public static class RemindConfirmations
{
    /// <summary>How many orders were reminded of.</summary>
    public static int Run(Installation installation)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "remind-confirmation");
        var reminded = 0;
        foreach (var id in Waiting(writing))
        {
            if (!store.Find(id).TryGet(out var order, out _)) continue;
            var days = order.EditionId is { } edition ? DatedEdition.WithId(writing.Connection, edition)?.Content.Rules.ConfirmationDays : null;
            var late = store.Lines(id).FindAll(line => line is { DeliveredOn: { } day, ConfirmedAt: null } && days is { } allowed && day.AddDays(allowed) <= installation.Today);
            if (late.Count == 0 || !store.Take(order, OrderStep.Reminded, order).TryGet(out var saved, out _)) continue;
            FulfilmentMails.Tell(writing, installation, saved, "delivery_reminder");
            foreach (var line in late) FulfilmentMails.TellRecipient(writing, installation, saved, line, "delivery_reminder");
            reminded++;
        }
        if (reminded > 0) writing.Commit();
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
