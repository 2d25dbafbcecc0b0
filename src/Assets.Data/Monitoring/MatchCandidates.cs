using System.Data.Common;
using Assets.Core.Monitoring;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>The assets that devices with these serial numbers or names can be.</summary>
internal static class MatchCandidates
{
    public static List<RegisteredAsset> Find(DbConnection connection, IReadOnlyCollection<string> serialKeys, IReadOnlyCollection<string> tagKeys) => connection.Rows(
        $"select tag, tag_key, serial_key from assets where {AmongKeys.Condition(connection, "serial_key", 0)} or {AmongKeys.Condition(connection, "tag_key", 1)}",
        r => new RegisteredAsset(r.GetString(0), r.GetString(1), r.Text(2)),
        AmongKeys.Value(connection, serialKeys),
        AmongKeys.Value(connection, tagKeys));
}
