using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>Somebody's act on findings of a month.</summary>
/// <param name="Verb">As the history calls it.</param>
internal sealed record FindingAct(BillingMonth Month, string Verb, string? Reason, string Actor, DateTimeOffset At, DateOnly Today);

/// <summary>An acceptance of a finding that holds no longer: who had given it, when and why, and who took it back or gave another in its place.</summary>
/// <param name="Until">The first day on which it was to be open again by itself; none: it was for good.</param>
public sealed record EndedAcceptance(
    string Code, string Record, string AcceptedBy, DateTimeOffset AcceptedAt, string Reason, DateOnly? Until, string EndedBy, DateTimeOffset EndedAt)
{
    /// <summary>Those of some findings of one code in a month by record, the oldest first.</summary>
    public static ILookup<string, EndedAcceptance> Read(Database database, BillingMonth month, string code, IReadOnlyList<string> records)
    {
        if (records.Count == 0) return Enumerable.Empty<EndedAcceptance>().ToLookup(ended => ended.Record, StringComparer.Ordinal);
        using var reading = PageReading.Begin(database);
        var before = reading.Engine == Engine.Postgres ? "cast(h.before as json)" : "h.before";
        var query = new Query()
            .Add($"select h.before, c.actor, c.recorded_at from history h join change_sets c on c.id = h.change_set_id where h.subject = {Subject.Finding} and h.subject_id = {month.Number} and ")
            .Raw(before).Add($" ->> 'code' = {code} and ").Raw(before).Add($" ->> 'record' in ({records[0]}");
        foreach (var record in records.Skip(1)) query.Add($",{record}");
        return reading.Rows(query.Raw(") order by h.id"), Read).ToLookup(ended => ended.Record, StringComparer.Ordinal);
    }

    /// <summary>Ends some acceptances of the month: what each was goes to the history, which is append-only.</summary>
    /// <param name="which">A condition on the acceptances, where <c>@p0</c> is the month and the values follow.</param>
    internal static void Keep(Writing writing, FindingAct act, string which, params object?[] values)
    {
        object?[] all = [act.Month.Number, .. values];
        var ended = writing.Connection.Rows(
            $"select code, record, accepted_by, accepted_at, reason, until_on from finding_acceptances where month = @p0 and {which} order by code, record",
            r => (Code: r.GetString(0), Before: JsonSerializer.Serialize(Fields(r), History.Json)), all);
        if (ended.Count == 0) return;
        var changeSet = writing.AddChangeSet(act.At, act.Actor, act.Verb, act.Reason, $"{act.Month} {ended[0].Code}");
        History.AddAll(writing, changeSet, Subject.Finding, act.Month.Number, act.Today, ended.ConvertAll(one => one.Before));
        writing.Connection.Execute($"delete from finding_acceptances where month = @p0 and {which}", all);
    }

    private static Dictionary<string, string?> Fields(DbDataReader r) => new(StringComparer.Ordinal)
    {
        ["code"] = r.GetString(0),
        ["record"] = r.GetString(1),
        ["accepted_by"] = r.GetString(2),
        ["accepted_at"] = Conventions.ToInstant(r.GetInt64(3)).ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = r.GetString(4),
        ["until"] = r.DayOrNone(5)?.ToString("O", CultureInfo.InvariantCulture),
    };

    private static EndedAcceptance Read(DbDataReader r)
    {
        var was = JsonSerializer.Deserialize<Dictionary<string, string?>>(r.GetString(0))!;
        return new EndedAcceptance(
            was["code"]!, was["record"]!, was["accepted_by"]!, DateTimeOffset.ParseExact(was["accepted_at"]!, "O", CultureInfo.InvariantCulture), was["reason"]!,
            was["until"] is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null, r.GetString(1), Conventions.ToInstant(r.GetInt64(2)));
    }
}
