namespace Assets.SnmpSim.Fleet;

/// <summary>entPhysicalTable (RFC 6933) with one row, the chassis, which carries the serial number.</summary>
internal static class EntityTable
{
    private const string Entity = "1.3.6.1.2.1.47.1.1.1.1";
    private const int Chassis = 3;

    public static void Add(InventedDevice device)
    {
        device.Add($"{Entity}.2.1", $"Simulated {device.Kind} chassis");
        device.Add($"{Entity}.4.1", 0);
        device.Add($"{Entity}.5.1", Chassis);
        device.Add($"{Entity}.7.1", "Chassis");
        device.Add($"{Entity}.8.1", "A0");
        device.Add($"{Entity}.10.1", $"{device.Chance.Below(9, "major") + 1}.{device.Chance.Below(10, "minor")}");
        device.Add($"{Entity}.11.1", device.Serial);
        device.Add($"{Entity}.12.1", "Example");
        device.Add($"{Entity}.13.1", device.Model);
        device.Add($"{Entity}.16.1", 1);
    }
}
