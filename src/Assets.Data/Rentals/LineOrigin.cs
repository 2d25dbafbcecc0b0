using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>A version of a contract line as it was known at a watermark, with the act that made it so.</summary>
internal sealed record LineOrigin(int Version, long ChangeSet, DateTimeOffset RecordedAt, string Actor, string Verb, string? Reason, string? Source, string Text)
{
    public static LineOrigin? AsOf(Reading reading, long lineId, long watermark) => reading.Connection.Rows(
        """
        select v.version, v.change_set_id, s.recorded_at, s.actor, s.verb, s.reason, s.source, v.body
        from line_versions v join change_sets s on s.id = v.change_set_id
        where v.line_id = @p0 and v.change_set_id <= @p1
        order by v.version desc limit 1
        """,
        r => new LineOrigin(
            r.GetInt32(0), r.GetInt64(1), Conventions.ToInstant(r.GetInt64(2)), r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.GetString(7)),
        lineId, watermark).SingleOrDefault();
}
