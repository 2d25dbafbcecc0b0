using Assets.Data.Storage;

namespace Assets.Web.Tests.Values;

/// <summary>Six polled devices with a day of traffic: what a poller would have stored by now.</summary>
internal static class ExampleNetwork
{
    private const long Minute = 60_000_000;

    public static void Add(Database database, DateTimeOffset now)
    {
        var at = (now.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        void Run(string sql, object?[] values)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                parameter.Value = values[i] ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
            command.ExecuteNonQuery();
        }
        for (var device = 1; device <= 6; device++)
        {
            var up = device != 4;
            Run(
                "insert into devices (id, asset_id, name, address, port, version, protected_community, profile, enabled, status, status_since, last_seen, last_polled, sys_name, sys_descr, uptime_ticks, round_trip_microseconds, last_error, change_set_id) values (@p0, @p1, @p2, @p3, 161, 2, 'x', 'full', 1, @p4, @p5, @p6, @p7, @p2, @p8, @p9, @p10, @p11, 1)",
                [device, device * 13 - 12, $"sw-björk-{device:00}", $"10.20.0.{device}", up ? 1 : 2, at - (90 * Minute), up ? at - (2 * Minute) : at - (95 * Minute), at - (2 * Minute),
                $"Fabrikör Switch 48, {ExampleFiles.Hostile}", 9_876_543 + device, 1200 * device, up ? null : "timeout"]);
            Run("insert into status_changes (device_id, at, status, detail) values (@p0, @p1, 1, null)", [device, at - (3000 * Minute)]);
            if (!up) Run("insert into status_changes (device_id, at, status, detail) values (@p0, @p1, 2, 'timeout')", [device, at - (90 * Minute)]);
            for (var port = 1; port <= 4; port++) Interface(Run, device, port, at);
        }
        transaction.Commit();
    }

    private static void Interface(Action<string, object?[]> run, int device, int port, long at)
    {
        var first = (device * 1000) + (port * 20);
        var metrics = new (string Metric, string? Text, long? Value)[]
        {
            ("ifName", $"Gi0/{port}", null), ("ifAlias", port == 1 ? "Upplänk <b>plan 2</b>" : "", null), ("ifOperStatus", null, port == 3 ? 2 : 1), ("ifAdminStatus", null, 1),
            ("ifHighSpeed", null, 1000), ("ifInErrors", null, port * 3), ("ifOutErrors", null, 0), ("ifHCInOctets", null, 0), ("ifHCOutOctets", null, 0),
        };
        for (var i = 0; i < metrics.Length; i++)
        {
            run("insert into series (id, device_id, metric, instance, last_at, last_text, last_value) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6)", [first + i, device, metrics[i].Metric, $"{port}", at, metrics[i].Text, metrics[i].Value]);
            if (i < 7) continue;
            long octets = 0;
            for (var reading = 288; reading >= 0; reading--)
            {
                // Busy by day, quiet by night, twice as much in as out.
                octets += (long)(40_000_000 * (i == 7 ? 2 : 1) * (1.2 + Math.Sin((288 - reading) / 288.0 * 2 * Math.PI)) * (1 + ((reading * 7) % 5 * 0.06)));
                run("insert into samples (series_id, at, value) values (@p0, @p1, @p2)", [first + i, at - (reading * 5 * Minute), octets]);
            }
        }
    }
}
