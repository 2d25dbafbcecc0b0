using System.Globalization;
using System.Net;
using Assets.Core.Inventory;
using Assets.Seed.Town;

namespace Assets.Seed.Fleet;

/// <summary>A device of the demo network: which asset it is, and where it answers.</summary>
/// <param name="Ports">None where it has one or the simulator decides.</param>
/// <param name="Profile">What is read in each pass: all of a printer, but of a switch only what its traffic is drawn from.</param>
/// <param name="Answers">False for the one that is down when the story ends.</param>
public sealed record PolledDevice(string AssetTag, AssetKind Kind, string Serial, string Name, IPAddress Address, int Port, int? Ports, string Profile, bool Answers);

/// <summary>The thirty devices that the demo polls. They depend on the seed alone, so that whoever simulates them finds the same.</summary>
public static class DemoNetwork
{
    public const string Community = "demo";

    /// <summary>All that a device says, its ports' names among it.</summary>
    public const string FullProfile = "full";

    public const int Port = 16_100;

    private static readonly (AssetKind Kind, int Count, string Prefix)[] Mix =
    [
        (AssetKind.Switch, 12, "vx"), (AssetKind.Router, 3, "rt"), (AssetKind.Firewall, 3, "bv"), (AssetKind.Printer, 2, "sk"), (AssetKind.Mfp, 2, "mf"),
        (AssetKind.Ups, 2, "ups"), (AssetKind.AccessPoint, 6, "ap"), // the access points last: the last of them is the one that is down
    ];

    internal static IReadOnlyList<PolledDevice> Of(IReadOnlyList<FleetAsset> assets)
    {
        var devices = new List<PolledDevice>();
        var total = Mix.Sum(part => part.Count);
        foreach (var (kind, count, prefix) in Mix)
        {
            foreach (var asset in assets.Where(asset => asset.Kind == kind && asset.State == AssetState.InUse).Take(count))
            {
                var number = devices.Count;
                var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{asset.Unit.Code.ToLowerInvariant()}-{number + 1:00}");
                devices.Add(new PolledDevice(asset.Tag, kind, asset.Serial, name, AddressOf(number), PortOf(number), PortsOf(asset.Model), ProfileOf(kind), number + 1 < total));
            }
        }
        return devices;
    }

    private static int? PortsOf(Model model) => model.Kind switch
    {
        AssetKind.Switch => int.Parse(string.Concat(model.Name.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture), // Växel 24P
        AssetKind.Router or AssetKind.Firewall => 8,
        AssetKind.AccessPoint => 2,
        _ => null,
    };

    private static string ProfileOf(AssetKind kind) => kind is AssetKind.Printer or AssetKind.Mfp or AssetKind.Ups ? FullProfile : "if-basic";

    // macOS answers on 127.0.0.1 only; everywhere else all of 127.0.0.0/8 is this machine.
    private static IPAddress AddressOf(int number) => OperatingSystem.IsMacOS() ? IPAddress.Loopback : new IPAddress([127, 20, 0, (byte)(number + 1)]);

    private static int PortOf(int number) => OperatingSystem.IsMacOS() ? Port + number : Port;
}
