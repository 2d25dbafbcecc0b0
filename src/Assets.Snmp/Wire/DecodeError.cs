namespace Assets.Snmp.Wire;

/// <summary>Why a datagram could not be read. A decoder never throws on input: it returns false and one of these.</summary>
public enum DecodeError
{
    None,

    /// <summary>An element says that it is longer than what holds it.</summary>
    Truncated,

    /// <summary>Length octet 0x80, which SNMP forbids (RFC 3417 section 8).</summary>
    IndefiniteLength,

    /// <summary>A length of more than four octets, or beyond 2 147 483 647.</summary>
    LengthTooLong,

    /// <summary>Another identifier octet than the grammar has at this place.</summary>
    UnexpectedTag,

    /// <summary>A number without content.</summary>
    EmptyNumber,

    /// <summary>A number beyond what its type can hold.</summary>
    NumberOutOfRange,

    /// <summary>Empty name, arc above 4 294 967 295, padded or unfinished arc, more than 128 arcs.</summary>
    BadObjectIdentifier,

    /// <summary>A content length that the type does not allow, such as an IpAddress of three octets.</summary>
    BadValueLength,

    /// <summary>Neither version 1 nor 2c.</summary>
    UnsupportedVersion,

    /// <summary>A type of value or of PDU that is not SNMP's.</summary>
    UnsupportedType,

    /// <summary>Octets left over within an element that should be full.</summary>
    TrailingOctets,
}
