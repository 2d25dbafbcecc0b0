using Assets.Snmp.Wire;

namespace Assets.Snmp.Profiles;

/// <summary>One value a device, or one a row of a table.</summary>
public enum MetricKind
{
    Scalar,
    Column,
}

/// <summary>
/// How a value is to be understood. Devices do not always send the type their MIB says; what they sent is kept, and this says
/// what was meant.
/// </summary>
public enum MetricType
{
    /// <summary>Only grows, and starts over at 2^32, at 2^64 or when the device restarts.</summary>
    Counter,
    Gauge,
    Enum,
    Text,

    /// <summary>Binary, such as an address of hardware: always hexadecimal.</summary>
    Octets,
    Oid,

    /// <summary>Hundredths of a second.</summary>
    Ticks,
}

/// <summary>
/// What is read, under the name that its MIB gives the object: ifHCInOctets, column 1.3.6.1.2.1.31.1.1.1.6, counter.
/// A scalar's object id includes the closing 0.
/// </summary>
/// <param name="FallbackOf">Name of the column in whose place this one is read when a device has no row of that.</param>
public sealed record Metric(string Name, ObjectId Oid, MetricKind Kind, MetricType Type, string? FallbackOf)
{
    /// <summary>A value of this metric as files have it: numbers plain, text as text, octets as 0x….</summary>
    public string Format(SmiValue value) =>
        Type == MetricType.Octets && value.Type == SmiType.OctetString ? SmiText.Hex(value.Octets) : value.ToString();
}
