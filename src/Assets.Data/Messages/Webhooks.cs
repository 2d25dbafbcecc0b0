using Assets.Data.Storage;

namespace Assets.Data.Messages;

/// <param name="Events">The subjects that it is told of; none: all.</param>
/// <param name="Behind">How many entries of the history it has not been told of yet.</param>
public sealed record Webhook(
    int Id, string Name, string Address, IReadOnlyList<Subject>? Events, string CreatedBy, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? FailingSince,
    DateTimeOffset? DisabledAt, long Behind);

public sealed record WebhookDelivery(long Id, int WebhookId, string Webhook, string Message, string Event, DateTimeOffset At, int? Status, string? Error, int Milliseconds)
{
    public bool IsTaken => Status is >= 200 and < 300;
}

/// <summary>What one message tells: one act's changes of one kind of record.</summary>
/// <param name="First">The first and the last entry of the history that it tells of: they name the message.</param>
internal sealed record ToldChange(long First, long Last, long Act, Subject Subject, DateTimeOffset At, string Actor, string Verb, IReadOnlyList<long> Ids)
{
    public string Event => $"{Webhooks.Word(Subject)}.changed";
}

/// <summary>A webhook as its delivery needs it.</summary>
internal sealed record WebhookInHand(int Id, string Name, string Address, IReadOnlyList<Subject>? Events, string Secret, long Position, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? FailingSince);

public static class Webhooks
{
    // So many entries at a time, always cut at the same places: where that is in the middle of an act, the rest of it is another message, and both are the same at each attempt.
    private const int Window = 1_000;
    private const int Shown = 100;

    public static IReadOnlyList<Webhook> Read(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            Query.Of("select id, name, address, events, created_by, created_at, attempts, next_attempt_at, failing_since, disabled_at, (select coalesce(max(h.id), 0) from history h) - position from webhooks order by name, id"),
            r => new Webhook(
                r.GetInt32(0), r.GetString(1), r.GetString(2), Subjects(r.Text(3)), r.GetString(4), Conventions.ToInstant(r.GetInt64(5)), r.GetInt32(6), Conventions.ToInstant(r.GetInt64(7)),
                Instant(r.Long(8)), Instant(r.Long(9)), r.GetInt64(10)));
    }

    /// <summary>The newest first; of all where none is named.</summary>
    public static IReadOnlyList<WebhookDelivery> Deliveries(Database database, int? webhook)
    {
        using var reading = PageReading.Begin(database);
        var query = Query.Of("select d.id, d.webhook_id, w.name, d.message, d.event, d.at, d.status, d.error, d.milliseconds from webhook_deliveries d join webhooks w on w.id = d.webhook_id");
        if (webhook is { } id) query.Add($" where d.webhook_id = {id}");
        return reading.Rows(query.Add($" order by d.id desc limit {Shown}"), r => new WebhookDelivery(
            r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.GetString(3), r.GetString(4), Conventions.ToInstant(r.GetInt64(5)), r.Int(6), r.Text(7), r.GetInt32(8)));
    }

    /// <summary><c>contract_line</c></summary>
    public static string Word(Subject subject) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(subject.ToString());

    internal static WebhookInHand? Find(Database database, int id)
    {
        using var connection = database.Open();
        return connection.Rows("select id, name, address, events, secret, position, attempts, next_attempt_at, failing_since from webhooks where id = @p0", InHand, id).SingleOrDefault();
    }

    internal static List<WebhookInHand> Due(Database database, DateTimeOffset now)
    {
        using var connection = database.Open();
        return connection.Rows(
            "select id, name, address, events, secret, position, attempts, next_attempt_at, failing_since from webhooks where disabled_at is null and next_attempt_at <= @p0 and position < (select coalesce(max(id), 0) from history) order by id",
            InHand, Conventions.ToMicroseconds(now));
    }

    /// <summary>What comes after a position, in order; and how far the history was read.</summary>
    internal static (List<ToldChange> Changes, long Until) After(Database database, long position)
    {
        using var connection = database.Open();
        var until = Math.Min(connection.Number("select coalesce(max(id), 0) from history"), (position / Window + 1) * Window);
        return (Between(connection, position + 1, until), until);
    }

    /// <summary>The entries from one to another, gathered by act and subject as they lie.</summary>
    internal static List<ToldChange> Between(System.Data.Common.DbConnection connection, long first, long last)
    {
        var rows = connection.Rows(
            "select h.id, h.change_set_id, h.subject, h.subject_id, c.recorded_at, c.actor, c.verb from history h join change_sets c on c.id = h.change_set_id where h.id >= @p0 and h.id <= @p1 order by h.id",
            r => (Id: r.GetInt64(0), Act: r.GetInt64(1), Subject: (Subject)r.GetInt32(2), Of: r.GetInt64(3), At: r.GetInt64(4), Actor: r.GetString(5), Verb: r.GetString(6)), first, last);
        var told = new List<ToldChange>();
        for (var from = 0; from < rows.Count;)
        {
            var until = from + 1;
            while (until < rows.Count && rows[until].Act == rows[from].Act && rows[until].Subject == rows[from].Subject) until++;
            var one = rows[from];
            told.Add(new ToldChange(one.Id, rows[until - 1].Id, one.Act, one.Subject, Conventions.ToInstant(one.At), one.Actor, one.Verb, [.. rows[from..until].Select(row => row.Of).Distinct()]));
            from = until;
        }
        return told;
    }

    internal static List<Subject>? Subjects(string? words) => words is null ? null : [.. Enum.GetValues<Subject>().Where(subject => words.Split(' ').Contains(Word(subject), StringComparer.Ordinal))];

    private static WebhookInHand InHand(System.Data.Common.DbDataReader r) => new(
        r.GetInt32(0), r.GetString(1), r.GetString(2), Subjects(r.Text(3)), r.GetString(4), r.GetInt64(5), r.GetInt32(6), Conventions.ToInstant(r.GetInt64(7)), Instant(r.Long(8)));

    private static DateTimeOffset? Instant(long? microseconds) => microseconds is { } at ? Conventions.ToInstant(at) : null;
}
