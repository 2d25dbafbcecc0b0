using System.Net;
using System.Net.Sockets;
using Assets.Snmp.Client;
using Assets.Snmp.Tests.Polling;
using Assets.Snmp.Wire;
using Assets.SnmpSim;
using Assets.SnmpSim.Fleet;
using Assets.SnmpSim.Mib;

namespace Assets.Snmp.Tests;

public class SimulatedFleetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly FleetSettings OnePerKind = new()
    {
        Orders = [.. Enum.GetValues<DeviceKind>().Where(k => k != DeviceKind.Recorded).Select(k => new DeviceOrder(k))],
        BaseAddress = IPAddress.Loopback,
        Port = 0,
        ByPort = true,
    };

    private static async Task<List<string>> SaidAsync(FleetSettings settings, DateTimeOffset at)
    {
        await using var fleet = await SimulatedFleet.StartAsync(settings, new FrozenClock(at));
        var (_, results) = await Polls.RunAsync([.. fleet.Devices.Select(d => Polls.Target(d, "full"))]);
        return [.. results.SelectMany(r => r.ByName().Select(p => $"{r.Target.Device} {p.Key} = {p.Value}")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_same_seed_says_the_same_at_the_same_time_and_another_says_something_else()
    {
        var first = await SaidAsync(OnePerKind, Noon);
        Assert.Equal(first, await SaidAsync(OnePerKind, Noon));
        Assert.NotEqual(first, await SaidAsync(OnePerKind with { Seed = 2 }, Noon));
        Assert.NotEqual(first, await SaidAsync(OnePerKind, Noon.AddSeconds(60)));
    }

    [Fact]
    public async Task Serial_and_name_are_those_ordered()
    {
        var orders = OnePerKind.Orders!.Select((o, i) => o with { Serial = $"REG-{i}", SysName = $"device-{i}" }).ToList();
        await using var fleet = await SimulatedFleet.StartAsync(OnePerKind with { Orders = orders });
        Assert.Equal(orders.Select(o => (o.Serial, o.SysName)), fleet.Devices.Select(d => ((string?)d.Serial, (string?)d.SysName)));
        var (_, results) = await Polls.RunAsync([.. fleet.Devices.Select(d => Polls.Target(d, "full"))]);
        foreach (var device in fleet.Devices)
        {
            var values = results.Single(r => r.Target.Device == device.SysName).ByName();
            var serial = device.Kind == DeviceKind.Printer ? values["prtGeneralSerialNumber.1"] : values["entPhysicalSerialNum.1"];
            Assert.Equal((device.Serial, device.SysName, device.SysObjectId), (serial, values["sysName.0"], values["sysObjectID.0"]));
        }
    }

    [Fact]
    public void Counters_never_fall_and_wrap_as_their_type_does()
    {
        var counter = Growth.Counter(SmiType.Counter64, Noon, 5, 1_000);
        var before = counter.At(Noon).AsUnsigned;
        Assert.Equal(5UL, before);
        for (var minute = 1; minute < 3 * 24 * 60; minute++)
        {
            var now = counter.At(Noon.AddMinutes(minute)).AsUnsigned;
            Assert.True(now > before);
            before = now;
        }
        Assert.Equal(5UL + 86_400_000, counter.At(Noon.AddDays(1)).AsUnsigned);
        var wrapping = Growth.Counter(SmiType.Counter32, Noon, uint.MaxValue, 1_000);
        Assert.Equal(86_400_000UL - 1, wrapping.At(Noon.AddDays(1)).AsUnsigned);
    }

    [Fact]
    public async Task Time_before_the_first_start_and_after_many_years_still_has_an_answer()
    {
        Assert.NotEmpty(await SaidAsync(OnePerKind, new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.NotEmpty(await SaidAsync(OnePerKind, new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Dead_devices_are_as_many_as_asked_for()
    {
        await using var fleet = await SimulatedFleet.StartAsync(
            new FleetSettings { Count = 20, DeadPercent = 10, BaseAddress = IPAddress.Loopback, Port = 0, ByPort = true });
        Assert.Equal([0, 10], fleet.Devices.Select((d, i) => (d, i)).Where(p => p.d.IsDead).Select(p => p.i));
        var (statistics, _) = await Polls.RunAsync(
            [.. fleet.Devices.Select(d => Polls.Target(d))], new ClientSettings { Timeout = TimeSpan.FromSeconds(3), Retries = 0 });
        Assert.Equal((18, 2), (statistics.Ok, statistics.Failed));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error_and_leaves_none_open()
    {
        using var taken = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)taken.Client.LocalEndPoint!).Port;
        await Assert.ThrowsAsync<SocketException>(() => SimulatedFleet.StartAsync(new FleetSettings { Count = 1, BaseAddress = IPAddress.Loopback, Port = port }));
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatedFleet.StartAsync(new FleetSettings { BaseAddress = IPAddress.Parse("192.0.2.1") }));
    }

    [Fact]
    public async Task Devices_have_addresses_of_their_own_where_the_system_answers_on_all_of_loopback()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("only Linux answers on all of 127.0.0.0/8");
        await using var fleet = await SimulatedFleet.StartAsync(new FleetSettings { Count = 3, BaseAddress = IPAddress.Parse("127.77.0.254"), Port = 21161 });
        Assert.Equal(["127.77.0.254", "127.77.0.255", "127.77.1.0"], fleet.Devices.Select(d => d.Address.ToString()));
        var (statistics, _) = await Polls.RunAsync([.. fleet.Devices.Select(d => Polls.Target(d))]);
        Assert.Equal(3, statistics.Ok);
    }

    [Theory]
    [InlineData("--count 5 --seed 9 --base 127.3.0.1 --port 2000 --community c --delay-ms 20 --loss-percent 1 --dead-percent 10 --max-size 484 --by-port", true)]
    [InlineData("", true)]
    [InlineData("--base 10.0.0.1", false)]
    [InlineData("--count", false)]
    [InlineData("--count -1", false)]
    [InlineData("--colour red", false)]
    [InlineData("--loss-percent 101", false)]
    public void Options_are_taken_or_refused(string line, bool expected)
    {
        Assert.Equal(expected, CommandLine.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var settings, out var complaint));
        Assert.Equal(expected, complaint.Length == 0);
        if (line.StartsWith("--count 5", StringComparison.Ordinal))
            Assert.Equal((5, 9, 2000, true, 484), (settings.Count, settings.Seed, settings.Port, settings.ByPort, settings.MaxMessageOctets));
    }
}
