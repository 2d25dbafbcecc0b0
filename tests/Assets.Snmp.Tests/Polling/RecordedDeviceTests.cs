using System.Net;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Fleet;
using Assets.SnmpSim.Mib;

namespace Assets.Snmp.Tests.Polling;

/// <summary>Every recording of a real device, served by the simulator and read back.</summary>
public class RecordedDeviceTests
{
    [Fact]
    public async Task Every_recording_walks_back_object_for_object()
    {
        var folder = Shared.Recordings();
        await using var fleet = await ServeAsync(folder);
        using var client = new SnmpClient(Polls.Patient);
        foreach (var device in fleet.Devices)
        {
            var recorded = Recorded(folder, device);
            var agent = new Agent(new IPEndPoint(device.Address, device.Port), SnmpVersion.V2c, new Community("public"));
            var standards = await client.WalkAsync(agent, ObjectId.Parse("1.0")); // LLDP lies at 1.0.8802
            var internet = await client.WalkAsync(agent, ObjectId.Parse("1.3"));
            Assert.Equal((SnmpOutcome.Answered, WalkEnd.EndOfMibView), (internet.Outcome, internet.End));
            Assert.Equal(recorded, standards.VarBinds.Concat(internet.VarBinds));
        }
    }

    [Fact]
    public async Task Version_1_walks_the_same_without_the_64_bit_counters()
    {
        var folder = Shared.Recordings();
        await using var fleet = await ServeAsync(folder);
        using var client = new SnmpClient(Polls.Patient);
        foreach (var device in fleet.Devices.Take(8))
        {
            var recorded = Recorded(folder, device).Where(o => o.Value.Type != SmiType.Counter64 && ObjectId.Parse("1.3").Contains(o.Name));
            var agent = new Agent(new IPEndPoint(device.Address, device.Port), SnmpVersion.V1, new Community("public"));
            var walk = await client.WalkAsync(agent, ObjectId.Parse("1.3"));
            Assert.Equal(WalkEnd.EndOfMibView, walk.End);
            Assert.Equal(recorded, walk.VarBinds);
        }
    }

    [Theory]
    [InlineData("if-basic", SnmpVersion.V2c)]
    [InlineData("if-basic", SnmpVersion.V1)]
    [InlineData("full", SnmpVersion.V2c)]
    public async Task Polling_a_recorded_device_gives_exactly_what_it_has(string profile, SnmpVersion version)
    {
        var folder = Shared.Recordings();
        await using var fleet = await ServeAsync(folder);
        var targets = fleet.Devices.Select(d => Polls.Target(d, profile, version)).ToList();
        var (statistics, results) = await Polls.RunAsync(targets);
        Assert.Equal(targets.Count, statistics.Ok);
        foreach (var result in results)
        {
            var device = fleet.Devices.Single(d => d.SysName == result.Target.Device);
            var expected = Expected(result.Target.Profile, Recorded(folder, device), version);
            Assert.Equal(expected, result.ByName().OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key} = {p.Value}"));
        }
    }

    [Fact]
    public void Recordings_have_as_many_usable_lines_as_their_index_says()
    {
        var folder = Shared.Recordings();
        using var index = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json")));
        foreach (var entry in index.RootElement.EnumerateArray())
        {
            var recording = Recording.Load(Path.Combine(folder, entry.GetProperty("file").GetString()!));
            Assert.Equal(entry.GetProperty("skipped").GetInt32(), recording.Skipped);
            Assert.Equal(entry.GetProperty("varbinds").GetInt32(), recording.Objects.DistinctBy(o => o.Name).Count());
        }
    }

    private static Task<SimulatedFleet> ServeAsync(string folder) => SimulatedFleet.StartAsync(
        new FleetSettings { Count = 0, RecordingsFolder = folder, BaseAddress = IPAddress.Loopback, Port = 0, ByPort = true, MaxMessageOctets = 8192 });

    private static List<VarBind> Recorded(string folder, SimulatedDevice device) =>
        [.. Recording.Load(Path.Combine(folder, device.SysName + ".snmprec")).Objects.DistinctBy(o => o.Name).OrderBy(o => o.Name)];

    // Straight from the recording, by another way than the poller's.
    private static IEnumerable<string> Expected(Profile profile, List<VarBind> recorded, SnmpVersion version)
    {
        var objects = recorded.Where(o => o.Value.Type != SmiType.Null && (version != SnmpVersion.V1 || o.Value.Type != SmiType.Counter64))
            .Select(o => (Name: o.Name.ToString(), o.Value)).ToList();
        var sysObjectId = objects.Where(o => o.Name == "1.3.6.1.2.1.1.2.0" && o.Value.Type == SmiType.ObjectIdentifier)
            .Select(o => ObjectId.Parse(o.Value.ToString())).FirstOrDefault();
        List<string> Of(Metric metric)
        {
            var prefix = metric.Kind == MetricKind.Scalar ? metric.Oid.ToString() : metric.Oid + ".";
            var found = objects.Where(o => metric.Kind == MetricKind.Scalar ? o.Name == prefix : o.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(o => $"{metric.Name}.{(metric.Kind == MetricKind.Scalar ? "0" : o.Name[prefix.Length..])} = {metric.Format(o.Value)}").ToList();
            return found.Count == 0 && profile.FallbackOf(metric) is { } fallback ? Of(fallback) : found;
        }
        return profile.Unconditional.Concat(profile.Special(sysObjectId)).SelectMany(Of).OrderBy(l => l.Split(" = ")[0], StringComparer.Ordinal);
    }
}
