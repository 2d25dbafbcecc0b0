using Assets.Data.Storage;

namespace Assets.Data.Messages;

/// <param name="WithoutAddress">People who could be told nothing, since nobody has given them an address.</param>
public sealed record MailCounts(long Waiting, long Failed, long Sent, long WithoutAddress);

/// <summary>A mail in a list.</summary>
/// <param name="Values">What goes into its text, as JSON.</param>
public sealed record MailListItem(
    long Id, string Kind, string Values, string Address, string? Reader, DateTimeOffset CreatedAt, DateTimeOffset NextAttemptAt, int Attempts, MailState State, bool IsDigest, DateTimeOffset? SentAt, string? LastError);

/// <summary>The outbox, for who looks after it.</summary>
public static class MailList
{
    public const int PageSize = 50;

    public static MailCounts Count(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(
            Query.Of("select (select count(*) from mails where state <= 1), (select count(*) from mails where state = 3), (select count(*) from mails where state = 2), (select count(*) from users where coalesce(email, '') = '')"),
            r => new MailCounts(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)))!;
    }

    /// <summary>The newest first; one more than a page where there are more.</summary>
    public static IReadOnlyList<MailListItem> Read(Database database, MailState state, long? before, int size = PageSize)
    {
        using var reading = PageReading.Begin(database);
        var sql = Query.Of("""select m.id, m.template, m."values", m.address, u.display_name, m.created_at, m.next_attempt_at, m.attempts, m.state, m.is_digest, m.sent_at, m.last_error from mails m left join users u on u.id = m.user_id""");
        sql.Raw(state is MailState.Waiting or MailState.Sending ? " where m.state in (0, 1)" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" where m.state = {(int)state}"));
        if (before is { } id) sql.Add($" and m.id < {id}");
        return reading.Rows(sql.Add($" order by m.id desc limit {size + 1}"), r => new MailListItem(
            r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4), Conventions.ToInstant(r.GetInt64(5)), Conventions.ToInstant(r.GetInt64(6)), r.GetInt32(7), (MailState)r.GetInt32(8), r.GetBoolean(9),
            r.Long(10) is { } sent ? Conventions.ToInstant(sent) : null, r.Text(11)));
    }
}
