using System.Net;
using System.Text;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Agents;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Fleet;

/// <summary>
/// Made-up and recorded devices that answer SNMP on this machine until they are disposed of. Their values are a function of seed, device and
/// time alone: two fleets of the same settings say the same at the same time.
/// </summary>
public sealed class SimulatedFleet : IAsyncDisposable
{
    private readonly List<DeviceSocket> sockets = [];
    private readonly List<SimulatedDevice> devices = [];

    private SimulatedFleet()
    {
    }

    public IReadOnlyList<SimulatedDevice> Devices => devices;

    /// <summary>Throws SocketException if an address or port is not to be had; nothing then stays open.</summary>
    public static async Task<SimulatedFleet> StartAsync(FleetSettings settings, TimeProvider? clock = null)
    {
        if (!IPAddress.IsLoopback(settings.BaseAddress))
            throw new ArgumentException("A simulated fleet answers on loopback addresses only.", nameof(settings));
        var fleet = new SimulatedFleet();
        try
        {
            fleet.Open(settings, clock ?? TimeProvider.System);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in sockets)
            await socket.DisposeAsync();
        sockets.Clear();
    }

    private void Open(FleetSettings settings, TimeProvider clock)
    {
        var orders = settings.Orders ?? [.. Enumerable.Range(0, settings.Count).Select(InventedDevice.Mix)];
        foreach (var order in orders)
        {
            var device = new InventedDevice(order, settings.Seed, devices.Count);
            Open(settings, clock, device.ToTable(), order.Kind, device.SysName, device.SysObjectId, device.Serial);
        }
        if (settings.RecordingsFolder is not { } folder)
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.snmprec").Order(StringComparer.Ordinal))
        {
            var recording = Recording.Load(file);
            var table = new ObjectTable(recording.Objects.Select(o => new SimulatedObject(o.Name, o.Value, null)));
            Open(settings, clock, table, DeviceKind.Recorded, recording.Name, Said(table, "1.3.6.1.2.1.1.2.0"), Said(table, "1.3.6.1.2.1.47.1.1.1.1.11.1"));
        }
    }

    private void Open(FleetSettings settings, TimeProvider clock, ObjectTable table, DeviceKind kind, string name, string sysObjectId, string serial)
    {
        var number = devices.Count;
        var dead = number * settings.DeadPercent % 100 < settings.DeadPercent;
        var responder = new Responder(table, Encoding.UTF8.GetBytes(settings.Community), settings.MaxMessageOctets, clock);
        var quality = new NetworkQuality(settings.Delay, settings.LossPercent, dead, new Chance(settings.Seed, number));
        var socket = new DeviceSocket(Place(settings, number), responder, quality, clock);
        sockets.Add(socket);
        devices.Add(new SimulatedDevice(socket.EndPoint.Address, socket.EndPoint.Port, kind, name, sysObjectId, serial, dead));
    }

    private static IPEndPoint Place(FleetSettings settings, int number)
    {
        if (settings.ByPort)
            return new IPEndPoint(settings.BaseAddress, settings.Port == 0 ? 0 : settings.Port + number);
        var octets = settings.BaseAddress.GetAddressBytes();
        for (var (i, carry) = (octets.Length - 1, number); carry > 0; i--)
        {
            carry += octets[i];
            octets[i] = (byte)(carry & 255);
            carry >>= 8;
        }
        return new IPEndPoint(new IPAddress(octets), settings.Port);
    }

    private static string Said(ObjectTable table, string name)
    {
        var place = table.Find(ObjectId.Parse(name).Encoded);
        return place < 0 ? "" : table[place].Fixed.ToString();
    }
}
