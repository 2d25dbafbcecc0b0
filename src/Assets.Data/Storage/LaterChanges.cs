using System.Data.Common;

namespace Assets.Data.Storage;

/// <summary>What was recorded of records of one kind after a moment: who takes it back has them as they were known then.</summary>
internal static class LaterChanges
{
    /// <summary>The newest first. From which day they held is no matter: it is for facts that are read as holding for all days.</summary>
    public static List<(long Id, IReadOnlyList<FieldChange> Changes)> Of(DbConnection connection, Subject subject, DateTimeOffset belief) => connection.Rows(
        $"select h.subject_id, h.before, h.after from history h join change_sets c on c.id = h.change_set_id where h.subject = {(int)subject} and c.recorded_at > @p0 and h.before is not null order by h.id desc",
        r => (r.GetInt64(0), (IReadOnlyList<FieldChange>)RecordHistory.Changes(r.Text(1), r.Text(2))),
        Conventions.ToMicroseconds(belief));
}
