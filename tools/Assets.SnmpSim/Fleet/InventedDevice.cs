using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Fleet;

/// <summary>
/// The objects of one made-up device, all drawn from seed and number. Nothing is taken from a real device; the enterprise number is
/// the one that IANA keeps for examples (32473, RFC 5612).
/// </summary>
internal sealed class InventedDevice
{
    private const string Enterprise = "1.3.6.1.4.1.32473.1";
    private static readonly DateTimeOffset Epoch = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<SimulatedObject> objects = [];

    public InventedDevice(DeviceOrder order, int seed, int number)
    {
        Chance = new Chance(seed, number);
        Kind = order.Kind;
        SysName = order.SysName ?? $"{Prefix(order.Kind)}-{number + 1:000}";
        Serial = order.Serial ?? $"SIM{Chance.Bits("serial") % 1_000_000_000:000000000}";
        SysObjectId = $"{Enterprise}.{(int)order.Kind + 1}";
        Ports = order.Ports ?? DefaultPorts(order.Kind);
        Start = Epoch - TimeSpan.FromHours(Chance.Below(300 * 24, "start"));
        SystemGroup.Add(this);
        InterfaceTables.Add(this, has64Bits: Kind is not (DeviceKind.Printer or DeviceKind.Ups));
        if (Kind == DeviceKind.Printer)
            PrinterTables.Add(this);
        else
            EntityTable.Add(this);
        if (Kind == DeviceKind.Ups)
            UpsGroup.Add(this);
    }

    public Chance Chance { get; }

    public DeviceKind Kind { get; }

    public string SysName { get; }

    public string Serial { get; }

    public string SysObjectId { get; }

    public int Ports { get; }

    /// <summary>When it was switched on; its counters count from here.</summary>
    public DateTimeOffset Start { get; }

    public string Model => $"{Prefix(Kind).ToUpperInvariant()}-{Ports}";

    public ObjectTable ToTable() => new(objects);

    public void Add(string name, SmiValue value) => objects.Add(new SimulatedObject(ObjectId.Parse(name), value, null));

    public void Add(string name, string text) => Add(name, SmiValue.OctetString(text));

    public void Add(string name, int number) => Add(name, SmiValue.Integer(number));

    public void Add(string name, Growth growth) => objects.Add(new SimulatedObject(ObjectId.Parse(name), default, growth));

    public static DeviceOrder Mix(int number) => new((number % 10) switch
    {
        < 4 => DeviceKind.Switch,
        4 => DeviceKind.Router,
        5 => DeviceKind.Firewall,
        < 8 => DeviceKind.AccessPoint,
        8 => DeviceKind.Printer,
        _ => DeviceKind.Ups,
    });

    private static string Prefix(DeviceKind kind) => kind switch
    {
        DeviceKind.Switch => "sw",
        DeviceKind.Router => "rt",
        DeviceKind.Firewall => "fw",
        DeviceKind.AccessPoint => "ap",
        DeviceKind.Printer => "pr",
        DeviceKind.Ups => "ups",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A recording is not invented."),
    };

    private static int DefaultPorts(DeviceKind kind) => kind switch
    {
        DeviceKind.Switch => 48,
        DeviceKind.Router or DeviceKind.Firewall => 10,
        DeviceKind.AccessPoint => 4,
        _ => 1,
    };
}
