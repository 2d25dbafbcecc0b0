using System.Net;
using System.Net.Sockets;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Assets.Seed.Fleet;
using Assets.Seed.Loading;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;
using Microsoft.Extensions.Configuration;

namespace Assets.Cli.Demo;

/// <summary>
/// The last day of the demo's network, so that the first look at it shows something: the simulated devices are polled as ever, only
/// with a clock that runs ahead a third of an hour at a time. One switch is away for some hours, and one access point has not come back.
/// </summary>
internal static class NetworkPast
{
    private const int AwayForSomeHours = 4;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Span = TimeSpan.FromHours(26);

    /// <summary>Long enough ago for a status that has held, not so long that it is not kept.</summary>
    private static readonly TimeSpan FirstSeen = TimeSpan.FromDays(29);

    public static void Tell(Installation installation, IReadOnlyList<PolledDevice> devices)
    {
        try
        {
            TellAsync(installation, devices).GetAwaiter().GetResult();
        }
        catch (SocketException)
        {
            Console.Error.WriteLine($"The network's last day is left out: something answers at {devices[0].Address}:{devices[0].Port} or the next, another demo perhaps.");
        }
    }

    private static async Task TellAsync(Installation installation, IReadOnlyList<PolledDevice> devices)
    {
        var clock = new StoryClock(installation.Clock);
        var now = installation.Clock.GetUtcNow();
        await using var network = new SimulatedNetwork(devices, clock);
        using var poll = new PollDevices(Hurried(installation) with { Clock = clock }, () => CommunityKeys.Open(installation));
        List<Outage> outages =
        [
            new(AwayForSomeHours, now - TimeSpan.FromHours(20), now - TimeSpan.FromHours(17.3)),
            .. devices.Index().Where(device => !device.Item.Answers).Select(device => new Outage(device.Index, now - TimeSpan.FromHours(9), null)),
        ];
        var whole = devices.Select(device => Target(device, DemoNetwork.FullProfile)).ToList();
        var usual = devices.Select(device => Target(device, device.Profile)).ToList();
        var silent = new HashSet<int>();
        for (var number = 0; number < devices.Count; number++) await network.StartAsync(number);
        foreach (var moment in Moments(now))
        {
            clock.Set(moment);
            // All that a device says is asked for at the beginning and at the end, the names of its ports among it.
            var targets = moment == now || moment == now - FirstSeen ? whole : usual;
            // A device that is known to be silent is not waited for again.
            var asked = targets.Where((_, number) => !silent.Contains(number)).ToList();
            foreach (var outage in outages)
            {
                if (outage.Covers(moment) && silent.Add(outage.Device)) await network.StopAsync(outage.Device);
                else if (!outage.Covers(moment) && silent.Remove(outage.Device)) await BackAsync(outage.Device);
            }
            await poll.RunAsync(asked);

            async Task BackAsync(int number)
            {
                await network.StartAsync(number);
                asked.Add(targets[number]);
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Moments(DateTimeOffset now)
    {
        yield return now - FirstSeen;
        for (var moment = now - Span; moment <= now; moment += Step) yield return moment;
    }

    private static PollTarget Target(PolledDevice device, string profileName) => new(
        device.Address.ToString(),
        new Agent(new IPEndPoint(device.Address, device.Port), SnmpVersion.V2c, new Community(DemoNetwork.Community)),
        ProfileCatalog.Embedded.TryGet(profileName, out var profile) ? profile : throw new InvalidOperationException($"There is no profile {profileName}."));

    // On loopback an answer takes no time: the silent ones need not be waited for as on a real network.
    private static Installation Hurried(Installation installation) => installation with
    {
        Settings = new ConfigurationBuilder().AddInMemoryCollection([new("Assets:SnmpTimeoutSeconds", "0.8"), new("Assets:SnmpRetries", "1")]).Build(),
    };

    private sealed record Outage(int Device, DateTimeOffset From, DateTimeOffset? Until)
    {
        public bool Covers(DateTimeOffset moment) => moment >= From && (Until is not { } until || moment < until);
    }
}
