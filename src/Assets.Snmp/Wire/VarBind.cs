namespace Assets.Snmp.Wire;

/// <summary>A name and its value, owned by whoever holds it.</summary>
public readonly record struct VarBind(ObjectId Name, SmiValue Value);

/// <summary>A name and its value as they lie in a datagram; valid only as long as that buffer is.</summary>
public readonly ref struct VarBindView
{
    private readonly ulong bits;

    internal VarBindView(ReadOnlySpan<byte> name, SmiType type, ulong bits, ReadOnlySpan<byte> content)
    {
        Name = name;
        Type = type;
        this.bits = bits;
        Content = content;
    }

    /// <summary>The encoded name, checked to be valid.</summary>
    public ReadOnlySpan<byte> Name { get; }

    public SmiType Type { get; }

    /// <summary>The octets of a string, address or name; for a number its encoding.</summary>
    public ReadOnlySpan<byte> Content { get; }

    public SmiValue ToValue() => HasOctets(Type) ? SmiValue.OfOctets(Type, Content) : SmiValue.Unsigned(Type, bits);

    public VarBind ToVarBind() =>
        new(ObjectId.TryFromEncoded(Name, out var id) ? id : default, ToValue());

    internal static bool HasOctets(SmiType type) => type is SmiType.OctetString or SmiType.ObjectIdentifier
        or SmiType.IpAddress or SmiType.Opaque or SmiType.NsapAddress;
}
