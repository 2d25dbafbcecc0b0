namespace Assets.SnmpSim.Fleet;

/// <summary>UPS-MIB (RFC 1628): a healthy battery on mains power.</summary>
internal static class UpsGroup
{
    private const string Ups = "1.3.6.1.2.1.33.1";

    public static void Add(InventedDevice device)
    {
        device.Add($"{Ups}.1.1.0", "Example");
        device.Add($"{Ups}.1.2.0", device.Model);
        device.Add($"{Ups}.1.3.0", "1.0");
        device.Add($"{Ups}.1.4.0", "1.0");
        device.Add($"{Ups}.1.5.0", device.SysName);
        device.Add($"{Ups}.2.1.0", 2);
        device.Add($"{Ups}.2.2.0", 0);
        device.Add($"{Ups}.2.3.0", 20 + device.Chance.Below(60, "minutes"));
        device.Add($"{Ups}.2.4.0", 95 + device.Chance.Below(6, "charge"));
        device.Add($"{Ups}.2.5.0", 540);
        device.Add($"{Ups}.2.7.0", 22 + device.Chance.Below(8, "temperature"));
        device.Add($"{Ups}.3.1.0", device.Chance.Below(12, "bads"));
        device.Add($"{Ups}.3.3.1.2.1", 500);
        device.Add($"{Ups}.3.3.1.3.1", 229 + device.Chance.Below(4, "volts"));
        device.Add($"{Ups}.4.1.0", 3);
        device.Add($"{Ups}.4.2.0", 500);
        device.Add($"{Ups}.4.4.1.2.1", 230);
        device.Add($"{Ups}.4.4.1.5.1", 10 + device.Chance.Below(60, "load"));
        device.Add($"{Ups}.6.1.0", 0);
    }
}
