using System.Globalization;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Monitoring;

/// <summary>One interface as it was last read. Numbers are none where the device does not tell them.</summary>
/// <param name="SpeedMegabits">Mbit/s.</param>
public sealed record InterfaceReading(string Index, string Name, string? Alias, bool? IsUp, bool? ShouldBeUp, long? SpeedMegabits, long? InErrors, long? OutErrors, long? InSeries, long? OutSeries);

/// <summary>A device with what it says of itself.</summary>
/// <param name="ChangeSetId">The last act that changed how it is watched.</param>
public sealed record DeviceDetails(
    DeviceListItem Device, int Port, string Version, string Profile, DateTimeOffset? LastPolled, string? Description, string? Serial, TimeSpan? RoundTrip, string? LastError,
    long ChangeSetId, IReadOnlyList<InterfaceReading> Interfaces)
{
    private static readonly string[] Metrics =
        ["ifName", "ifDescr", "ifAlias", "ifOperStatus", "ifAdminStatus", "ifHighSpeed", "ifInErrors", "ifOutErrors", "ifHCInOctets", "ifHCOutOctets"];

    public static DeviceDetails? Read(Database database, Reach reach, int id)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Raw("""
            select d.id, d.name, d.address, d.status, d.enabled, d.status_since, d.last_seen, d.uptime_ticks, d.sys_name, a.id, a.tag, a.kind, s.name,
              d.port, d.version, d.profile, d.last_polled, d.sys_descr, d.serial, d.round_trip_microseconds, d.last_error, d.change_set_id
            from devices d left join assets a on a.id = d.asset_id left join sites s on s.id = a.site_id
            """).Add($" where d.id = {id}");
        DeviceList.Within(query, reach);
        return reading.First(query, r => new DeviceDetails(
            new DeviceListItem(
                r.GetInt32(0), r.GetString(1), r.GetString(2), (DeviceStatus)r.GetInt32(3), r.GetBoolean(4), DeviceList.Instant(r, 5), DeviceList.Instant(r, 6), DeviceList.Uptime(r.Long(7)),
                r.Text(8), r.Long(9), r.Text(10), r.Int(11) is { } kind ? (Core.Inventory.AssetKind)kind : null, r.Text(12)),
            r.GetInt32(13), r.GetInt32(14) == 2 ? "2c" : r.GetInt32(14).ToString(CultureInfo.InvariantCulture), r.GetString(15), DeviceList.Instant(r, 16), r.Text(17), r.Text(18),
            r.Int(19) is { } micros ? TimeSpan.FromMicroseconds(micros) : null, r.Text(20), r.GetInt64(21), [])) is { } device
            ? device with { Interfaces = InterfacesOf(reading, id) }
            : null;
    }

    private static List<InterfaceReading> InterfacesOf(PageReading reading, int device)
    {
        var read = new Dictionary<string, Dictionary<string, (long Series, string? Text, long? Value)>>(StringComparer.Ordinal);
        reading.Each(
            new Query().Add($"select instance, metric, id, last_text, last_value from series where device_id = {device}").Raw($" and metric in ({string.Join(',', Metrics.Select(m => $"'{m}'"))})"),
            r =>
            {
                if (!read.TryGetValue(r.GetString(0), out var metrics)) read[r.GetString(0)] = metrics = new(StringComparer.Ordinal);
                metrics[r.GetString(1)] = (r.GetInt64(2), r.Text(3), r.Long(4));
            });
        return [.. read.OrderBy(i => long.TryParse(i.Key, CultureInfo.InvariantCulture, out var n) ? n : long.MaxValue).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => Of(i.Key, i.Value))];
    }

    private static InterfaceReading Of(string index, Dictionary<string, (long Series, string? Text, long? Value)> metrics)
    {
        string? Text(string metric) => metrics.TryGetValue(metric, out var read) && !string.IsNullOrEmpty(read.Text) ? read.Text : null;
        long? Value(string metric) => metrics.TryGetValue(metric, out var read) ? read.Value : null;
        long? Series(string metric) => metrics.TryGetValue(metric, out var read) ? read.Series : null;
        bool? Up(string metric) => Value(metric) is { } status ? status == 1 : null;
        return new InterfaceReading(
            index, Text("ifName") ?? Text("ifDescr") ?? index, Text("ifAlias"), Up("ifOperStatus"), Up("ifAdminStatus"), Value("ifHighSpeed"),
            Value("ifInErrors"), Value("ifOutErrors"), Series("ifHCInOctets"), Series("ifHCOutOctets"));
    }
}
