using System.Net.Sockets;
using Assets.Core.Inventory;
using Assets.Operations;
using Assets.Seed;
using Assets.Seed.Fleet;
using Assets.SnmpSim.Fleet;

namespace Assets.Cli.Demo;

/// <summary>
/// The demo's devices as the simulator plays them, each by itself, so that one can fall silent while the others answer. What a device
/// says depends on its number and on the time, never on which others are there.
/// </summary>
internal sealed class SimulatedNetwork(IReadOnlyList<PolledDevice> devices, TimeProvider clock) : IAsyncDisposable
{
    private const int FirstSeed = 100;
    private readonly SimulatedFleet?[] playing = new SimulatedFleet?[devices.Count];

    /// <summary>Every device that answers when the story has ended. Those whose address is taken are told of and left out.</summary>
    public static async Task<SimulatedNetwork> StartAsync(Installation installation, Action<string> tell)
    {
        var devices = DemoMunicipality.Devices(new DemoSettings(installation.Today));
        var network = new SimulatedNetwork(devices, installation.Clock);
        var taken = new List<PolledDevice>();
        for (var number = 0; number < devices.Count; number++)
        {
            if (!devices[number].Answers) continue;
            try
            {
                await network.StartAsync(number);
            }
            catch (SocketException)
            {
                taken.Add(devices[number]);
            }
        }
        if (taken.Count > 0)
            tell($"{taken.Count} simulated devices were not started, since something answers at {taken[0].Address}:{taken[0].Port} already: another demo, perhaps.");
        return network;
    }

    /// <exception cref="SocketException">Its address and port are not to be had.</exception>
    public async Task StartAsync(int number)
    {
        var device = devices[number];
        playing[number] = await SimulatedFleet.StartAsync(
            new FleetSettings
            {
                Orders = [new DeviceOrder(KindOf(device.Kind), device.Serial, device.Name, device.Ports)],
                BaseAddress = device.Address,
                Port = device.Port,
                Community = DemoNetwork.Community,
                Seed = FirstSeed + number,
            },
            clock);
    }

    /// <summary>From now on it is silent.</summary>
    public async Task StopAsync(int number)
    {
        if (playing[number] is { } device) await device.DisposeAsync();
        playing[number] = null;
    }

    public async ValueTask DisposeAsync()
    {
        for (var number = 0; number < playing.Length; number++) await StopAsync(number);
    }

    private static DeviceKind KindOf(AssetKind kind) => kind switch
    {
        AssetKind.Switch => DeviceKind.Switch,
        AssetKind.Router => DeviceKind.Router,
        AssetKind.Firewall => DeviceKind.Firewall,
        AssetKind.AccessPoint => DeviceKind.AccessPoint,
        AssetKind.Printer or AssetKind.Mfp => DeviceKind.Printer,
        AssetKind.Ups => DeviceKind.Ups,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The simulator does not play this kind."),
    };
}
