using System.Net;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Fleet;

namespace Assets.Snmp.Tests.Polling;

/// <summary>One pass over targets, its results in order of ending.</summary>
internal static class Polls
{
    public static readonly ClientSettings Patient = new() { Timeout = TimeSpan.FromSeconds(20), Retries = 0 };

    public static async Task<(PollStatistics Statistics, List<Polled> Results)> RunAsync(
        IReadOnlyCollection<PollTarget> targets, ClientSettings? settings = null, TimeProvider? clock = null)
    {
        using var client = new SnmpClient(settings ?? Patient, clock);
        var results = new List<Polled>();
        var statistics = await new Poller(client).PollAsync(targets, r => results.Add(Polled.Of(r)));
        return (statistics, results);
    }

    public static PollTarget Target(Agent agent, string profile = "if-basic") => new(agent.EndPoint.ToString(), agent, Named(profile));

    public static PollTarget Target(SimulatedDevice device, string profile = "if-basic", SnmpVersion version = SnmpVersion.V2c, string community = "public") =>
        new(device.SysName, new Agent(new IPEndPoint(device.Address, device.Port), version, new Community(community)), Named(profile));

    public static Profile Named(string name)
    {
        Assert.True(ProfileCatalog.Embedded.TryGet(name, out var profile));
        return profile;
    }

    public static Task<SimulatedFleet> FleetAsync(params DeviceOrder[] orders) =>
        SimulatedFleet.StartAsync(new FleetSettings { Orders = orders, BaseAddress = IPAddress.Loopback, Port = 0, ByPort = true });
}

/// <summary>A result and a copy of its readings, which are on loan only.</summary>
internal sealed record Polled(TargetResult Result, Reading[] Readings)
{
    public PollTarget Target => Result.Target;

    public SnmpOutcome Outcome => Result.Outcome;

    public static Polled Of(TargetResult result) => new(result, result.Readings.ToArray());

    /// <summary>Readings as metric.instance → value.</summary>
    public Dictionary<string, string> ByName() => Readings.ToDictionary(r => $"{r.Metric.Name}.{r.Instance}", r => r.Text);
}
