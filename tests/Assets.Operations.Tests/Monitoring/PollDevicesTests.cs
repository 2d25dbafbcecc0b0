using Assets.Data.Storage;
using Assets.Operations.Monitoring;
using Assets.SnmpSim.Fleet;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Monitoring;

public sealed class PollDevicesTests
{
    private static readonly (string, string?)[] Impatient = [("Assets:SnmpTimeoutSeconds", "0.5"), ("Assets:SnmpRetries", "1")];

    [Theory]
    [OnBoth]
    public async Task A_pass_stores_the_last_value_of_everything_read_and_how_the_device_is(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, "SN-1", "sw-1", 4));
        network.Watch(new DeviceSettings("the same by name", null, "localhost", 9, 2, "x", "if-basic", Enabled: false));

        var pass = await network.PollAsync();

        Assert.Equal((1, 0, 21L, 0), (pass.Statistics.Ok, pass.Statistics.Failed, pass.Statistics.Varbinds, pass.Unasked));
        Assert.Equal(["21|21"], network.Rows("select count(*), count(last_value) from series where device_id = 1"));
        Assert.Equal(["21"], network.Rows("select count(*) from samples s join series m on m.id = s.series_id where s.at = m.last_at and s.value = m.last_value"));
        var noon = $"{Conventions.ToMicroseconds(network.Clock.Now)}";
        Assert.Equal([$"1|{noon}|{noon}|{noon}|", "0||||"], network.Rows("select status, status_since, last_seen, last_polled, last_error from devices order by id"));
        Assert.Equal([$"1|{noon}|1|"], network.Rows("select device_id, at, status, detail from status_changes"));
        Assert.Equal(["1"], network.Rows("select count(*) from devices where uptime_ticks = (select last_value from series where metric = 'sysUpTime') and round_trip_microseconds > 0"));
    }

    [Theory]
    [OnBoth]
    public async Task The_full_profile_tells_who_the_device_is_and_keeps_texts(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, "SN-1", "sw-1", 2), new DeviceOrder(DeviceKind.Printer, "SN-2", "pr-1"));
        for (var id = 1; id <= 2; id++)
        {
            var device = network.Devices[id - 1];
            Assert.True(RegisterDevice.Change(network.Installation, network.Keys, id, new DeviceSettings(device.SysName, null, device.Address.ToString(), device.Port), null).IsDone);
        }
        await network.PollAsync();
        Assert.Equal(
            network.Devices.Select(d => $"{d.SysName}|{d.SysObjectId}|{d.Serial}"),
            network.Rows("select sys_name, sys_object_id, serial from devices order by id"));
        Assert.Equal(["port2||"], network.Rows("select last_text, last_value, (select max(value) from samples where series_id = series.id) from series where device_id = 1 and metric = 'ifName' and instance = '2'"));
    }

    [Theory]
    [OnBoth]
    public async Task A_device_goes_down_and_comes_back_and_only_the_changes_are_kept(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, Impatient, new DeviceOrder(DeviceKind.Switch, Ports: 2));
        using var poll = network.NewPoll();
        var noon = network.Clock.Now;
        async Task<string> PollAt(int minute)
        {
            network.Clock.Now = noon.AddMinutes(minute);
            await poll.RunAsync();
            return Assert.Single(network.Rows($"select status, (status_since - {Conventions.ToMicroseconds(noon)}) / 60000000, (last_seen - {Conventions.ToMicroseconds(noon)}) / 60000000, last_error from devices"));
        }

        Assert.Equal("1|0|0|", await PollAt(0));
        Assert.Equal("1|0|1|", await PollAt(1));
        await network.GoDownAsync();
        Assert.Equal("2|2|1|timeout", await PollAt(2));
        Assert.Equal("2|2|1|timeout", await PollAt(3));
        await network.ComeUpAsync();
        Assert.Equal("1|4|4|", await PollAt(4));
        Assert.Equal(["0|1|", "2|2|timeout", "4|1|"], network.Rows($"select (at - {Conventions.ToMicroseconds(noon)}) / 60000000, status, detail from status_changes order by at"));
    }

    [Theory]
    [OnBoth]
    public async Task A_dead_device_keeps_no_other_from_being_stored(Engine engine)
    {
        // The dead one is waited for five seconds; long before that the others are stored.
        await using var network = await WatchedNetwork.StartAsync(engine, [("Assets:SnmpTimeoutSeconds", "5"), ("Assets:SnmpRetries", "0")], [.. Enumerable.Repeat(new DeviceOrder(DeviceKind.AccessPoint), 3)]);
        using var silent = new System.Net.Sockets.UdpClient(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        network.Watch(new DeviceSettings("dead", null, "127.0.0.1", ((System.Net.IPEndPoint)silent.Client.LocalEndPoint!).Port, 2, "x"));
        var pass = network.PollAsync();
        while (network.Rows("select count(*) from devices where status = 1")[0] != "3") await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(pass.IsCompleted);
        Assert.Equal((3, 1), ((await pass).Statistics.Ok, (await pass).Statistics.Failed));
        Assert.Equal(["1", "1", "1", "2"], network.Rows("select status from devices order by id"));
    }

    [Theory]
    [OnBoth]
    public async Task What_cannot_be_asked_is_told_and_the_others_are_polled(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Ups));
        network.Watch(new DeviceSettings("no such name", null, "nowhere.invalid", 161, 2, "x"));
        var unreadable = network.Watch(new DeviceSettings("lost key", null, "127.0.0.1", 9, 2, "x"));
        using (var connection = network.Installation.Database.Open()) connection.Execute("update devices set protected_community = 'from another ring' where id = @p0", unreadable);

        var pass = await network.PollAsync();

        Assert.Equal((1, 2), (pass.Statistics.Ok, pass.Unasked));
        Assert.Equal(["1|", "2|unknown_name", "0|unreadable_community"], network.Rows("select status, last_error from devices order by id"));
    }

    [Theory]
    [OnBoth]
    public async Task A_pass_while_an_import_holds_the_lock_waits_and_loses_nothing(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, Ports: 8), new DeviceOrder(DeviceKind.Router));
        Task<PollPass> pass;
        using (var import = Writing.Begin(network.Installation.Database))
        {
            import.AddChangeSet(network.Clock.Now, "import", "import", null, null);
            var answered = new TaskCompletionSource();
            var left = 2;
            using var poll = network.NewPoll();
            pass = poll.RunAsync(_ =>
            {
                if (Interlocked.Decrement(ref left) == 0) answered.SetResult();
            });
            await answered.Task; // both have answered, and nothing can be stored yet on SQLite
            if (engine == Engine.Sqlite) Assert.Equal(["0"], network.Rows("select count(*) from samples"));
            else await pass; // PostgreSQL's poller does not wait for imports at all
            import.Commit();
            await pass;
        }
        var readings = (await pass).Statistics.Varbinds;
        Assert.True(readings > 41);
        Assert.Equal([$"{readings}"], network.Rows("select count(*) from series"));
        Assert.Equal(["1", "1"], network.Rows("select status from devices"));
    }

    [Theory]
    [OnBoth]
    public async Task Between_two_samples_the_course_is_what_was_read(Engine engine)
    {
        await using var network = await WatchedNetwork.StartAsync(engine, new DeviceOrder(DeviceKind.Switch, Ports: 3), new DeviceOrder(DeviceKind.Ups));
        using var poll = network.NewPoll();
        var read = new Dictionary<(string Device, string Metric, string Instance), List<(long At, long Value)>>();
        foreach (var minutes in (int[])[0, 1, 1, 1, 20, 1, 1])
        {
            network.Clock.Now += TimeSpan.FromMinutes(minutes);
            await poll.RunAsync(result =>
            {
                foreach (var reading in result.Readings)
                {
                    var key = (result.Target.Device, reading.Metric.Name, reading.Instance.ToString());
                    if (!read.TryGetValue(key, out var course)) read[key] = course = [];
                    course.Add((Conventions.ToMicroseconds(reading.Time), (long)reading.Value.AsUnsigned));
                }
            });
        }
        var stored = Stored(network);
        foreach (var (series, course) in read)
        {
            foreach (var (at, value) in course)
            {
                var before = stored[series].Last(s => s.At <= at);
                var after = stored[series].First(s => s.At >= at);
                Assert.True(before.Value == value && after.Value == value, $"{series} was {value}, and is stored as {before.Value} until {after.Value}");
            }
        }
        // What stands still is not written seven times.
        Assert.True(int.Parse(network.Rows("select count(*) from samples")[0]) < read.Values.Sum(course => course.Count));
    }

    private static Dictionary<(string, string, string), List<(long At, long Value)>> Stored(WatchedNetwork network)
    {
        using var connection = network.Installation.Database.Open();
        return connection.Rows(
            """
            select d.address, m.metric, m.instance, s.at, s.value from samples s join series m on m.id = s.series_id join devices d on d.id = m.device_id
            union select d.address, m.metric, m.instance, m.last_at, m.last_value from series m join devices d on d.id = m.device_id where m.last_value is not null
            order by 1, 2, 3, 4
            """,
            r => (Series: (r.GetString(0), r.GetString(1), r.GetString(2)), Point: (At: r.GetInt64(3), Value: r.GetInt64(4))))
            .GroupBy(r => r.Series).ToDictionary(g => g.Key, g => g.Select(r => r.Point).ToList());
    }
}
