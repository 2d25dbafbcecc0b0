using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>Removes samples that have been kept long enough, a few series at a time, so that whoever writes meanwhile waits for milliseconds.</summary>
internal static class OldSamples
{
    private const int SeriesAtOnce = 50;

    /// <returns>How many samples were removed.</returns>
    public static long RemoveBefore(Database database, DateTimeOffset limit, CancellationToken cancel)
    {
        using var connection = database.Open();
        var (removed, last) = (0L, 0L);
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var series = connection.Rows($"select id from series where id > @p0 order by id limit {SeriesAtOnce}", r => r.GetInt64(0), last);
            if (series.Count == 0) return removed;
            last = series[^1];
            // A statement of its own is a transaction of its own.
            removed += connection.Execute(
                $"delete from samples where {AmongKeys.Condition(connection, "series_id", 0)} and at < @p1",
                AmongKeys.Value(connection, series), Conventions.ToMicroseconds(limit));
        }
    }
}
