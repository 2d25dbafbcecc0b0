using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A rented device that has not answered for a while.</summary>
public sealed record SilentAsset(long LineId, string LineCode, long AssetId, string AssetTag, AssetKind Kind, string Unit, DateTimeOffset? LastSeen, Money MonthlyRent);

/// <summary>A line whose closed months were corrected: the first and the last of them, what the corrections come to, and the change that made it so.</summary>
public sealed record CorrectedLine(long LineId, string LineCode, BillingMonth First, BillingMonth Last, Money Amount, DateTimeOffset At, string By, string Verb, string? Reason);

/// <param name="Items">The first of them.</param>
/// <param name="Count">All of them.</param>
public sealed record CorrectedLines(IReadOnlyList<CorrectedLine> Items, long Count);

/// <summary>What deserves a look beside the sums: rent for what is silent, and what was corrected and why.</summary>
public static class CostNotes
{
    public const int Shown = 20;

    private const int DaysSilent = 14;

    /// <summary>Watched devices that have not been seen for two weeks, or never; and how many of the rented ones are watched at all.</summary>
    public static (IReadOnlyList<SilentAsset> Silent, int Watched) Silent(Database database, CostSelection selection, DateOnly today, DateTimeOffset now)
    {
        var before = now.AddDays(-DaysSilent);
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select l.id, l.code, a.id, a.tag, a.kind, o.name, d.last_seen, v.body from devices d cross join line_segments g join assets a on a.id = g.asset_id join contract_lines l on l.id = g.line_id join line_versions v on v.line_id = l.id and v.version = l.version join organisations o on o.id = g.unit_id where g.asset_id = d.asset_id and d.enabled and g.from_on <= {today} and (g.until_on is null or g.until_on > {today})");
        selection.Limit(query, "g.unit_id").Raw(" order by d.last_seen, l.id");
        var watched = reading.Rows(query, r => (Body: r.GetString(7), Asset: new SilentAsset(
            r.GetInt64(0), r.GetString(1), r.GetInt64(2), r.GetString(3), (AssetKind)r.GetInt32(4), r.GetString(5), r.Long(6) is { } at ? Conventions.ToInstant(at) : null, default)));
        var silent = watched.Where(one => one.Asset.LastSeen is not { } seen || seen < before).OrderBy(one => one.Asset.LastSeen ?? DateTimeOffset.MinValue);
        return ([.. silent.Select(one => one.Asset with { MonthlyRent = RunningRent.Of(LineText.Parse(one.Body), today) })], watched.Count);
    }

    /// <summary>The first of them by line; the latest change of a line stands for why.</summary>
    public static CorrectedLines Corrected(Database database, CostMemory memory, MonthHead month, CostSelection selection)
    {
        using var reading = PageReading.Begin(database);
        return memory.Of($"corrected {month.Month} {month.Stamp} {RunningRent.LatestChange(reading)} {selection.Key}", () =>
        {
            var rows = Corrected(reading, month.Month, selection, 0, Shown);
            return new CorrectedLines([.. rows.Select(row => row.Line)], rows.Count == 0 ? 0 : rows[0].Remaining);
        });
    }

    /// <summary>Some of them, by line, from the one after <paramref name="after"/> on.</summary>
    public static IReadOnlyList<CorrectedLine> Corrected(Database database, BillingMonth month, CostSelection selection, long after, int limit)
    {
        using var reading = PageReading.Begin(database);
        return [.. Corrected(reading, month, selection, after, limit).Select(row => row.Line)];
    }

    private static List<(CorrectedLine Line, long Remaining)> Corrected(PageReading reading, BillingMonth month, CostSelection selection, long after, int limit)
    {
        var query = new Query().Add($"select c.line_id, min(c.corrected_month) as first_month, max(c.corrected_month) as last_month, sum(c.amount) as amount, count(*) over () as remaining from charges c where c.month = {month.Number} and c.corrected_month > 0 and c.line_id > {after}");
        selection.Limit(query, "c.unit_id").Add($" group by c.line_id order by c.line_id limit {limit}");
        return reading.Rows(
            query.Wrap("select l.id, l.code, s.first_month, s.last_month, s.amount, h.recorded_at, h.actor, h.verb, h.reason, s.remaining from (", ") s join contract_lines l on l.id = s.line_id join change_sets h on h.id = l.change_set_id order by l.id"),
            r => (new CorrectedLine(
                r.GetInt64(0), r.GetString(1), BillingMonth.FromNumber(r.GetInt32(2)), BillingMonth.FromNumber(r.GetInt32(3)), CostSums.Ore(r.GetValue(4)),
                Conventions.ToInstant(r.GetInt64(5)), r.GetString(6), r.GetString(7), r.Text(8)), r.GetInt64(9)));
    }
}
