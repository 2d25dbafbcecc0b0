using System.Globalization;
using Assets.Core.Ordering;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Ordering;

/// <param name="Lines">What was confirmed now; empty where it was confirmed before.</param>
public sealed record DeliveryConfirmed(string Number, OrderState State, IReadOnlyList<int> Lines);

/// <summary>The recipient or the orderer says that it has come (<c>kvittens</c>).</summary>
public static class ConfirmDelivery
{
    /// <summary>By the one who has signed in: the orderer all of it, a recipient what is his.</summary>
    public static Outcome<DeliveryConfirmed> Run(Installation installation, string number)
    {
        using var writing = Writing.Begin(installation.Database);
        var store = new OrderStore(writing, installation, "confirm delivery");
        if (!store.Find(number).TryGet(out var order, out var refusal)) return refusal;
        var lines = store.Lines(order.Id);
        var isOrderer = store.Actor.UserId == order.OrdererId;
        var mine = lines.FindAll(line => isOrderer || IsRecipient(lines, line, installation.Actor));
        if (mine.Count == 0) return new Refusal(OrderRefusals.NotYours, order.Number);
        if (!Confirm(store, installation, order, lines, mine).TryGet(out var confirmed, out refusal)) return refusal;
        writing.Commit();
        return confirmed;
    }

    /// <summary>By the link on the delivery note: whoever holds it, once, for the line it was made for and its add-ons.</summary>
    public static Outcome<DeliveryConfirmed> ByLink(Installation installation, string token)
    {
        using var writing = Writing.Begin(installation.Database);
        var hash = ConfirmationToken.Hash(token);
        var link = writing.Connection.Rows(
            "select order_id, line_number, expires_at, used_at from confirmations where token_hash = @p0",
            r => new { Order = r.GetInt32(0), Line = r.GetInt32(1), Expires = Conventions.ToInstant(r.GetInt64(2)), Used = r.Long(3) is not null }, hash).SingleOrDefault();
        if (link is null) return new Refusal(FulfilRefusals.UnknownConfirmation, "");
        var now = installation.Clock.GetUtcNow();
        if (!link.Used && link.Expires <= now) return new Refusal(FulfilRefusals.ConfirmationExpired, "");
        var recipient = (string?)writing.Connection.Scalar("select coalesce(recipient_name, recipient_account) from order_lines where order_id = @p0 and number = @p1", link.Order, link.Line);
        var acting = installation with { Actor = "confirmation-link" };
        var store = new OrderStore(writing, acting, "confirm delivery") { Actor = new OrderActor(null, acting.Actor, recipient ?? acting.Actor) };
        if (!store.Find(link.Order).TryGet(out var order, out var refusal)) return refusal;
        if (link.Used) return new DeliveryConfirmed(order.Number, order.State, []);
        var lines = store.Lines(order.Id);
        if (!Confirm(store, acting, order, lines, lines.FindAll(line => line.Number == link.Line || line.PartOf == link.Line)).TryGet(out var confirmed, out refusal)) return refusal;
        writing.Connection.Execute("update confirmations set used_at = @p1 where token_hash = @p0", hash, Conventions.ToMicroseconds(now));
        writing.Commit();
        return confirmed;
    }

    private static bool IsRecipient(List<StoredOrderLine> lines, StoredOrderLine line, string account)
    {
        var whose = line.PartOf is { } workplace ? lines.Find(one => one.Number == workplace) ?? line : line;
        return whose.RecipientAccount is { } recipient && Keys.Fold(recipient) == Keys.Fold(account);
    }

    private static Outcome<DeliveryConfirmed> Confirm(OrderStore store, Installation installation, StoredOrder order, List<StoredOrderLine> all, List<StoredOrderLine> mine)
    {
        var waiting = mine.FindAll(line => line is { DeliveredOn: not null, ConfirmedAt: null });
        if (waiting.Count == 0)
            return mine.Exists(line => line.ConfirmedAt is not null) ? new DeliveryConfirmed(order.Number, order.State, []) : new Refusal(FulfilRefusals.NothingToConfirm, order.Number);
        foreach (var line in waiting) store.Save(line with { ConfirmedAt = installation.Clock.GetUtcNow(), ConfirmedBy = store.Actor.Name });
        var left = all.Count(line => line.ConfirmedAt is null) - waiting.Count;
        var state = left == 0 ? OrderState.Confirmed : order.State;
        var text = left == 0 ? null : string.Join(", ", waiting.Select(line => line.Number.ToString(CultureInfo.InvariantCulture)));
        if (!store.Take(order, OrderStep.Confirmed, order with { State = state }, text).TryGet(out var confirmed, out var refusal)) return refusal;
        return new DeliveryConfirmed(confirmed.Number, confirmed.State, [.. waiting.Select(line => line.Number)]);
    }
}
