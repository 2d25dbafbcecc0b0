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
        var connection = act.Writing.Connection;
        var rules = new Dictionary<int, int?>();
        var reminded = 0;
        foreach (var (id, edition, before) in Waiting(act.Writing))
        {
            cancel.ThrowIfCancellationRequested();
            if (!rules.TryGetValue(edition, out var known)) rules[edition] = known = DatedEdition.WithId(connection, edition)?.Content.Rules.ConfirmationDays;
            if (known is not { } days) continue;
            // What was late already when the order was reminded of before has had its mail.
            var late = act.Store.Lines(id).FindAll(line => line is { DeliveredOn: { } day, ConfirmedAt: null }
                && day.AddDays(days) <= installation.Today && (before is not { } at || day.AddDays(days) > installation.DayOf(at)));
            if (late.Count == 0) continue;
            var order = act.Store.Find(id).Value;
            var saved = act.Store.Take(order, OrderStep.Reminded, order).Value; // an order of which something is delivered may be reminded of
            act.Tell(saved, "delivery_reminder", [.. Recipients.Of(act, saved, late), saved.OrdererId], page: "/note");
            reminded++;
        }
        if (reminded > 0) act.Writing.Commit();
        return reminded;
    }

    // Delivered, the whole of it or some lines, and not confirmed; with the last time that it was reminded of.
    private static List<(int Order, int Edition, DateTimeOffset? Before)> Waiting(Writing writing) => writing.Connection.Rows(
        """
        select o.id, o.edition_id, (select max(s.at) from order_steps s where s.order_id = o.id and s.step = @p2) from orders o
        where o.state in (@p0, @p1) and o.edition_id is not null
          and exists (select 1 from order_lines y where y.order_id = o.id and y.delivered_on is not null and y.confirmed_at is null)
        order by o.id
        """,
        r => (r.GetInt32(0), r.GetInt32(1), r.Long(2) is { } at ? Conventions.ToInstant(at) : (DateTimeOffset?)null),
        (int)OrderState.Preparing, (int)OrderState.Delivered, (int)OrderStep.Reminded);
}
