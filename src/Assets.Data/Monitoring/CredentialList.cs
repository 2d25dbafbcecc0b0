using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>A community that devices share, without the community: that is never read back.</summary>
/// <param name="Version"><c>1</c> or <c>2c</c>.</param>
/// <param name="Devices">How many use it.</param>
public sealed record CredentialListItem(int Id, string Name, string Version, long Devices, long ChangeSetId);

public static class CredentialList
{
    public static IReadOnlyList<CredentialListItem> Read(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            Query.Of("select c.id, c.name, c.version, (select count(*) from devices d where d.credential_id = c.id), c.change_set_id from credentials c order by c.name_key"),
            r => new CredentialListItem(r.GetInt32(0), r.GetString(1), r.GetInt32(2) == 1 ? "1" : "2c", r.GetInt64(3), r.GetInt64(4)));
    }
}
