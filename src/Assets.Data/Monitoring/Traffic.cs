using System.Collections.Concurrent;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>The mean traffic of one stretch of time, in bits a second; none where nothing was read.</summary>
public sealed record TrafficPoint(DateTimeOffset From, double? In, double? Out);

/// <summary>
/// Traffic from octet counters. A rate is the difference of two readings over the time between them; a counter that went backwards
/// was reset (a 64-bit counter does not come round), and that stretch is left out rather than guessed.
/// </summary>
public sealed class Traffic(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<TrafficPoint> Points)> known = new(StringComparer.Ordinal);

    /// <summary>Of every device within reach together: adding up thousands of readings is done once in a while, not for each page.</summary>
    public IReadOnlyList<TrafficPoint> OfAll(Reach reach, TimeSpan span, TimeSpan step)
    {
        if (!reach.IsEverywhere) return Read("d.asset_id in (select a.id from assets a where a.user_unit_id in ", reach.Units, span, step);
        var now = clock.GetUtcNow();
        var key = $"{span}/{step}";
        if (known.TryGetValue(key, out var entry) && now - entry.At < Kept) return entry.Points;
        var points = Read(null, [], span, step);
        known[key] = (now, points);
        return points;
    }

    public IReadOnlyList<TrafficPoint> OfDevice(int deviceId, TimeSpan span, TimeSpan step) => Read("(d.id in ", [deviceId], span, step);

    private List<TrafficPoint> Read(string? condition, IReadOnlyCollection<int> ids, TimeSpan span, TimeSpan step)
    {
        var now = clock.GetUtcNow();
        var first = now - span;
        var count = (int)Math.Ceiling(span / step);
        var octets = new double[2, count];
        var covered = new double[2, count];
        var query = new Query().Add($"select s.series_id, s.at, s.value, case m.metric when 'ifHCInOctets' then 0 else 1 end from series m join devices d on d.id = m.device_id join samples s on s.series_id = m.id and s.at >= {first} where m.metric in ('ifHCInOctets', 'ifHCOutOctets')");
        if (condition is not null) query.Raw(" and " + condition).Numbers(ids).Raw(")");
        using var reading = PageReading.Begin(database);
        (long Series, long At, long Value) last = default;
        reading.Each(query.Raw(" order by s.series_id, s.at"), r =>
        {
            var (series, at, value, way) = (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt32(3));
            if (series == last.Series && (ulong)value >= (ulong)last.Value && at > last.At)
            {
                var place = (int)((Conventions.ToInstant(at) - first) / step);
                if (place >= 0 && place < count)
                {
                    octets[way, place] += (ulong)value - (ulong)last.Value;
                    covered[way, place] = 1;
                }
            }
            last = (series, at, value);
        });
        return [.. Enumerable.Range(0, count).Select(i => new TrafficPoint(
            first + (step * i),
            covered[0, i] > 0 ? octets[0, i] * 8 / step.TotalSeconds : null,
            covered[1, i] > 0 ? octets[1, i] * 8 / step.TotalSeconds : null))];
    }
}
