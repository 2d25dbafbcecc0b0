using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>What polling needs to know of a device; the community still encrypted.</summary>
internal sealed record PolledDevice(int Id, string Name, string Address, int Port, int Version, string ProtectedCommunity, string Profile)
{
    // A pass does not begin at the same split second each time: a device whose time is all but come is not left for the next one.
    private const long Slack = 5_000_000;

    private const string Columns =
        "select d.id, d.name, d.address, d.port, coalesce(c.version, d.version), coalesce(c.protected_community, d.protected_community), d.profile from devices d left join credentials c on c.id = d.credential_id";

    /// <summary>The devices that are to be polled, in the order of their ids.</summary>
    public static List<PolledDevice> Enabled(DbConnection connection) => connection.Rows($"{Columns} where d.enabled = @p0 order by d.id", Read, true);

    /// <summary>Of those, the ones whose own interval has passed.</summary>
    public static List<PolledDevice> Due(DbConnection connection, DateTimeOffset now) => connection.Rows(
        $"{Columns} where d.enabled = @p0 and (d.poll_seconds is null or d.last_polled is null or d.last_polled <= @p1 - d.poll_seconds * 1000000) order by d.id",
        Read, true, Conventions.ToMicroseconds(now) + Slack);

    /// <summary>All devices by address and port, whether they are polled or not.</summary>
    public static Dictionary<(string Address, int Port), int> Places(DbConnection connection) =>
        connection.Rows("select address, port, id from devices", r => (Place: (r.GetString(0), r.GetInt32(1)), Id: r.GetInt32(2))).ToDictionary(r => r.Place, r => r.Id);

    public static string NameOf(DbConnection connection, int id) => (string)connection.Scalar("select name from devices where id = @p0", id)!;

    private static PolledDevice Read(DbDataReader r) =>
        new(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetString(6));
}
