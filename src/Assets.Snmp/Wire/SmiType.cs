namespace Assets.Snmp.Wire;

/// <summary>
/// The type of a value, as its BER identifier octet (RFC 2578 section 7.1, RFC 3416 section 3).
/// <see cref="Counter64"/> is 0x46; the three exceptions of version 2c are 0x80 to 0x82 and carry no content.
/// </summary>
public enum SmiType : byte
{
    None = 0,
    Integer = 0x02,
    OctetString = 0x04,
    Null = 0x05,
    ObjectIdentifier = 0x06,
    IpAddress = 0x40,
    Counter32 = 0x41,
    Gauge32 = 0x42,
    TimeTicks = 0x43,
    Opaque = 0x44,

    /// <summary>Obsolete (RFC 1442), octets; kept because old devices still send it and one odd value must not cost the message.</summary>
    NsapAddress = 0x45,
    Counter64 = 0x46,

    /// <summary>Obsolete (RFC 1442), a 32-bit number; kept for the same reason as <see cref="NsapAddress"/>.</summary>
    UInteger32 = 0x47,
    NoSuchObject = 0x80,
    NoSuchInstance = 0x81,
    EndOfMibView = 0x82,
}
