using System.Globalization;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Messages;

namespace Assets.Operations.Ordering;

/// <summary>A stand-in that was named or taken back.</summary>
/// <param name="Until">The first day on which it no longer holds.</param>
public sealed record Delegated(int Id, DateOnly From, DateOnly Until);

/// <summary>A budget holder names somebody who approves in his place in some days: a holiday. Who manages users does it for one who cannot: an illness.</summary>
public static class Delegate
{
    /// <param name="account">Somebody who sees orders somewhere, so that he can open them.</param>
    /// <param name="inPlaceOf">The budget holder, by number; none: the one who acts.</param>
    public static Outcome<Delegated> Run(Installation installation, string account, DateOnly from, DateOnly lastDay, string? reason, int? inPlaceOf = null)
    {
        using var act = OrderAct.Begin(installation, "delegate approval", reason);
        if (act.Store.Actor.UserId is not { } actor) return new Refusal(OrderRefusals.UnknownPerson, installation.Actor);
        var holder = inPlaceOf ?? actor;
        if (holder != actor && !Appoints(act)) return new Refusal(OrderRefusals.NotYours, "");
        if (!HoldsBudget(act, holder)) return new Refusal(holder == actor ? OrderRefusals.NotYours : OrderRefusals.NoBudget, "");
        var connection = act.Writing.Connection;
        var delegated = (int)connection.Number("select id from users where normalized_user_name = @p0", account.Trim().ToUpperInvariant());
        if (delegated == 0) return new Refusal(OrderRefusals.UnknownPerson, account);
        if (lastDay < from || lastDay < installation.Today) return new Refusal(OrderRefusals.NoDays, "");
        if (delegated == holder || !Sees(connection, delegated)) return new Refusal(OrderRefusals.NoStandIn, account);

        var until = lastDay.AddDays(1);
        var id = (int)connection.Number("select coalesce(max(id), 0) + 1 from delegations");
        connection.Execute(
            "insert into delegations (id, user_id, delegate_id, from_on, until_on, reason, change_set_id) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
            id, holder, delegated, Conventions.ToNumber(from), Conventions.ToNumber(until), BasketLines.Text(reason), act.Store.ChangeSet);
        Identities.Advance(act.Writing, "delegations");
        History.Add(act.Writing, act.Store.ChangeSet, Subject.User, holder, from, null, null);
        var values = Values(connection, holder, from, lastDay, reason);
        Outbox.Add(act.Writing, installation, $"delegation/{id}", delegated, MailKinds.Delegated, values);
        if (holder != actor)
        {
            values["actor"] = act.Store.Actor.Name;
            values["delegate"] = Name(connection, delegated);
            values["address"] = "/approvals/delegations";
            Outbox.Add(act.Writing, installation, $"delegation/{id}/holder", holder, MailKinds.DelegatedForYou, values);
        }
        act.Writing.Commit();
        return new Delegated(id, from, until);
    }

    /// <summary>Takes it back from today on; what has not begun never holds.</summary>
    public static Outcome<Delegated> End(Installation installation, int id)
    {
        using var act = OrderAct.Begin(installation, "end delegation");
        var connection = act.Writing.Connection;
        var found = connection.Rows(
            "select user_id, from_on, until_on from delegations where id = @p0", r => ((int Holder, DateOnly From, DateOnly Until)?)(r.GetInt32(0), r.Day(1), r.Day(2)), id).SingleOrDefault();
        if (found is not { } delegation || (delegation.Holder != act.Store.Actor.UserId && !Appoints(act))) return new Refusal(OrderRefusals.UnknownDelegation, "");
        var until = delegation.From > installation.Today ? delegation.From : installation.Today;
        if (until >= delegation.Until) return new Delegated(id, delegation.From, delegation.Until);
        connection.Execute("update delegations set until_on = @p1, change_set_id = @p2 where id = @p0", id, Conventions.ToNumber(until), act.Store.ChangeSet);
        History.Add(act.Writing, act.Store.ChangeSet, Subject.User, delegation.Holder, until, null, null);
        act.Writing.Commit();
        return new Delegated(id, delegation.From, until);
    }

    private static bool Appoints(OrderAct act) => act.Approvals.Appointers.Any(person => person.Id == act.Store.Actor.UserId);

    private static bool HoldsBudget(OrderAct act, int person) => HasRole(act.Writing.Connection, person, Permission.ApproveOrders);

    private static bool Sees(System.Data.Common.DbConnection connection, int person) => HasRole(connection, person, Permission.ViewOrders);

    private static bool HasRole(System.Data.Common.DbConnection connection, int person, Permission permission) => connection
        .Rows("select distinct role from role_grants where user_id = @p0", r => (Role)r.GetInt32(0), person)
        .Exists(role => Grants.Allows(role, permission));

    private static string Name(System.Data.Common.DbConnection connection, int person) => (string)connection.Scalar("select display_name from users where id = @p0", person)!;

    private static Dictionary<string, string?> Values(System.Data.Common.DbConnection connection, int holder, DateOnly from, DateOnly lastDay, string? reason) => new(StringComparer.Ordinal)
    {
        ["actor"] = Name(connection, holder),
        ["address"] = "/orders?show=waiting",
        ["from"] = from.ToString("O", CultureInfo.InvariantCulture),
        ["last_day"] = lastDay.ToString("O", CultureInfo.InvariantCulture),
        ["text"] = reason,
    };
}
