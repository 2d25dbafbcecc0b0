using System.Net;

namespace Assets.SnmpSim.Fleet;

/// <summary>What a simulated device pretends to be.</summary>
public enum DeviceKind
{
    Switch,
    Router,
    Firewall,
    AccessPoint,
    Printer,
    Ups,

    /// <summary>A recording of a real device.</summary>
    Recorded,
}

/// <summary>
/// One device that a fleet is to have. What is left null is invented from the seed; serial and name are given by whoever has a
/// register that the devices shall match.
/// </summary>
public sealed record DeviceOrder(DeviceKind Kind, string? Serial = null, string? SysName = null, int? Ports = null);

/// <summary>A device that answers, and what it will say it is. SysObjectId and Serial are empty where a recording has none.</summary>
public sealed record SimulatedDevice(
    IPAddress Address, int Port, DeviceKind Kind, string SysName, string SysObjectId, string Serial, bool IsDead);
