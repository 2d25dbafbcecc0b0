using Assets.Data.Storage;

namespace Assets.Data.Access;

/// <summary>One act: who did what, when and why.</summary>
public sealed record AuditedAct(long Id, DateTimeOffset At, string Actor, string Verb, string? Reason, string? Source);

/// <param name="Actor">The beginning of an account's name.</param>
/// <param name="Verb">The beginning of a verb.</param>
public sealed record AuditQuery(string? Actor = null, string? Verb = null, DateOnly? Day = null, long? Before = null);

/// <summary>Everything that was changed, the newest first.</summary>
public static class AuditTrail
{
    public const int PageSize = 50;

    public static IReadOnlyList<AuditedAct> Read(Database database, AuditQuery query, TimeZoneInfo zone, int size = PageSize)
    {
        using var reading = PageReading.Begin(database);
        var sql = Query.Of("select c.id, c.recorded_at, c.actor, c.verb, c.reason, c.source from change_sets c where 1=1");
        if (query.Actor is { } actor) sql.Add($" and c.actor >= {actor} and c.actor < {actor + "\U0010FFFF"}");
        if (query.Verb is { } verb) sql.Add($" and c.verb >= {verb} and c.verb < {verb + "\U0010FFFF"}");
        if (query.Day is { } day) sql.Add($" and c.recorded_at >= {Instant(day, zone)} and c.recorded_at < {Instant(day.AddDays(1), zone)}");
        if (query.Before is { } before) sql.Add($" and c.id < {before}");
        return reading.Rows(sql.Add($" order by c.id desc limit {size + 1}"), r => new AuditedAct(
            r.GetInt64(0), Conventions.ToInstant(r.GetInt64(1)), r.GetString(2), r.GetString(3), r.Text(4), r.Text(5)));
    }

    private static DateTimeOffset Instant(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
