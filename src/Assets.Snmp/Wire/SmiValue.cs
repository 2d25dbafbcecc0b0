using System.Globalization;
using System.Net;

namespace Assets.Snmp.Wire;

/// <summary>
/// One value of the structure of management information (RFC 2578 section 7): a type and either a number or octets.
/// Numbers are plain (octets, packets, hundredths of a second), never scaled. Two are equal when type and content are:
/// Counter32 5 is not Gauge32 5.
/// </summary>
public readonly struct SmiValue : IEquatable<SmiValue>
{
    private readonly byte[]? octets;
    private readonly ulong bits;

    private SmiValue(SmiType type, ulong bits, byte[]? octets)
    {
        Type = type;
        this.bits = bits;
        this.octets = octets;
    }

    public SmiType Type { get; }

    public static SmiValue Null { get; } = new(SmiType.Null, 0, null);

    public static SmiValue NoSuchObject { get; } = new(SmiType.NoSuchObject, 0, null);

    public static SmiValue NoSuchInstance { get; } = new(SmiType.NoSuchInstance, 0, null);

    public static SmiValue EndOfMibView { get; } = new(SmiType.EndOfMibView, 0, null);

    public static SmiValue Integer(long value) => new(SmiType.Integer, unchecked((ulong)value), null);

    public static SmiValue Counter32(uint value) => new(SmiType.Counter32, value, null);

    public static SmiValue Gauge32(uint value) => new(SmiType.Gauge32, value, null);

    /// <summary>Hundredths of a second: 8 640 000 is a day.</summary>
    public static SmiValue TimeTicks(uint hundredths) => new(SmiType.TimeTicks, hundredths, null);

    public static SmiValue Counter64(ulong value) => new(SmiType.Counter64, value, null);

    public static SmiValue Unsigned(SmiType type, ulong value) => new(type, value, null);

    public static SmiValue OctetString(ReadOnlySpan<byte> octets) => new(SmiType.OctetString, 0, octets.ToArray());

    public static SmiValue OctetString(string text) => new(SmiType.OctetString, 0, System.Text.Encoding.UTF8.GetBytes(text));

    public static SmiValue Opaque(ReadOnlySpan<byte> octets) => new(SmiType.Opaque, 0, octets.ToArray());

    public static SmiValue IpAddress(IPAddress address) => new(SmiType.IpAddress, 0, address.MapToIPv4().GetAddressBytes());

    public static SmiValue Name(ObjectId id) => new(SmiType.ObjectIdentifier, 0, id.Encoded.ToArray());

    internal static SmiValue OfOctets(SmiType type, ReadOnlySpan<byte> octets) => new(type, 0, octets.ToArray());

    /// <summary>True for the types that carry a number.</summary>
    public bool IsNumber => Type is SmiType.Integer or SmiType.Counter32 or SmiType.Gauge32 or SmiType.TimeTicks
        or SmiType.Counter64 or SmiType.UInteger32;

    /// <summary>True for noSuchObject, noSuchInstance and endOfMibView.</summary>
    public bool IsException => Type is SmiType.NoSuchObject or SmiType.NoSuchInstance or SmiType.EndOfMibView;

    /// <summary>The number of an INTEGER, −2 147 483 648 and up; counters through <see cref="AsUnsigned"/>.</summary>
    public long AsSigned => unchecked((long)bits);

    /// <summary>The number of a counter, gauge or time ticks, up to 18 446 744 073 709 551 615.</summary>
    public ulong AsUnsigned => bits;

    /// <summary>The octets of a string, address, opaque value or encoded name; empty for numbers.</summary>
    public ReadOnlySpan<byte> Octets => octets;

    public bool Equals(SmiValue other) => Type == other.Type && bits == other.bits && Octets.SequenceEqual(other.Octets);

    public override bool Equals(object? obj) => obj is SmiValue other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Type);
        hash.Add(bits);
        hash.AddBytes(Octets);
        return hash.ToHashCode();
    }

    /// <summary>As files have it: numbers plain, names and addresses dotted, strings as <see cref="SmiText"/> says.</summary>
    public override string ToString() => Type switch
    {
        SmiType.Integer => AsSigned.ToString(CultureInfo.InvariantCulture),
        SmiType.OctetString or SmiType.Opaque or SmiType.NsapAddress => SmiText.Of(Octets),
        SmiType.ObjectIdentifier => ObjectId.TryFromEncoded(Octets, out var id) ? id.ToString() : "0.0",
        SmiType.IpAddress => string.Join('.', Octets.ToArray()),
        SmiType.None or SmiType.Null => "",
        SmiType.NoSuchObject or SmiType.NoSuchInstance or SmiType.EndOfMibView => Type.ToString(),
        _ => bits.ToString(CultureInfo.InvariantCulture),
    };

    public static bool operator ==(SmiValue left, SmiValue right) => left.Equals(right);

    public static bool operator !=(SmiValue left, SmiValue right) => !left.Equals(right);
}
