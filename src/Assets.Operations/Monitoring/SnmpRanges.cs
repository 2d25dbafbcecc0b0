using System.Text;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;
using Assets.Snmp.Client;

namespace Assets.Operations.Monitoring;

/// <summary>Why a piece of network is not kept.</summary>
public static class RangeRefusals
{
    /// <summary>Detail: what was given.</summary>
    public const string BadRange = "bad_range";

    /// <summary>It is empty, or over 255 octets.</summary>
    public const string BadCommunity = "bad_community";

    /// <summary>Somebody has removed it. Detail: its number.</summary>
    public const string UnknownRange = "unknown_range";

    public static IReadOnlyList<string> All { get; } = [BadRange, BadCommunity, UnknownRange];
}

/// <summary>The pieces of network that are looked through for devices, each with its community, encrypted like those of devices.</summary>
public static class SnmpRanges
{
    private const int MostCommunityOctets = 255;

    /// <summary>Keeps a range; one that is there already gets the new community.</summary>
    public static Outcome<SnmpRange> Keep(Installation installation, CommunityKeys keys, string range, string community)
    {
        if (!AddressRange.TryParse(range.Trim(), out var parsed, out _)) return new Refusal(RangeRefusals.BadRange, range);
        if (community.Length == 0 || Encoding.UTF8.GetByteCount(community) > MostCommunityOctets) return new Refusal(RangeRefusals.BadCommunity, "");
        var text = $"{parsed.First}/{parsed.PrefixLength}";
        using var writing = Writing.Begin(installation.Database);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "keep range", null, text);
        var id = (int)writing.Connection.Number(
            "insert into snmp_ranges (range, protected_community, change_set_id) values (@p0, @p1, @p2) on conflict (range) do update set protected_community = excluded.protected_community, change_set_id = excluded.change_set_id returning id",
            text, keys.Protect(community), changeSet);
        writing.Commit();
        return new SnmpRange(id, text);
    }

    public static void Remove(Installation installation, int id)
    {
        using var writing = Writing.Begin(installation.Database);
        if (writing.Connection.Scalar("select range from snmp_ranges where id = @p0", id) is not string range) return;
        writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "remove range", null, range);
        writing.Connection.Execute("delete from snmp_ranges where id = @p0", id);
        writing.Commit();
    }

    /// <summary>The ranges that are kept, without their communities.</summary>
    public static IReadOnlyList<SnmpRange> Read(Installation installation)
    {
        using var connection = installation.Database.Open();
        return connection.Rows("select id, range from snmp_ranges order by range", r => new SnmpRange(r.GetInt32(0), r.GetString(1)));
    }

    /// <summary>
    /// A kept range as a search of it: with the credential that holds its community, which is made under the range's name where none does,
    /// so that the devices found can be put under watch with it.
    /// </summary>
    public static Outcome<DiscoveryInput> AsSearch(Installation installation, CommunityKeys keys, int id)
    {
        using var connection = installation.Database.Open();
        if (connection.Rows("select range, protected_community from snmp_ranges where id = @p0", r => (Range: r.GetString(0), Hidden: r.GetString(1)), id) is not [var kept])
            return new Refusal(RangeRefusals.UnknownRange, $"{id}");
        if (keys.TryOpenText(kept.Hidden) is not { } community) return new Refusal(PollOutcome.UnreadableCommunity, kept.Range);
        var credentials = connection.Rows("select id, name_key, version, protected_community from credentials order by id", r => (Id: r.GetInt32(0), Name: r.GetString(1), Version: r.GetInt32(2), Hidden: r.GetString(3)));
        var found = credentials.FirstOrDefault(one => one.Version == 2 && keys.TryOpenText(one.Hidden) == community).Id;
        if (found == 0)
        {
            var names = credentials.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
            var name = Enumerable.Range(1, credentials.Count + 1).Select(n => n == 1 ? kept.Range : $"{kept.Range} ({n})").First(one => !names.Contains(Keys.Fold(one)));
            if (!RegisterCredential.Add(installation, keys, name, 2, community).TryGet(out var added, out var refusal)) return refusal;
            found = added.Id;
        }
        return new DiscoveryInput(kept.Range, Agent.DefaultPort, [found]);
    }

    /// <summary>Each range with its community; none of it where the key ring lacks the key.</summary>
    public static IReadOnlyList<(AddressRange Range, string? Community)> Open(Installation installation, CommunityKeys keys)
    {
        using var connection = installation.Database.Open();
        return [.. connection.Rows("select range, protected_community from snmp_ranges order by range", r => (r.GetString(0), r.GetString(1)))
            .Select(row => (AddressRange.TryParse(row.Item1, out var range, out var fault) ? range : throw new InvalidDataException(fault), keys.TryOpenText(row.Item2)))];
    }
}
