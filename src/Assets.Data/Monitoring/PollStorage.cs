using System.Data.Common;
using Assets.Data.Storage;
using Microsoft.Data.Sqlite;

namespace Assets.Data.Monitoring;

/// <summary>
/// Stores what polls have read. Rows gather in temporary tables, which lock nobody out; storing them is then a handful of statements
/// under the lock, the same on both databases.
/// </summary>
/// <remarks>
/// A number that has not changed is not written again: most of what a switch says stands still for weeks. When it does change, the
/// last reading of the old value is written before the first of the new, so that between two samples the course is a straight
/// line, as if all had been kept. Of counters one reading in each quarter of an hour is written in any case.
/// </remarks>
internal sealed class PollStorage : IDisposable
{
    private const long QuarterHour = 15 * 60 * 1_000_000L;

    // Not the lock of the facts: what is polled changes none, and an import must not wait for it. SQLite has a single lock anyway.
    private const long PollersLock = 0x504F_4C4C_4552;
    private readonly Database database;
    private readonly DbConnection connection;
    private BulkInsert? readings;

    private PollStorage(Database database, DbConnection connection)
    {
        this.database = database;
        this.connection = connection;
    }

    public static PollStorage Open(Database database)
    {
        var connection = database.Open();
        try
        {
            if (connection is SqliteConnection) connection.Execute("pragma temp_store=memory");
            foreach (var step in Staging) connection.Execute(step);
            return new PollStorage(database, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Adds one value of a device to what is stored next.</summary>
    public void Add(int deviceId, in ReadingRow row)
    {
        readings ??= BulkInsert.Into(connection, "polled_values", "device_id", "metric", "instance", "at", "value", "text", "counter");
        readings.Write(deviceId);
        readings.Write(row.Metric);
        readings.Write(row.Instance);
        readings.Write(row.At);
        readings.Write(row.Value);
        readings.WriteOrNull(row.Text);
        readings.Write(row.IsCounter ? 1 : 0);
        readings.EndRow();
    }

    /// <summary>Writes everything added, and how each device did, in one transaction. After a fault nothing of it is stored and all of it can be stored again.</summary>
    public void Store(IReadOnlyList<DeviceReport> reports)
    {
        readings?.Complete();
        readings?.Dispose();
        readings = null;
        connection.Execute("delete from polled_devices");
        AddReports(reports);
        connection.Execute(Resolve);
        using (var transaction = Lock())
        {
            if (connection.Execute(NewSeries) > 0) connection.Execute(Resolve);
            connection.Execute(EndsOfStandstill);
            connection.Execute(Samples, QuarterHour);
            connection.Execute(LastValues);
            connection.Execute(StatusChanges);
            connection.Execute(Devices);
            transaction.Commit();
        }
        connection.Execute("delete from polled_values");
    }

    public void Dispose()
    {
        readings?.Dispose();
        connection.Dispose();
    }

    private DbTransaction Lock()
    {
        if (connection is SqliteConnection sqlite) return sqlite.BeginTransaction(deferred: false);
        var transaction = connection.BeginTransaction();
        connection.Execute("select pg_advisory_xact_lock(@p0)", PollersLock);
        return transaction;
    }

    private void AddReports(IReadOnlyList<DeviceReport> reports)
    {
        using var rows = BulkInsert.Into(
            connection, "polled_devices", "device_id", "at", "status", "seen_at", "uptime", "round_trip", "sys_name", "sys_descr", "sys_object_id", "serial", "error");
        foreach (var report in reports)
        {
            rows.Write(report.DeviceId);
            rows.Write(report.At);
            rows.Write((int?)report.Status);
            rows.Write(report.SeenAt);
            rows.Write(report.UptimeTicks);
            rows.Write(report.RoundTripMicroseconds);
            rows.WriteOrNull(report.SysName);
            rows.WriteOrNull(report.SysDescr);
            rows.WriteOrNull(report.SysObjectId);
            rows.WriteOrNull(report.Serial);
            rows.WriteOrNull(report.Error);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static readonly string[] Staging =
    [
        "drop table if exists polled_values", // the pool keeps connections, and SQLite's keep their temporary tables
        "drop table if exists polled_devices",
        "create temp table polled_values (device_id integer not null, metric text not null, instance text not null, at bigint not null, value bigint, text text, counter integer not null, series_id bigint)",
        "create temp table polled_devices (device_id integer not null, at bigint not null, status integer, seen_at bigint, uptime bigint, round_trip integer, sys_name text, sys_descr text, sys_object_id text, serial text, error text)",
    ];

    private const string Resolve = """
        update polled_values set series_id =
          (select s.id from series s where s.device_id = polled_values.device_id and s.metric = polled_values.metric and s.instance = polled_values.instance)
        where series_id is null
        """;

    private const string NewSeries = """
        insert into series (device_id, metric, instance, last_at)
        select device_id, metric, instance, 0 from polled_values where series_id is null
        on conflict (device_id, metric, instance) do nothing
        """;

    private const string EndsOfStandstill = """
        insert into samples (series_id, at, value)
        select s.id, s.last_at, s.last_value
        from polled_values p join series s on s.id = p.series_id
        where s.last_value <> p.value and s.last_at < p.at
        on conflict (series_id, at) do nothing
        """;

    private const string Samples = """
        insert into samples (series_id, at, value)
        select p.series_id, p.at, p.value
        from polled_values p join series s on s.id = p.series_id
        where p.value is not null and p.at > s.last_at
          and (s.last_value is null or s.last_value <> p.value or (p.counter = 1 and p.at / @p0 > s.last_at / @p0))
        on conflict (series_id, at) do nothing
        """;

    private const string LastValues = """
        update series set last_at = p.at, last_value = p.value, last_text = p.text
        from polled_values p
        where series.id = p.series_id and series.last_at < p.at
        """;

    private const string StatusChanges = """
        insert into status_changes (device_id, at, status, detail)
        select d.id, p.at, p.status, p.error
        from polled_devices p join devices d on d.id = p.device_id
        where p.status <> d.status
        on conflict (device_id, at) do nothing
        """;

    private const string Devices = """
        update devices set
          status_since = case when p.status <> devices.status then p.at else devices.status_since end,
          status = coalesce(p.status, devices.status),
          last_seen = coalesce(p.seen_at, devices.last_seen),
          last_polled = p.at,
          uptime_ticks = coalesce(p.uptime, devices.uptime_ticks),
          round_trip_microseconds = coalesce(p.round_trip, devices.round_trip_microseconds),
          sys_name = coalesce(p.sys_name, devices.sys_name),
          sys_descr = coalesce(p.sys_descr, devices.sys_descr),
          sys_object_id = coalesce(p.sys_object_id, devices.sys_object_id),
          serial = coalesce(p.serial, devices.serial),
          last_error = p.error
        from polled_devices p
        where devices.id = p.device_id
        """;
}
