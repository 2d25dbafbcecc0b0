using Assets.Core.Values;

namespace Assets.Core.Inventory;

/// <summary>What a model is: the technical platform that the unit owns and rents out.</summary>
public enum AssetKind
{
    Router = 0,
    Switch = 1,
    Modem = 2,
    Firewall = 3,
    AccessPoint = 4,
    Server = 5,
    Pc = 6,
    Monitor = 7,
    Dock = 8,

    /// <summary>Keyboard, mouse, headset, camera: usually attached to a computer, and may lack a serial where a setting allows it.</summary>
    Peripheral = 9,
    Printer = 10,

    /// <summary>A multifunction printer: prints, copies and scans.</summary>
    Mfp = 11,
    Ups = 12,
}

public static class AssetKinds
{
    public static Vocabulary<AssetKind> Vocabulary { get; } = new(
        (AssetKind.Router, "router"),
        (AssetKind.Switch, "switch"),
        (AssetKind.Modem, "modem"),
        (AssetKind.Firewall, "firewall"),
        (AssetKind.AccessPoint, "access_point"),
        (AssetKind.Server, "server"),
        (AssetKind.Pc, "pc"),
        (AssetKind.Monitor, "monitor"),
        (AssetKind.Dock, "dock"),
        (AssetKind.Peripheral, "peripheral"),
        (AssetKind.Printer, "printer"),
        (AssetKind.Mfp, "mfp"),
        (AssetKind.Ups, "ups"));

    /// <summary>Communication equipment (<c>kommunikationsutrustning</c>): owned, monitored and administered by the unit alone.</summary>
    public static bool IsCommunication(AssetKind kind) =>
        kind is AssetKind.Router or AssetKind.Switch or AssetKind.Modem or AssetKind.Firewall or AssetKind.AccessPoint;

    /// <summary>What can be attached to a computer and follows it when it moves.</summary>
    public static bool IsAttachable(AssetKind kind) => kind is AssetKind.Monitor or AssetKind.Dock or AssetKind.Peripheral;

    /// <summary>What keeps what people wrote: it is wiped before it leaves the house. A multifunction printer keeps what it has copied.</summary>
    public static bool StoresData(AssetKind kind) => kind is AssetKind.Pc or AssetKind.Server or AssetKind.Mfp;
}
