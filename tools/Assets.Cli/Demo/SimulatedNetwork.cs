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
internal sealed class SimulatedNetwork : IAsyncDisposable
{
    private const int FirstSeed = 100;
    private readonly List<SimulatedFleet> devices = [];

    private SimulatedNetwork()
    {
    }

    /// <summary>Every device that answers when the story has ended. One whose address is taken is told of and left out.</summary>
    public static async Task<SimulatedNetwork> StartAsync(Installation installation, Action<string> tell)
    {
        var network = new SimulatedNetwork();
        var taken = new List<string>();
        foreach (var (number, device) in DemoMunicipality.Devices(new DemoSettings(installation.Today)).Index())
        {
            if (!device.Answers) continue;
            try
            {
                network.devices.Add(await StartAsync(device, number, installation.Clock));
            }
            catch (SocketException)
            {
                taken.Add($"{device.Address}:{device.Port}");
            }
        }
        if (taken.Count > 0) tell($"{taken.Count} simulated devices were not started, since something already answers at {taken[0]}{(taken.Count > 1 ? " and the next" : "")}: another demo, perhaps.");
        return network;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var device in devices) await device.DisposeAsync();
    }

    private static Task<SimulatedFleet> StartAsync(PolledDevice device, int number, TimeProvider clock) => SimulatedFleet.StartAsync(
        new FleetSettings
        {
            Orders = [new DeviceOrder(KindOf(device.Kind), device.Serial, device.Name)],
            BaseAddress = device.Address,
            Port = device.Port,
            Community = DemoNetwork.Community,
            Seed = FirstSeed + number,
        },
        clock);

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
