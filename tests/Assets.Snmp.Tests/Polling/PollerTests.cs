using System.Net;
using System.Net.Sockets;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Tests.Client;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Fleet;

namespace Assets.Snmp.Tests.Polling;

public class PollerTests
{
    private static readonly ObjectId SysUpTime = ObjectId.Parse("1.3.6.1.2.1.1.3.0");

    [Theory]
    [InlineData(SnmpVersion.V2c, "ifHCInOctets", 4)]
    [InlineData(SnmpVersion.V1, "ifInOctets", null)] // version 1 cannot carry Counter64
    public async Task A_switch_of_48_ports_gives_241_values(SnmpVersion version, string octets, int? requests)
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Switch));
        var (statistics, results) = await Polls.RunAsync([Polls.Target(fleet.Devices[0], version: version)]);
        var result = Assert.Single(results);
        Assert.Equal(SnmpOutcome.Answered, result.Outcome);
        Assert.Equal(241, result.Readings.Length);
        Assert.Equal((1, 0, 241L), (statistics.Ok, statistics.Failed, statistics.Varbinds));
        var values = result.ByName();
        Assert.Equal(48, values.Keys.Count(k => k.StartsWith(octets + ".", StringComparison.Ordinal)));
        Assert.Equal(result.Result.SysUpTime.ToString(), values["sysUpTime.0"]);
        Assert.NotNull(result.Result.RoundTrip);
        if (requests is not null)
            Assert.Equal(requests, result.Result.Requests);
    }

    [Fact]
    public async Task A_device_without_64_bit_counters_reports_the_32_bit_ones_under_their_own_names()
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Printer));
        var (_, results) = await Polls.RunAsync([Polls.Target(fleet.Devices[0])]);
        Assert.Equal(
            ["ifInErrors.1", "ifInOctets.1", "ifOperStatus.1", "ifOutErrors.1", "ifOutOctets.1", "sysUpTime.0"],
            results[0].ByName().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_full_profile_reads_what_fits_each_kind_of_device()
    {
        await using var fleet = await Polls.FleetAsync(
            new DeviceOrder(DeviceKind.Switch, "SN-1", "sw-town-hall", 4), new DeviceOrder(DeviceKind.Printer, "SN-2"), new DeviceOrder(DeviceKind.Ups, "SN-3"));
        var (_, results) = await Polls.RunAsync([.. fleet.Devices.Select(d => Polls.Target(d, "full"))]);
        var byDevice = results.ToDictionary(r => r.Target.Device, r => r.ByName());
        var (sw, printer, ups) = (byDevice["sw-town-hall"], byDevice["pr-002"], byDevice["ups-003"]);
        Assert.Equal(("SN-1", "sw-town-hall", "port3"), (sw["entPhysicalSerialNum.1"], sw["sysName.0"], sw["ifName.3"]));
        Assert.Equal(("SN-2", "Black toner"), (printer["prtGeneralSerialNumber.1"], printer["prtMarkerSuppliesDescription.1.1"]));
        Assert.True(long.Parse(printer["prtMarkerLifeCount.1.1"]) > 0);
        Assert.Equal(("SN-3", "2"), (ups["entPhysicalSerialNum.1"], ups["upsBatteryStatus.0"]));
        Assert.StartsWith("0x02", sw["ifPhysAddress.1"], StringComparison.Ordinal);
        Assert.DoesNotContain(sw.Keys, k => k.StartsWith("prt", StringComparison.Ordinal) || k.StartsWith("ups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dead_devices_never_delay_the_others()
    {
        using var dead = new ScriptedAgent((_, _) => { });
        await using var fleet = await Polls.FleetAsync([.. Enumerable.Repeat(new DeviceOrder(DeviceKind.Switch, Ports: 2), 60)]);
        var silent = Enumerable.Range(0, 10).Select(_ => Polls.Target(dead.As())).ToList();
        var live = fleet.Devices.Select(d => Polls.Target(d)).ToList();
        var settings = new ClientSettings
        {
            Timeout = TimeSpan.FromSeconds(4), Retries = 0, MaxInFlight = 4, MaxPerDevice = 10, StallAfter = TimeSpan.FromMilliseconds(20),
        };
        var (statistics, results) = await Polls.RunAsync([.. silent, .. live], settings);
        Assert.Equal((60, 10), (statistics.Ok, statistics.Failed));
        Assert.All(results[..60], r => Assert.Equal(SnmpOutcome.Answered, r.Outcome));
        Assert.All(results[60..], r => Assert.Equal(SnmpOutcome.TimedOut, r.Outcome));
    }

    [Fact]
    public async Task A_lossy_network_is_made_good_by_retries()
    {
        var settings = new FleetSettings { Count = 10, BaseAddress = IPAddress.Loopback, Port = 0, ByPort = true, LossPercent = 20, Seed = 7 };
        await using var fleet = await SimulatedFleet.StartAsync(settings);
        var (statistics, _) = await Polls.RunAsync(
            [.. fleet.Devices.Select(d => Polls.Target(d))], new ClientSettings { Timeout = TimeSpan.FromMilliseconds(150), Retries = 20 });
        Assert.Equal((10, 0), (statistics.Ok, statistics.Failed));
        Assert.True(statistics.Counters.Retransmissions > 0);
    }

    [Fact]
    public async Task A_wrong_community_is_a_timeout_that_does_not_tell_it()
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Switch));
        var target = Polls.Target(fleet.Devices[0], community: "hush-hush");
        var (_, results) = await Polls.RunAsync([target], new ClientSettings { Timeout = TimeSpan.FromMilliseconds(50), Retries = 0 });
        Assert.Equal(SnmpOutcome.TimedOut, results[0].Outcome);
        Assert.Empty(results[0].Readings);
        Assert.DoesNotContain("hush", $"{results[0].Result}{target}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_big_halves_until_the_device_can_answer()
    {
        var settings = new FleetSettings { Orders = [new DeviceOrder(DeviceKind.Switch, Ports: 6)], BaseAddress = IPAddress.Loopback, Port = 0, ByPort = true, MaxMessageOctets = 484 };
        await using var fleet = await SimulatedFleet.StartAsync(settings);
        var (_, small) = await Polls.RunAsync([Polls.Target(fleet.Devices[0], "full", SnmpVersion.V1)]);
        await using var roomy = await SimulatedFleet.StartAsync(settings with { MaxMessageOctets = 1472 });
        var (_, large) = await Polls.RunAsync([Polls.Target(roomy.Devices[0], "full", SnmpVersion.V1)]);
        Assert.Equal(SnmpOutcome.Answered, small[0].Outcome);
        Assert.True(small[0].Result.Requests > large[0].Result.Requests);
        Assert.Equal(large[0].ByName().Keys.Order(StringComparer.Ordinal), small[0].ByName().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_column_that_does_not_increase_is_cut_and_the_others_are_read()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            // Whatever follows a name is said to be row 7 of its own column.
            a.Reply(q, [.. q.Names.Select(n => new VarBind(n == ObjectId.Parse("1.3.6.1.2.1.1.3") ? SysUpTime : RowSeven(n), SmiValue.Counter64(9)))]);
        });
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())]);
        Assert.Equal((SnmpOutcome.Answered, 5, 6), (results[0].Outcome, results[0].Result.LoopsCut, results[0].Readings.Length));
        Assert.Equal(2, device.Requests.Count);
    }

    [Theory]
    [InlineData(ErrorStatus.AuthorizationError, SnmpOutcome.Refused)]
    [InlineData(ErrorStatus.NoAccess, SnmpOutcome.Refused)]
    [InlineData(ErrorStatus.GenErr, SnmpOutcome.AgentError)]
    [InlineData(ErrorStatus.TooBig, SnmpOutcome.AgentError)]
    public async Task A_device_that_only_errs_ends_and_says_how(ErrorStatus status, SnmpOutcome outcome)
    {
        using var device = new ScriptedAgent((a, q) => a.ReplyError(q, status));
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())]);
        Assert.Equal((outcome, status), (results[0].Outcome, results[0].Result.Status));
    }

    [Fact]
    public async Task An_object_at_which_the_device_errs_is_left_out()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (q.Names.Count > 5)
                a.ReplyError(q, ErrorStatus.GenErr, 2);
            else
                a.Reply(q, [new VarBind(SysUpTime, SmiValue.TimeTicks(100)), .. q.Names.Skip(1).Select(n => new VarBind(n, SmiValue.EndOfMibView))]);
        });
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())]);
        Assert.Equal(SnmpOutcome.Answered, results[0].Outcome);
        Assert.Equal(["sysUpTime.0"], results[0].ByName().Keys);
    }

    [Fact]
    public async Task A_device_that_falls_silent_half_way_keeps_what_it_said()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (a.Requests.Count == 1)
                a.Reply(q, new VarBind(SysUpTime, SmiValue.TimeTicks(4711)));
        });
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())], new ClientSettings { Timeout = TimeSpan.FromMilliseconds(800), Retries = 0 });
        Assert.Equal((SnmpOutcome.TimedOut, 4711u, 1), (results[0].Outcome, results[0].Result.SysUpTime, results[0].Readings.Length));
    }

    [Fact]
    public async Task A_device_silent_to_large_questions_is_asked_smaller_ones()
    {
        using var device = new ScriptedAgent((a, q) =>
        {
            if (q.MaxRepetitions <= 4)
                a.Reply(q, [new VarBind(SysUpTime, SmiValue.TimeTicks(1)), .. q.Names.Skip(1).Select(n => new VarBind(n, SmiValue.EndOfMibView))]);
        });
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())], new ClientSettings { Timeout = TimeSpan.FromMilliseconds(400), Retries = 2 });
        Assert.Equal(SnmpOutcome.Answered, results[0].Outcome);
        Assert.Equal([14, 7, 3], device.Requests.Take(3).Select(r => r.MaxRepetitions));
    }

    [Theory]
    [InlineData(SmiType.Counter64)]
    [InlineData(SmiType.Null)] // rows without a value must not escape the limit
    public async Task An_endless_table_ends_at_a_limit(SmiType type)
    {
        var row = 0u;
        var value = type == SmiType.Null ? SmiValue.Null : SmiValue.Counter64(1);
        using var device = new ScriptedAgent((a, q) =>
        {
            var asked = q.Names.Skip(q.NonRepeaters).Select(ColumnOf).ToList();
            var answer = new List<VarBind>(Enumerable.Repeat(new VarBind(SysUpTime, SmiValue.TimeTicks(1)), q.NonRepeaters));
            for (var i = 0; i < 400; i++)
            {
                row++;
                answer.AddRange(asked.Select(c => new VarBind(c.Append(row), value)));
            }
            a.Reply(q, [.. answer]);
        });
        var (_, results) = await Polls.RunAsync([Polls.Target(device.As())]);
        Assert.Equal((SnmpOutcome.AgentError, ErrorStatus.TooBig), (results[0].Outcome, results[0].Result.Status));
    }

    [Fact]
    public async Task A_device_that_answers_damaged_octets_neither_hangs_nor_harms_the_poller()
    {
        var random = new Random(99);
        using var hostile = new ScriptedAgent((a, q) =>
        {
            var answer = ScriptedAgent.Response(q, ErrorStatus.NoError, 0,
                [new VarBind(SysUpTime, SmiValue.TimeTicks(1)), .. q.Names.Skip(1).Select(n => new VarBind(n.Append(1), SmiValue.Counter64(ulong.MaxValue)))]);
            for (var hits = random.Next(1, 5); hits > 0; hits--)
                answer[random.Next(20, answer.Length)] = (byte)random.Next(256);
            a.Send(answer);
        });
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Router));
        var settings = new ClientSettings { Timeout = TimeSpan.FromMilliseconds(30), Retries = 1, MaxPerDevice = 8 };
        var (statistics, results) = await Polls.RunAsync([.. Enumerable.Range(0, 400).Select(_ => Polls.Target(hostile.As()))], settings);
        Assert.Equal(400, statistics.Ok + statistics.Failed);
        Assert.Contains(results, r => r.Outcome == SnmpOutcome.Malformed);
        var (sound, _) = await Polls.RunAsync([Polls.Target(fleet.Devices[0])]);
        Assert.Equal(1, sound.Ok);
    }

    [Fact]
    public async Task Devices_of_both_address_families_are_polled_by_one_client()
    {
        if (!Socket.OSSupportsIPv6)
            Assert.Skip("this machine has no IPv6");
        await using var four = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Router));
        await using var six = await SimulatedFleet.StartAsync(
            new FleetSettings { Orders = [new DeviceOrder(DeviceKind.Router)], BaseAddress = IPAddress.IPv6Loopback, Port = 0, ByPort = true });
        var (statistics, results) = await Polls.RunAsync([Polls.Target(four.Devices[0]), Polls.Target(six.Devices[0])]);
        Assert.Equal(2, statistics.Ok);
        Assert.Equal(results[0].ByName().Keys, results[1].ByName().Keys);
    }

    [Fact]
    public async Task A_fault_of_the_receiver_comes_out_of_the_task_and_the_client_lives_on()
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Switch), new DeviceOrder(DeviceKind.Router));
        using var client = new SnmpClient(Polls.Patient);
        var poller = new Poller(client);
        var targets = fleet.Devices.Select(d => Polls.Target(d)).ToList();
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => poller.PollAsync(targets, _ => throw new InvalidOperationException("disk full")));
        Assert.Equal("disk full", fault.Message);
        Assert.Equal(2, (await poller.PollAsync(targets, _ => { })).Ok);
    }

    [Fact]
    public async Task A_cancelled_pass_ends_and_reports_nothing_more()
    {
        using var silent = new ScriptedAgent((_, _) => { });
        using var client = new SnmpClient(new ClientSettings { Timeout = TimeSpan.FromMilliseconds(200), Retries = 0 });
        using var cancel = new CancellationTokenSource();
        var results = 0;
        var pass = new Poller(client).PollAsync([Polls.Target(silent.As())], _ => results++, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
        Assert.Equal(0, results);
    }

    [Fact]
    public async Task A_second_pass_asks_for_no_more_rows_than_there_were()
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Switch, Ports: 3));
        using var client = new SnmpClient(Polls.Patient);
        var target = Polls.Target(fleet.Devices[0]);
        var seen = new List<Polled>();
        for (var pass = 0; pass < 2; pass++)
            await new Poller(client).PollAsync([target], r => seen.Add(Polled.Of(r)));
        Assert.Equal(16, seen[1].Readings.Length);
        Assert.Equal(seen[0].ByName().Keys, seen[1].ByName().Keys);
    }

    [Fact]
    public async Task Readings_kept_beyond_their_loan_are_refused_instead_of_showing_another_device()
    {
        await using var fleet = await Polls.FleetAsync(new DeviceOrder(DeviceKind.Router));
        var (_, results) = await Polls.RunAsync([Polls.Target(fleet.Devices[0])]);
        Assert.Equal(results[0].Readings.Length, results[0].Result.ReadingCount);
        Assert.Throws<InvalidOperationException>(() => results[0].Result.Readings.Length);
    }

    [Fact]
    public async Task No_targets_are_no_work()
    {
        var (statistics, results) = await Polls.RunAsync([]);
        Assert.Equal((0, 0, 0L), (statistics.Ok, statistics.Failed, statistics.Requests));
        Assert.Empty(results);
    }

    private static ObjectId RowSeven(ObjectId name) => ColumnOf(name).Append(7);

    private static ObjectId ColumnOf(ObjectId name)
    {
        var arcs = name.ToString().Split('.');
        return ObjectId.Parse(string.Join('.', arcs.Take(arcs[6] == "31" ? 11 : 10))); // ifXTable or ifTable
    }
}
