using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Messages;

namespace Assets.Operations.Ordering;

/// <summary>Who is told of what IT does with an order.</summary>
internal static class FulfilmentMails
{
    /// <summary>To the orderer. The order's version tells one act from the next: the same act is never told twice.</summary>
    public static void Tell(Writing writing, Installation installation, StoredOrder order, string template) =>
        Add(writing, installation, order, $"{template}/{order.Version}", order.OrdererId, template);

    /// <summary>To the recipient, where the account is one of ours; the others have the link on the delivery note.</summary>
    public static void TellRecipient(Writing writing, Installation installation, StoredOrder order, StoredOrderLine line, string template)
    {
        if (AccountOf(writing, line.RecipientAccount) is { } person && person != order.OrdererId)
            Add(writing, installation, order, $"{template}/{line.Number}", person, template);
    }

    public static void Add(Writing writing, Installation installation, StoredOrder order, string act, int person, string template) => Outbox.Add(
        writing, $"order/{order.Id}/{act}/{person}", person, template,
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["number"] = order.Number,
            ["promised"] = order.PromisedOn is { } day ? PromiseOrder.Text(day) : null,
        },
        installation.Clock.GetUtcNow());

    public static int? AccountOf(Writing writing, string? account) => string.IsNullOrWhiteSpace(account)
        ? null
        : writing.Connection.Rows("select id from users where normalized_user_name = @p0", r => (int?)r.GetInt32(0), Keys.Fold(account)).SingleOrDefault();
}
