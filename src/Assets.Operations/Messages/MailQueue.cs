using System.Data.Common;
using System.Text.Json;
using Assets.Data.Messages;
using Assets.Data.Storage;

namespace Assets.Operations.Messages;

/// <summary>
/// The outbox as a sender sees it. A mail is taken before it is sent, in a transaction that no two senders are in at once, and is the
/// taker's for ten minutes; who is killed meanwhile leaves it to the next.
/// </summary>
internal static class MailQueue
{
    private const int LongestAnswer = 500;
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    public static bool HasDue(Installation installation)
    {
        using var connection = installation.Database.Open();
        return connection.Number($"select count(*) from (select 1 from mails where {Due} limit 1) due", Now(installation)) > 0;
    }

    /// <summary>Takes the mail that has been due the longest; none where nothing is due.</summary>
    public static Parcel? Take(Installation installation)
    {
        using var writing = Writing.Begin(installation.Database);
        var now = Now(installation);
        var first = writing.Connection.Rows(
            $"select id, parcel_id, is_digest, user_id from mails where {Due} order by next_attempt_at, id limit 1",
            r => ((long Id, long? Parcel, bool IsDigest, int? User)?)(r.GetInt64(0), r.Long(1), r.GetBoolean(2), r.Int(3)), now).SingleOrDefault();
        if (first is not { } found) return null;
        var parcel = found.Parcel ?? Gather(writing, now, found.Id, found.IsDigest ? found.User : null);
        var until = installation.Clock.GetUtcNow() + Held;
        writing.Connection.Execute("update mails set state = @p1, claimed_until = @p2, attempts = attempts + 1 where parcel_id = @p0 and state <= 1", parcel, (int)MailState.Sending, Conventions.ToMicroseconds(until));
        var taken = Read(writing.Connection, parcel, until);
        writing.Commit();
        return taken;
    }

    // What goes in one mail, from its first attempt on: of a digest all that wait for it, otherwise the one alone.
    private static long Gather(Writing writing, long now, long id, int? digestOf)
    {
        const string Waiting = "from mails where user_id = @p0 and is_digest and parcel_id is null and state = 0 and next_attempt_at <= @p1";
        if (digestOf is not { } person)
        {
            writing.Connection.Execute("update mails set parcel_id = id where id = @p0", id);
            return id;
        }
        var first = writing.Connection.Number($"select min(id) {Waiting}", person, now);
        writing.Connection.Execute($"update mails set parcel_id = @p2 where id in (select id {Waiting})", person, now, first);
        return first;
    }

    /// <summary>As it was before it was taken: the attempt does not count.</summary>
    public static void GiveBack(Installation installation, Parcel parcel)
    {
        using var connection = installation.Database.Open();
        connection.Execute(
            "update mails set state = 0, claimed_until = null, attempts = attempts - 1 where parcel_id = @p0 and state = 1 and claimed_until = @p1", parcel.Id, Conventions.ToMicroseconds(parcel.Until));
    }

    public static void Sent(Installation installation, Parcel parcel) => Mark(installation, parcel, MailState.Sent, sentAt: Now(installation), null, null);

    public static void PutOff(Installation installation, Parcel parcel, TimeSpan wait, string answer) =>
        Mark(installation, parcel, MailState.Waiting, null, Conventions.ToMicroseconds(installation.Clock.GetUtcNow() + wait), answer);

    public static void Failed(Installation installation, Parcel parcel, string answer) => Mark(installation, parcel, MailState.Failed, null, null, answer);

    /// <summary>The server is away: everything that is due waits, the longer the longer it has waited. No attempt is counted, and nothing is ever given up for it.</summary>
    public static void Wait(Installation installation, string answer)
    {
        using var connection = installation.Database.Open();
        var now = Now(installation);
        var oldest = connection.Number($"select min(created_at) from mails where {Due}", now);
        if (oldest == 0) return;
        var waited = installation.Clock.GetUtcNow() - Conventions.ToInstant(oldest);
        var wait = TimeSpan.FromMinutes(Math.Clamp(waited.TotalMinutes / 4, 1, 30));
        connection.Execute($"update mails set next_attempt_at = @p1, last_error = @p2, state = 0, claimed_until = null where {Due}", now, now + (long)wait.TotalMicroseconds, Cut(answer));
    }

    private const string Due = "state <= 1 and next_attempt_at <= @p0 and (state = 0 or claimed_until < @p0)";

    private static long Now(Installation installation) => Conventions.ToMicroseconds(installation.Clock.GetUtcNow());

    // Whose time ran out changes nothing but to say that it is sent: another has the mail in hand by now.
    private static void Mark(Installation installation, Parcel parcel, MailState state, long? sentAt, long? next, string? answer)
    {
        using var connection = installation.Database.Open();
        connection.Execute(
            """
            update mails set state = @p1, claimed_until = null, sent_at = @p2, next_attempt_at = coalesce(@p3, next_attempt_at), last_error = @p4, address = @p5
            where parcel_id = @p0 and state <> 2 and (@p1 = 2 or claimed_until = @p6)
            """,
            parcel.Id, (int)state, sentAt, next, answer is null ? null : Cut(answer), parcel.Address, Conventions.ToMicroseconds(parcel.Until));
    }

    // The address and the language that the person has now: a corrected address is used by the next attempt.
    private static Parcel Read(DbConnection connection, long parcel, DateTimeOffset until)
    {
        var rows = connection.Rows(
            """
            select m.key, m.created_at, m.attempts, coalesce(nullif(u.email, ''), m.address), coalesce(u.display_name, ''), coalesce(u.language, m.language), m.template, m."values"
            from mails m left join users u on u.id = m.user_id where m.parcel_id = @p0 and m.state = 1 order by m.id
            """,
            r => (Key: r.GetString(0), At: r.GetInt64(1), Attempts: r.GetInt32(2), Address: r.GetString(3), Reader: r.GetString(4), Language: r.GetString(5), Content: new MailContent(r.GetString(6), Values(r.GetString(7)))), parcel);
        var first = rows[0];
        return new Parcel(parcel, first.Key, Conventions.ToInstant(first.At), until, first.Attempts, first.Address, first.Reader, first.Language, [.. rows.Select(row => row.Content)]);
    }

    private static Dictionary<string, string?> Values(string json) => JsonSerializer.Deserialize<Dictionary<string, string?>>(json, History.Json) ?? [];

    private static string Cut(string answer)
    {
        var line = new string([.. answer.Select(sign => char.IsControl(sign) ? ' ' : sign)]).Trim();
        return line.Length <= LongestAnswer ? line : line[..LongestAnswer];
    }
}
