using System.Globalization;
using System.Text.Json;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>
/// Mails to be sent, written in the same transaction as what they tell of. Here they are only put in; they are written out in the
/// reader's language and sent by another, as often as it takes.
/// </summary>
internal static class Outbox
{
    private const int DigestHourByDefault = 8;

    /// <summary>Puts a mail in, unless the same lies there already or the person has no address. Answers whether it was put in.</summary>
    /// <param name="key">What it tells of and to whom, such as <c>order/17/3/5</c>: order, step, person.</param>
    /// <param name="kind">One of <see cref="MailKinds"/>: <c>order_to_approve</c>.</param>
    /// <param name="values">What goes into the text.</param>
    /// <exception cref="ArgumentException">There is no text for such a mail.</exception>
    public static bool Add(Writing writing, Installation installation, string key, int userId, string kind, IReadOnlyDictionary<string, string?> values)
    {
        if (!MailKinds.All.Contains(kind)) throw new ArgumentException($"No mail is called {kind}.", nameof(kind));
        return writing.Connection.Execute(
            """
            insert into mails (key, user_id, address, language, template, "values", created_at, next_attempt_at, attempts, state, is_digest)
            select @p0, u.id, u.email, u.language, @p2, @p3, @p4, case when u.mail_digest and @p6 then @p5 else @p4 end, 0, 0, u.mail_digest and @p6 from users u
            where u.id = @p1 and coalesce(u.email, '') <> '' and not exists (select 1 from mails where key = @p0)
            """,
            key, userId, kind, JsonSerializer.Serialize(values, History.Json), Conventions.ToMicroseconds(installation.Clock.GetUtcNow()),
            Conventions.ToMicroseconds(NextDigest(installation)), MailKinds.BearsWaiting(kind)) > 0;
    }

    /// <summary>When the next digest goes: at the hour <c>Assets:Mail:DigestHour</c> by the clock of the place.</summary>
    internal static DateTimeOffset NextDigest(Installation installation)
    {
        var hour = int.TryParse(installation.Settings["Assets:Mail:DigestHour"], NumberStyles.None, CultureInfo.InvariantCulture, out var set) && set <= 23 ? set : DigestHourByDefault;
        var now = installation.Clock.GetLocalNow().DateTime;
        var next = now.Date.AddHours(hour);
        if (next <= now) next = next.AddDays(1);
        return new DateTimeOffset(next, installation.Clock.LocalTimeZone.GetUtcOffset(next));
    }
}
