using System.Data.Common;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>What polling needs to know of a device; the community still encrypted.</summary>
internal sealed record PolledDevice(int Id, string Name, string Address, int Port, int Version, string ProtectedCommunity, string Profile)
{
    private const string Columns = "select id, name, address, port, version, protected_community, profile from devices";

    /// <summary>The devices that are to be polled, in the order of their ids.</summary>
    public static List<PolledDevice> Enabled(DbConnection connection) => connection.Rows($"{Columns} where enabled = @p0 order by id", Read, true);

    /// <summary>All devices by address and port, whether they are polled or not.</summary>
    public static Dictionary<(string Address, int Port), int> Places(DbConnection connection) =>
        connection.Rows("select address, port, id from devices", r => (Place: (r.GetString(0), r.GetInt32(1)), Id: r.GetInt32(2))).ToDictionary(r => r.Place, r => r.Id);

    public static string NameOf(DbConnection connection, int id) => (string)connection.Scalar("select name from devices where id = @p0", id)!;

    private static PolledDevice Read(DbDataReader r) =>
        new(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetString(6));
}
