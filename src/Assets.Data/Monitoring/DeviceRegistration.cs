using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>How a device is watched, as a form shows it; without any community.</summary>
/// <param name="CredentialId">None where the device has a community of its own.</param>
/// <param name="PollSeconds">None where it is read at each pass.</param>
public sealed record DeviceRegistration(
    int Id, string Name, string? AssetTag, string Address, int Port, int Version, int? CredentialId, string Profile, int? PollSeconds, bool Enabled, long ChangeSetId, RecordHistory History)
{
    public static DeviceRegistration? Find(Database database, int id)
    {
        using var reading = PageReading.Begin(database);
        var found = reading.First(
            new Query().Add($"select d.id, d.name, a.tag, d.address, d.port, d.version, d.credential_id, d.profile, d.poll_seconds, d.enabled, d.change_set_id from devices d left join assets a on a.id = d.asset_id where d.id = {id}"),
            r => new DeviceRegistration(
                r.GetInt32(0), r.GetString(1), r.Text(2), r.GetString(3), r.GetInt32(4), r.GetInt32(5), r.Int(6), r.GetString(7), r.Int(8), r.GetBoolean(9), r.GetInt64(10), new RecordHistory([])));
        return found is null ? null : found with { History = RecordHistory.Of(reading, Subject.Device, id) };
    }
}
