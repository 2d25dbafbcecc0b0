using System.Globalization;
using Assets.Core.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Messages;

namespace Assets.Operations.Ordering;

/// <param name="Orders">Orders that somebody was reminded of.</param>
/// <param name="Mails">Mails that were put in the outbox.</param>
public sealed record Reminded(int Orders, int Mails);

/// <summary>Reminds those whom an order has been waiting for since some days, at most once a day. The one who has the order now is asked, not the one who had it when it came.</summary>
public static class RemindApprovers
{
    private const int DaysByDefault = 3;

    /// <summary>How long an order waits before somebody is reminded: <c>Assets:Ordering:RemindAfterDays</c>.</summary>
    public static int AfterDays(Installation installation) =>
        int.TryParse(installation.Settings["Assets:Ordering:RemindAfterDays"], CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365 ? days : DaysByDefault;

    public static Reminded Run(Installation installation, CancellationToken cancel = default)
    {
        using var act = OrderAct.Begin(installation, "remind approvers");
        var before = installation.Clock.GetUtcNow().AddDays(-AfterDays(installation));
        var waiting = act.Writing.Connection.Rows(
            """
            select o.id from orders o where o.state in (@p0, @p1)
              and (select max(s.at) from order_steps s where s.order_id = o.id and s.step not in (@p2, @p3)) <= @p4
            order by o.id
            """,
            r => r.GetInt32(0),
            (int)OrderState.AwaitingApproval, (int)OrderState.AwaitingArchitect, (int)OrderStep.Commented, (int)OrderStep.Reminded, Conventions.ToMicroseconds(before));
        var orders = 0;
        var mails = 0;
        foreach (var id in waiting)
        {
            cancel.ThrowIfCancellationRequested();
            var order = act.Store.Find(id).Value;
            var written = Remind(installation, act, order);
            if (written == 0) continue;
            act.Store.Take(order, OrderStep.Reminded, order);
            orders++;
            mails += written;
        }
        if (orders > 0) act.Writing.Commit();
        return new Reminded(orders, mails);
    }

    private static int Remind(Installation installation, OrderAct act, StoredOrder order)
    {
        var people = order.State == OrderState.AwaitingApproval
            ? act.Approvers(order).Where(one => one.IsAwaited).Select(one => one.Person.Id)
            : act.Approvals.Architects(act.Lineage(order.UnitId)).Select(person => person.Id);
        var day = Conventions.ToNumber(installation.Today);
        return people.Count(person => Outbox.Add(
            act.Writing, installation, string.Create(CultureInfo.InvariantCulture, $"order/{order.Id}/reminder/{day}/{person}"), person, MailKinds.OrderReminder, act.Values(order, null)));
    }
}
