using System.Net;

namespace Assets.SnmpSim.Fleet;

/// <summary>What a simulated fleet is made of and how badly its network behaves.</summary>
public sealed record FleetSettings
{
    /// <summary>How many devices are invented where <see cref="Orders"/> names none.</summary>
    public int Count { get; init; } = 30;

    public IReadOnlyList<DeviceOrder>? Orders { get; init; }

    /// <summary>Folder of .snmprec recordings, served after the invented devices, one device each.</summary>
    public string? RecordingsFolder { get; init; }

    /// <summary>
    /// Address of the first device; the others follow, all with the same port (Linux answers on all of 127.0.0.0/8).
    /// With <see cref="ByPort"/> all have this address and the ports follow.
    /// </summary>
    public IPAddress BaseAddress { get; init; } = IPAddress.Parse("127.2.0.1");

    /// <summary>0 gives each device a free port.</summary>
    public int Port { get; init; } = 1161;

    public bool ByPort { get; init; }

    public string Community { get; init; } = "public";

    public int Seed { get; init; } = 1;

    public int MaxMessageOctets { get; init; } = 1472;

    /// <summary>How long each reply is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Requests of a hundred that are lost.</summary>
    public int LossPercent { get; init; }

    /// <summary>Devices of a hundred that never answer: with 10 every tenth, the first included.</summary>
    public int DeadPercent { get; init; }
}
