using System.Data.Common;
using System.Text;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Snmp.Profiles;

namespace Assets.Operations.Monitoring;

/// <summary>
/// Puts a device under watch, or changes how it is watched: a change of facts, with a change set and history. Neither the history nor any
/// message tells the community; that it was changed is told.
/// </summary>
public static class RegisterDevice
{
    internal const int MostCommunityOctets = 255;

    public static Outcome<RegisteredDevice> Add(Installation installation, CommunityKeys keys, DeviceSettings settings) => Run(installation, keys, null, settings, null, null);

    /// <param name="seen">The change set that the device was in when it was shown; none: whatever it is now is changed.</param>
    public static Outcome<RegisteredDevice> Change(Installation installation, CommunityKeys keys, int deviceId, DeviceSettings settings, string? reason, long? seen = null) =>
        Run(installation, keys, deviceId, settings, reason, seen);

    private static Outcome<RegisteredDevice> Run(Installation installation, CommunityKeys keys, int? deviceId, DeviceSettings given, string? reason, long? seen)
    {
        if (Fault(given, isNew: deviceId is null) is { } fault) return fault;
        var settings = given with { Name = given.Name.Trim(), Address = given.Address.Trim() };
        using var writing = Writing.Begin(installation.Database);
        var before = deviceId is { } id ? Stored.Find(writing.Connection, id) : null;
        if (deviceId is not null && before is null) return new Refusal(DeviceRefusals.UnknownDevice, $"{deviceId}");
        if (!TryAsset(writing.Connection, settings.AssetTag, out var assetId)) return new Refusal(DeviceRefusals.UnknownAsset, settings.AssetTag!);
        if (writing.Connection.Scalar("select name from devices where address = @p0 and port = @p1 and id <> @p2", settings.Address, settings.Port, deviceId ?? 0) is string other)
            return new Refusal(DeviceRefusals.AddressTaken, other);

        if (!TryCredential(writing.Connection, settings.CredentialId, settings.Version, out var version, out var credential)) return new Refusal(DeviceRefusals.UnknownCredential, $"{settings.CredentialId}");
        if (settings.CredentialId is null && before?.CredentialId is not null && given.Community is null) return new Refusal(DeviceRefusals.CommunityMissing, "");

        var after = new Stored(assetId, settings.Name, settings.Address, settings.Port, version, settings.Profile, settings.Enabled, settings.CredentialId, settings.PollSeconds, credential);
        if (after == before && (given.Community is null || after.CredentialId is not null)) return new RegisteredDevice(deviceId!.Value);
        if (before is not null && seen is { } shown && shown != writing.Connection.Number("select change_set_id from devices where id = @p0", deviceId)) return new Refusal(DeviceRefusals.ChangedMeanwhile, before.Name);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, before is null ? "add_device" : "change_device", reason, null);
        var community = after.CredentialId is not null ? "" : given.Community is null ? null : keys.Protect(given.Community);
        var stored = before is null ? after.Insert(writing.Connection, community!, changeSet) : after.Update(writing.Connection, deviceId!.Value, community, changeSet);
        var (was, became) = before is null ? (null, null) : Stored.Difference(before, after, community is { Length: > 0 });
        History.Add(writing, changeSet, Subject.Device, stored, installation.Today, was, became);
        writing.Commit();
        return new RegisteredDevice(stored);
    }

    private static Refusal? Fault(DeviceSettings given, bool isNew)
    {
        if (string.IsNullOrWhiteSpace(given.Name)) return new(DeviceRefusals.NameMissing, "");
        if (Uri.CheckHostName(given.Address.Trim()) == UriHostNameType.Unknown) return new(DeviceRefusals.BadAddress, given.Address);
        if (given.Port is < 1 or > 65_535) return new(DeviceRefusals.BadPort, $"{given.Port}");
        if (given.Version is not (1 or 2)) return new(DeviceRefusals.UnsupportedVersion, $"{given.Version}");
        if (!ProfileCatalog.Embedded.TryGet(given.Profile, out _)) return new(DeviceRefusals.UnknownProfile, given.Profile);
        if (given.CredentialId is null && (given.Community is { Length: 0 } || (isNew && given.Community is null))) return new(DeviceRefusals.CommunityMissing, "");
        if (given.Community is not null && Encoding.UTF8.GetByteCount(given.Community) > MostCommunityOctets) return new(DeviceRefusals.CommunityTooLong, "");
        if (given.PollSeconds is < 1 or > 86_400) return new(DeviceRefusals.BadInterval, $"{given.PollSeconds}");
        return null;
    }

    private static bool TryAsset(DbConnection connection, string? tag, out long? id)
    {
        id = null;
        if (string.IsNullOrWhiteSpace(tag)) return true;
        id = (long?)connection.Scalar("select id from assets where tag_key = @p0", Keys.Fold(tag));
        return id is not null;
    }

    // The version that a credential tells is written on the device too: it is what its page says.
    private static bool TryCredential(DbConnection connection, int? credential, int given, out int version, out string? name)
    {
        (version, name) = (given, null);
        if (credential is null) return true;
        version = (int)connection.Number("select version from credentials where id = @p0", credential);
        name = (string?)connection.Scalar("select name from credentials where id = @p0", credential);
        return name is not null;
    }

    private sealed record Stored(long? AssetId, string Name, string Address, int Port, int Version, string Profile, bool Enabled, int? CredentialId, int? PollSeconds, string? Credential)
    {
        public static Stored? Find(DbConnection connection, int id) => connection.Rows(
            "select d.asset_id, d.name, d.address, d.port, d.version, d.profile, d.enabled, d.credential_id, d.poll_seconds, c.name from devices d left join credentials c on c.id = d.credential_id where d.id = @p0",
            r => new Stored(r.Long(0), r.GetString(1), r.GetString(2), r.GetInt32(3), r.GetInt32(4), r.GetString(5), r.GetBoolean(6), r.Int(7), r.Int(8), r.Text(9)),
            id).SingleOrDefault();

        public int Insert(DbConnection connection, string community, long changeSet) => (int)connection.Number(
            "insert into devices (asset_id, name, address, port, version, profile, enabled, protected_community, status, change_set_id, credential_id, poll_seconds) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, 0, @p8, @p9, @p10) returning id",
            AssetId, Name, Address, Port, Version, Profile, Enabled, community, changeSet, CredentialId, PollSeconds);

        public int Update(DbConnection connection, int id, string? community, long changeSet)
        {
            connection.Execute(
                "update devices set asset_id = @p0, name = @p1, address = @p2, port = @p3, version = @p4, profile = @p5, enabled = @p6, protected_community = coalesce(@p7, protected_community), change_set_id = @p8, credential_id = @p10, poll_seconds = @p11 where id = @p9",
                AssetId, Name, Address, Port, Version, Profile, Enabled, community, changeSet, id, CredentialId, PollSeconds);
            return id;
        }

        public static (string Before, string After) Difference(Stored before, Stored after, bool newCommunity)
        {
            Dictionary<string, object?> was = [], became = [];
            foreach (var ((name, old), (_, now)) in before.Fields().Zip(after.Fields()))
            {
                if (Equals(old, now)) continue;
                was[name] = old;
                became[name] = now;
            }
            if (newCommunity) became["community_changed"] = true;
            return (JsonSerializer.Serialize(was, History.Json), JsonSerializer.Serialize(became, History.Json));
        }

        private IEnumerable<(string Name, object? Value)> Fields() =>
            [("asset_id", AssetId), ("name", Name), ("address", Address), ("port", Port), ("version", Version), ("profile", Profile), ("enabled", Enabled), ("credential", Credential), ("poll_seconds", PollSeconds)];
    }
}
