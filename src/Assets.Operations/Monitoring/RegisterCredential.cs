using System.Text;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Monitoring;

/// <summary>Keeps a community under a name, for devices to share. It is encrypted with the key ring and told to nobody again, the history included.</summary>
public static class RegisterCredential
{
    /// <param name="version">1, or 2 for 2c.</param>
    public static Outcome<RegisteredCredential> Add(Installation installation, CommunityKeys keys, string name, int version, string? community) =>
        Run(installation, keys, null, name, version, community, null);

    /// <param name="community">None or empty keeps the one stored.</param>
    /// <param name="seen">The change set that it was in when it was shown.</param>
    public static Outcome<RegisteredCredential> Change(Installation installation, CommunityKeys keys, int id, string name, int version, string? community, long? seen = null) =>
        Run(installation, keys, id, name, version, string.IsNullOrEmpty(community) ? null : community, seen);

    private static Outcome<RegisteredCredential> Run(Installation installation, CommunityKeys keys, int? id, string name, int version, string? community, long? seen)
    {
        name = name.Trim();
        if (name.Length is 0 or > 100) return new Refusal(DeviceRefusals.NameMissing, name);
        if (version is not (1 or 2)) return new Refusal(DeviceRefusals.UnsupportedVersion, $"{version}");
        if (id is null && string.IsNullOrEmpty(community)) return new Refusal(DeviceRefusals.CommunityMissing, "");
        if (community is not null && Encoding.UTF8.GetByteCount(community) > RegisterDevice.MostCommunityOctets) return new Refusal(DeviceRefusals.CommunityTooLong, "");
        using var writing = Writing.Begin(installation.Database);
        var connection = writing.Connection;
        var before = id is not { } known ? null : connection.Rows(
            "select name, version, change_set_id from credentials where id = @p0", r => new Stored(r.GetString(0), r.GetInt32(1), r.GetInt64(2)), known).SingleOrDefault();
        if (id is not null && before is null) return new Refusal(DeviceRefusals.UnknownCredential, $"{id}");
        if (connection.Number("select count(*) from credentials where name_key = @p0 and id <> @p1", Keys.Fold(name), id ?? 0) > 0) return new Refusal(DeviceRefusals.CredentialNameTaken, name);
        if (before is not null && before.Name == name && before.Version == version && community is null) return new RegisteredCredential(id!.Value, name);
        if (before is not null && seen is { } shown && shown != before.ChangeSet) return new Refusal(DeviceRefusals.ChangedMeanwhile, before.Name);

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, before is null ? "add_credential" : "change_credential", null, null);
        var hidden = community is null ? null : keys.Protect(community);
        if (before is null)
        {
            id = (int)connection.Number(
                "insert into credentials (name, name_key, version, protected_community, change_set_id) values (@p0, @p1, @p2, @p3, @p4) returning id", name, Keys.Fold(name), version, hidden, changeSet);
        }
        else
        {
            connection.Execute(
                "update credentials set name = @p0, name_key = @p1, version = @p2, protected_community = coalesce(@p3, protected_community), change_set_id = @p4 where id = @p5",
                name, Keys.Fold(name), version, hidden, changeSet, id);
        }
        var (was, became) = before is null ? (null, null) : Difference(before, name, version, hidden is not null);
        History.Add(writing, changeSet, Subject.Credential, id!.Value, installation.Today, was, became);
        writing.Commit();
        return new RegisteredCredential(id.Value, name);
    }

    private static (string Before, string After) Difference(Stored before, string name, int version, bool newCommunity)
    {
        Dictionary<string, object?> was = [], became = [];
        if (before.Name != name) (was["name"], became["name"]) = (before.Name, name);
        if (before.Version != version) (was["version"], became["version"]) = (before.Version, version);
        if (newCommunity) became["community_changed"] = true;
        return (JsonSerializer.Serialize(was, History.Json), JsonSerializer.Serialize(became, History.Json));
    }

    private sealed record Stored(string Name, int Version, long ChangeSet);
}

/// <summary>A credential as it was registered.</summary>
public sealed record RegisteredCredential(int Id, string Name);
