using System.Net;
using Assets.Core.Values;
using Assets.Data.Monitoring;
using Assets.Snmp.Client;
using Assets.Snmp.Polling;
using Assets.Snmp.Profiles;
using Assets.Snmp.Wire;

namespace Assets.Operations.Monitoring;

/// <summary>One pass over the devices.</summary>
/// <param name="Unasked">Devices that could not be asked: their name has no address, or the key ring does not open their community.</param>
/// <param name="Unregistered">Targets that are no device of the register; their readings are not stored.</param>
public sealed record PollPass(PollStatistics Statistics, int Unasked, int Unregistered);

/// <summary>
/// Polls the devices of the register and stores what they say. Made once and kept from pass to pass: targets then know how much to ask for.
/// Not through a change set: what a device says is no change of facts.
/// </summary>
public sealed class PollDevices(Installation installation, Func<CommunityKeys> openKeys) : IDisposable
{
    private readonly SnmpClient client = new(PollSettings.Client(installation), installation.Clock);
    private readonly Dictionary<int, (PolledDevice Device, PollTarget Target)> known = [];
    private readonly Lazy<CommunityKeys> keys = new(openKeys);

    /// <summary>
    /// Polls every enabled device once. <paramref name="seen"/> gets each result as it comes, on a thread of the client: what it does holds up all others.
    /// </summary>
    /// <param name="onlyDue">Leaves out devices that are read more seldom than a pass is made, until their time has come.</param>
    public async Task<PollPass> RunAsync(Action<TargetResult>? seen = null, bool store = true, bool onlyDue = false, CancellationToken cancel = default)
    {
        List<PolledDevice> devices;
        using (var connection = installation.Database.Open()) devices = onlyDue ? PolledDevice.Due(connection, installation.Clock.GetUtcNow()) : PolledDevice.Enabled(connection);
        var targets = new Dictionary<PollTarget, int>();
        var unasked = new List<DeviceReport>();
        foreach (var (device, found) in await FindAsync(devices, cancel))
        {
            if (found.TryGet(out var target, out var refusal)) targets.Add(target, device.Id);
            // A name without an address is an outage; a key that is missing here says nothing about the device.
            else unasked.Add(PollOutcome.Unasked(device.Id, installation.Clock.GetUtcNow(), refusal.Code == PollOutcome.UnknownName ? DeviceStatus.Down : null, refusal.Code));
        }
        if (store) return await PassAsync(targets.Keys, targets, unasked, seen, cancel);
        return new PollPass(await new Poller(client).PollAsync(targets.Keys, result => seen?.Invoke(result), cancel), unasked.Count, Unregistered: 0);
    }

    /// <summary>Polls these targets once; what the register knows by address and port is stored.</summary>
    public async Task<PollPass> RunAsync(IReadOnlyCollection<PollTarget> targets, Action<TargetResult>? seen = null, CancellationToken cancel = default)
    {
        Dictionary<(string Address, int Port), int> places;
        using (var connection = installation.Database.Open()) places = PolledDevice.Places(connection);
        var devices = new Dictionary<PollTarget, int>();
        foreach (var target in targets)
        {
            // Only the first of two targets for one device is stored: two answers at one time would be two truths.
            if (places.Remove((target.Device, target.Agent.EndPoint.Port), out var id)) devices.Add(target, id);
        }
        return await PassAsync(targets, devices, [], seen, cancel);
    }

    public void Dispose() => client.Dispose();

    private async Task<PollPass> PassAsync(
        IReadOnlyCollection<PollTarget> targets, Dictionary<PollTarget, int> devices, List<DeviceReport> unasked, Action<TargetResult>? seen, CancellationToken cancel)
    {
        var store = ResultStore.Begin(installation.Database, devices, unasked);
        PollStatistics statistics;
        try
        {
            statistics = await new Poller(client).PollAsync(
                targets,
                result =>
                {
                    store.Take(result);
                    seen?.Invoke(result);
                },
                cancel);
        }
        finally
        {
            await store.FinishAsync(); // what was read before a pass was called off is stored too
        }
        return new PollPass(statistics, unasked.Count, targets.Count - devices.Count);
    }

    private async Task<List<(PolledDevice Device, Outcome<PollTarget> Target)>> FindAsync(List<PolledDevice> devices, CancellationToken cancel)
    {
        var addresses = await Task.WhenAll(devices.Select(device => DeviceAddress.FindAsync(device.Address, cancel)));
        return [.. devices.Zip(addresses, (device, address) => (device, Target(device, address)))];
    }

    private Outcome<PollTarget> Target(PolledDevice device, IPAddress? address)
    {
        if (address is null) return new Refusal(PollOutcome.UnknownName, device.Address);
        if (known.TryGetValue(device.Id, out var last) && last.Device == device && last.Target.Agent.EndPoint.Address.Equals(address)) return last.Target;
        if (!keys.Value.TryOpen(device.ProtectedCommunity, out var community)) return new Refusal(PollOutcome.UnreadableCommunity, device.Name);
        if (!ProfileCatalog.Embedded.TryGet(device.Profile, out var profile)) return new Refusal(PollOutcome.UnknownProfile, device.Profile);
        var agent = new Agent(new IPEndPoint(address, device.Port), device.Version == 1 ? SnmpVersion.V1 : SnmpVersion.V2c, community);
        var target = new PollTarget(device.Address, agent, profile);
        known[device.Id] = (device, target);
        return target;
    }
}
