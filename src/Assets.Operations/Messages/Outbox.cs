using System.Text.Json;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>
/// Mails to be sent, written in the same transaction as what they tell of. Here they are only put in; they are written out in the
/// reader's language and sent by another, as often as it takes.
/// </summary>
internal static class Outbox
{
    /// <summary>Puts a mail in, unless the same lies there already or the person has no address. Answers whether it was put in.</summary>
    /// <param name="key">What it tells of and to whom, such as <c>order/17/3/5</c>: order, step, person.</param>
    /// <param name="template">The name of the text: <c>order_submitted</c>.</param>
    /// <param name="values">What goes into the text.</param>
    public static bool Add(Writing writing, string key, int userId, string template, IReadOnlyDictionary<string, string?> values, DateTimeOffset at) => writing.Connection.Execute(
        """
        insert into mails (key, user_id, address, language, template, "values", created_at, next_attempt_at, attempts)
        select @p0, u.id, u.email, u.language, @p2, @p3, @p4, @p4, 0 from users u
        where u.id = @p1 and coalesce(u.email, '') <> '' and not exists (select 1 from mails where key = @p0)
        """,
        key, userId, template, JsonSerializer.Serialize(values, History.Json), Conventions.ToMicroseconds(at)) > 0;
}
