using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Fleet;

/// <summary>The system group (RFC 3418): who the device says it is.</summary>
internal static class SystemGroup
{
    private const string System = "1.3.6.1.2.1.1";

    public static void Add(InventedDevice device)
    {
        device.Add($"{System}.1.0", $"Simulated {device.Kind} {device.Model}, software {device.Chance.Below(9, "major") + 1}.{device.Chance.Below(10, "minor")}");
        device.Add($"{System}.2.0", SmiValue.Name(ObjectId.Parse(device.SysObjectId)));
        device.Add($"{System}.3.0", Growth.UpTime(device.Start));
        device.Add($"{System}.4.0", "it@example.org");
        device.Add($"{System}.5.0", device.SysName);
        device.Add($"{System}.6.0", $"Room {100 + device.Chance.Below(300, "room")}");
        device.Add($"{System}.7.0", device.Kind == DeviceKind.Switch ? 2 : 72);
    }
}
