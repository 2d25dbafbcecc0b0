using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

public sealed record DeviceListItem(
    int Id, string Name, string Address, DeviceStatus Status, bool Enabled, DateTimeOffset? StatusSince, DateTimeOffset? LastSeen, TimeSpan? Uptime,
    string? SysName, long? AssetId, string? AssetTag, AssetKind? Kind, string? Site);

public sealed record StatusEvent(int DeviceId, string Device, DateTimeOffset At, DeviceStatus Status, string? Detail);

/// <summary>Where a device stands in the list for people: by <paramref name="Urgency"/>, then by name.</summary>
public readonly record struct DevicePlace(int Urgency, string Name, int Id)
{
    public static DevicePlace Of(DeviceListItem device) => new(device.Status switch { DeviceStatus.Down => 0, DeviceStatus.Unknown => 1, _ => 2 }, device.Name, device.Id);
}

/// <summary>The polled devices. There are hundreds, not millions.</summary>
public static class DeviceList
{
    // As DevicePlace has it.
    private const string Urgency = "case d.status when 2 then 0 when 0 then 1 else 2 end";

    /// <summary>Those that are down first. A device that comes or goes while somebody turns the pages goes to another page.</summary>
    public static IReadOnlyList<DeviceListItem> Read(Database database, Reach reach, DeviceStatus? status = null, string term = "", DevicePlace? after = null, int limit = int.MaxValue)
    {
        using var reading = PageReading.Begin(database);
        var query = Select(reach, status, term);
        if (after is var (urgency, name, id)) query.Raw($" and ({Urgency}, d.name, d.id) > ").Add($"({urgency}, {name}, {id})");
        return Items(reading, query.Raw($" order by {Urgency}, d.name, d.id").Add($" limit {limit}"));
    }

    /// <summary>By name, which does not change while somebody turns the pages.</summary>
    public static IReadOnlyList<DeviceListItem> Page(Database database, Reach reach, string term, (string Name, int Id)? after, int limit)
    {
        using var reading = PageReading.Begin(database);
        var query = Select(reach, null, term);
        if (after is var (name, id)) query.Add($" and (d.name > {name} or d.name = {name} and d.id > {id})");
        return Items(reading, query.Add($" order by d.name, d.id limit {limit}"));
    }

    private static Query Select(Reach reach, DeviceStatus? status, string term)
    {
        var query = new Query().Raw("""
            select d.id, d.name, d.address, d.status, d.enabled, d.status_since, d.last_seen, d.uptime_ticks, d.sys_name, a.id, a.tag, a.kind, s.name
            from devices d left join assets a on a.id = d.asset_id left join sites s on s.id = a.site_id where 1=1
            """);
        Within(query, reach);
        if (status is { } wanted) query.Add($" and d.status = {wanted}");
        if (Keys.Fold(term) is { Length: > 0 } key)
            query.Raw(" and (").Holds("d.name", key).Add($" or upper(d.address) like {InCapitals.Holding(key)} escape '!' or a.tag_key like {InCapitals.Holding(key)} escape '!')");
        return query;
    }

    private static List<DeviceListItem> Items(PageReading reading, Query query) => reading.Rows(query, r => new DeviceListItem(
        r.GetInt32(0), r.GetString(1), r.GetString(2), (DeviceStatus)r.GetInt32(3), r.GetBoolean(4), Instant(r, 5), Instant(r, 6), Uptime(r.Long(7)),
        r.Text(8), r.Long(9), r.Text(10), r.Int(11) is { } kind ? (AssetKind)kind : null, r.Text(12)));

    /// <summary>The names of all that are watched, by address and port.</summary>
    public static IReadOnlyDictionary<(string Address, int Port), string> Places(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(Query.Of("select address, port, name from devices"), r => (Place: (r.GetString(0), r.GetInt32(1)), Name: r.GetString(2))).ToDictionary(r => r.Place, r => r.Name);
    }

    /// <summary>The latest comings and goings, newest first.</summary>
    /// <param name="before">Only earlier ones. Of one device no two are at the same instant.</param>
    public static IReadOnlyList<StatusEvent> Events(Database database, Reach reach, int limit, int? deviceId = null, DateTimeOffset? before = null)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Raw("select d.id, d.name, e.at, e.status, e.detail from status_changes e join devices d on d.id = e.device_id left join assets a on a.id = d.asset_id where 1=1");
        Within(query, reach);
        if (deviceId is { } id) query.Add($" and e.device_id = {id}");
        if (before is { } at) query.Add($" and e.at < {at}");
        return reading.Rows(
            query.Add($" order by e.at desc, e.device_id limit {limit}"),
            r => new StatusEvent(r.GetInt32(0), r.GetString(1), Conventions.ToInstant(r.GetInt64(2)), (DeviceStatus)r.GetInt32(3), r.Text(4)));
    }

    // A device belongs to whoever uses the asset that it is; one that is no asset is for the unit that runs the network.
    internal static void Within(Query query, Reach reach)
    {
        if (!reach.IsEverywhere) query.Raw(" and a.user_unit_id in ").Numbers(reach.Units);
    }

    internal static DateTimeOffset? Instant(System.Data.Common.DbDataReader r, int column) => r.Long(column) is { } micros ? Conventions.ToInstant(micros) : null;

    /// <summary>SNMP counts up-time in hundredths of a second.</summary>
    internal static TimeSpan? Uptime(long? ticks) => ticks is { } hundredths ? TimeSpan.FromMilliseconds(hundredths * 10.0) : null;
}
