using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Fleet;

/// <summary>ifTable and ifXTable (RFC 2863). Simple devices lack the second, and with it the 64-bit counters.</summary>
internal static class InterfaceTables
{
    private const string If = "1.3.6.1.2.1.2.2.1";
    private const string IfX = "1.3.6.1.2.1.31.1.1.1";
    private const int Ethernet = 6;
    private const int Up = 1;
    private const int Down = 2;
    private const uint Gigabit = 1_000_000_000;

    public static void Add(InventedDevice device, bool has64Bits)
    {
        device.Add("1.3.6.1.2.1.2.1.0", device.Ports);
        for (var i = 1; i <= device.Ports; i++)
        {
            AddRow(device, i);
            if (has64Bits)
                AddExtendedRow(device, i);
        }
    }

    private static void AddRow(InventedDevice device, int i)
    {
        var up = i == 1 || device.Chance.Percent(80, "up", i);
        device.Add($"{If}.1.{i}", i);
        device.Add($"{If}.2.{i}", $"Ethernet port {i}");
        device.Add($"{If}.3.{i}", Ethernet);
        device.Add($"{If}.4.{i}", 1500);
        device.Add($"{If}.5.{i}", SmiValue.Gauge32(Gigabit));
        var bits = device.Chance.Bits("mac");
        device.Add($"{If}.6.{i}", SmiValue.OctetString([2, (byte)(bits & 255), (byte)((bits >> 8) & 255), (byte)((bits >> 16) & 255), (byte)(i >> 8), (byte)(i & 255)]));
        device.Add($"{If}.7.{i}", Up);
        device.Add($"{If}.8.{i}", up ? Up : Down);
        device.Add($"{If}.9.{i}", SmiValue.TimeTicks((uint)device.Chance.Below(100_000, "change", i)));
        Counter(device, $"{If}.10.{i}", SmiType.Counter32, "in", i, up, 1);
        Counter(device, $"{If}.11.{i}", SmiType.Counter32, "in", i, up, 500);
        Counter(device, $"{If}.13.{i}", SmiType.Counter32, "in", i, up, 50_000_000);
        Counter(device, $"{If}.14.{i}", SmiType.Counter32, "in", i, up, 10_000_000);
        Counter(device, $"{If}.16.{i}", SmiType.Counter32, "out", i, up, 1);
        Counter(device, $"{If}.17.{i}", SmiType.Counter32, "out", i, up, 500);
        Counter(device, $"{If}.19.{i}", SmiType.Counter32, "out", i, up, 50_000_000);
        Counter(device, $"{If}.20.{i}", SmiType.Counter32, "out", i, up, 10_000_000);
    }

    private static void AddExtendedRow(InventedDevice device, int i)
    {
        var up = i == 1 || device.Chance.Percent(80, "up", i);
        device.Add($"{IfX}.1.{i}", $"port{i}");
        Counter(device, $"{IfX}.6.{i}", SmiType.Counter64, "in", i, up, 1);
        Counter(device, $"{IfX}.7.{i}", SmiType.Counter64, "in", i, up, 500);
        Counter(device, $"{IfX}.10.{i}", SmiType.Counter64, "out", i, up, 1);
        Counter(device, $"{IfX}.11.{i}", SmiType.Counter64, "out", i, up, 500);
        device.Add($"{IfX}.15.{i}", SmiValue.Gauge32(Gigabit / 1_000_000));
        device.Add($"{IfX}.17.{i}", 1);
        device.Add($"{IfX}.18.{i}", i == 1 ? "uplink" : "");
        device.Add($"{IfX}.19.{i}", SmiValue.TimeTicks(0));
    }

    // The 32-bit and the 64-bit counter of one direction agree, modulo 2^32.
    private static void Counter(InventedDevice device, string name, SmiType type, string direction, int i, bool up, double part)
    {
        var octetsPerSecond = up ? 1_000 + device.Chance.Below(2_000_000, direction, i) : 0;
        device.Add(name, Growth.Counter(type, device.Start, 0, octetsPerSecond / part));
    }
}
