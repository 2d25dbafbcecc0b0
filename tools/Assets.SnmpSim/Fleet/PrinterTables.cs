using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Fleet;

/// <summary>Printer-MIB (RFC 3805): serial number, pages printed, toner of four colours.</summary>
internal static class PrinterTables
{
    private const string Printer = "1.3.6.1.2.1.43";
    private const double SecondsPerDay = 86_400;
    private static readonly string[] Colours = ["Black", "Cyan", "Magenta", "Yellow"];

    public static void Add(InventedDevice device)
    {
        var pagesPerDay = 20 + device.Chance.Below(400, "pages");
        device.Add("1.3.6.1.2.1.25.3.2.1.3.1", $"Simulated printer {device.Model}");
        device.Add("1.3.6.1.2.1.25.3.2.1.5.1", 2);
        device.Add("1.3.6.1.2.1.25.3.5.1.1.1", 3);
        device.Add($"{Printer}.5.1.1.16.1", device.SysName);
        device.Add($"{Printer}.5.1.1.17.1", device.Serial);
        device.Add($"{Printer}.10.2.1.2.1.1", 4);
        device.Add($"{Printer}.10.2.1.3.1.1", 7);
        device.Add($"{Printer}.10.2.1.4.1.1", Growth.Counter(SmiType.Counter32, device.Start, device.Chance.Below(50_000, "life"), pagesPerDay / SecondsPerDay));
        device.Add($"{Printer}.10.2.1.15.1.1", 0);
        for (var i = 1; i <= Colours.Length; i++)
        {
            var colour = Colours[i - 1];
            device.Add($"{Printer}.11.1.1.3.1.{i}", i);
            device.Add($"{Printer}.11.1.1.4.1.{i}", 3);
            device.Add($"{Printer}.11.1.1.5.1.{i}", 3);
            device.Add($"{Printer}.11.1.1.6.1.{i}", $"{colour} toner");
            device.Add($"{Printer}.11.1.1.7.1.{i}", 19);
            device.Add($"{Printer}.11.1.1.8.1.{i}", 100);
            device.Add($"{Printer}.11.1.1.9.1.{i}", Growth.Level(device.Start, 30 + device.Chance.Below(60, "toner", i)));
            device.Add($"{Printer}.12.1.1.4.1.{i}", colour.ToLowerInvariant());
        }
    }
}
