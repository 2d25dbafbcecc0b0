using Assets.Snmp.Polling;

namespace Assets.Operations.Monitoring;

/// <summary>
/// The serial number that stands on the outside of a device. ENTITY-MIB has one for each part; the chassis' is meant, which has class 3
/// (RFC 6933), or else the first part that has any. Where a device has no ENTITY-MIB, its maker's own object is taken.
/// </summary>
internal static class SerialNumber
{
    private const ulong Chassis = 3;

    /// <summary>The objects that tell it, the best first; what a look round the network asks for.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        ["entPhysicalSerialNum", "prtGeneralSerialNumber", "fnSysSerial", "upsAdvIdentSerialNumber", "mtxrSerialNumber", "serialNumber", "entPhysicalClass"];

    public static string? Of(ReadOnlySpan<Reading> readings)
    {
        var chassis = new HashSet<Instance>();
        foreach (ref readonly var reading in readings)
        {
            if (reading.Metric.Name == "entPhysicalClass" && reading.Value.AsUnsigned == Chassis) chassis.Add(reading.Instance);
        }
        var (best, rank) = ((string?)null, int.MaxValue);
        foreach (ref readonly var reading in readings)
        {
            var place = Place(reading.Metric.Name);
            if (place < 0) continue;
            var order = place == 0 && chassis.Contains(reading.Instance) ? -1 : place;
            if (order < rank && reading.Text.Trim() is { Length: > 0 } text) (best, rank) = (text, order);
        }
        return best;
    }

    private static int Place(string metric)
    {
        for (var i = 0; i < Metrics.Count - 1; i++)
        {
            if (Metrics[i] == metric) return i;
        }
        return -1;
    }
}
