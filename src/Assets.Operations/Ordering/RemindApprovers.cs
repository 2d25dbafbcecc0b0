using System.Globalization;
using Assets.Core.Ordering;
using Assets.Data.Ordering;
using Assets.Data.Storage;
using Assets.Operations.Messages;

namespace Assets.Operations.Ordering;

/// <param name="Orders">Orders that somebody was reminded of.</param>
/// <param name="Mails">Mails that were put in the outbox.</param>
public sealed record Reminded(int Orders, int Mails);

/// <summary>
/// Reminds those whom an order has been waiting for since some days, at most once a day. The one who has the order now is asked, not the
/// one who had it when it came; where nobody has it, the orderer and those who can appoint somebody are told, once in as many days.
/// </summary>
public static class RemindApprovers
{
    private const int DaysByDefault = 3;

    // So many reminders without an answer, and the budget holder above is told with the next.
    private const int Patience = 2;

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
            var written = Remind(installation, act, order, before);
            if (written == 0) continue;
            act.Store.Take(order, OrderStep.Reminded, order);
            orders++;
            mails += written;
        }
        if (orders > 0) act.Writing.Commit();
        return new Reminded(orders, mails);
    }

    private static int Remind(Installation installation, OrderAct act, StoredOrder order, DateTimeOffset before)
    {
        IReadOnlyList<NamedApprover> approvers = order.State == OrderState.AwaitingApproval ? act.Approvers(order) : [];
        var people = order.State == OrderState.AwaitingApproval
            ? [.. approvers.Where(one => one.IsAwaited).Select(one => one.Person.Id)]
            : act.Approvals.Architects(act.Lineage(order.UnitId)).Select(person => person.Id).ToList();
        if (people.Count == 0) return TellThatNobodyIsLeft(installation, act, order, before);
        var values = act.Values(order, null);
        var written = people.Count(person => Add(installation, act, order, "reminder", person, MailKinds.OrderReminder, values));
        if (written > 0 && TimesReminded(act, order) == Patience && approvers.FirstOrDefault(one => !one.IsAwaited) is { } above)
            written += approvers.Count(one => one.For.Id == above.For.Id && !one.IsAwaited && Add(installation, act, order, "above", one.Person.Id, MailKinds.OrderAbove, values));
        return written;
    }

    // Not each day: giving somebody the role may take some.
    private static int TellThatNobodyIsLeft(Installation installation, OrderAct act, StoredOrder order, DateTimeOffset before)
    {
        if (act.Writing.Connection.Number(
            "select count(*) from order_steps where order_id = @p0 and step = @p1 and at > @p2", order.Id, (int)OrderStep.Reminded, Conventions.ToMicroseconds(before)) > 0) return 0;
        var values = act.Values(order, null);
        var written = Add(installation, act, order, "stranded", order.OrdererId, MailKinds.OrderStranded, values) ? 1 : 0;
        values["address"] = "/users"; // who appoints sees no orders
        return written + act.Approvals.Appointers.Count(person => Add(installation, act, order, "stranded", person.Id, MailKinds.OrderStranded, values));
    }

    private static bool Add(Installation installation, OrderAct act, StoredOrder order, string what, int person, string kind, Dictionary<string, string?> values) => Outbox.Add(
        act.Writing, installation, string.Create(CultureInfo.InvariantCulture, $"order/{order.Id}/{what}/{Conventions.ToNumber(installation.Today)}/{person}"), person, kind, values);

    // Since the order came to where it waits now.
    private static long TimesReminded(OrderAct act, StoredOrder order) => act.Writing.Connection.Number(
        """
        select count(*) from order_steps r where r.order_id = @p0 and r.step = @p1
          and r.number > (select max(s.number) from order_steps s where s.order_id = @p0 and s.step not in (@p1, @p2))
        """,
        order.Id, (int)OrderStep.Reminded, (int)OrderStep.Commented);
}
