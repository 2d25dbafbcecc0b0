namespace Assets.Snmp.Wire;

/// <summary>
/// A PDU as it lies in a datagram. In a GetBulk the two numbers after the request id are non-repeaters and
/// max-repetitions; in all others error-status and error-index (RFC 3416 section 3).
/// </summary>
public readonly ref struct PduView
{
    private PduView(PduType type, int requestId, int first, int second, ReadOnlySpan<byte> varBinds)
    {
        Type = type;
        RequestId = requestId;
        First = first;
        Second = second;
        VarBindList = varBinds;
    }

    public PduType Type { get; }

    public int RequestId { get; }

    private int First { get; }

    private int Second { get; }

    /// <summary>The bindings as they are encoded, without the header of their list.</summary>
    public ReadOnlySpan<byte> VarBindList { get; }

    public ErrorStatus ErrorStatus => (ErrorStatus)First;

    /// <summary>Which binding is at fault, counted from 1; 0 for none or all.</summary>
    public int ErrorIndex => Second;

    public int NonRepeaters => First;

    public int MaxRepetitions => Second;

    public VarBindReader VarBinds => new(VarBindList);

    /// <summary>Reads the header; the bindings are checked as they are gone through.</summary>
    public static bool TryRead(ReadOnlySpan<byte> octets, out PduView pdu, out DecodeError error)
    {
        pdu = default;
        var outer = new BerReader(octets);
        if (!outer.TryRead(out var tag, out var content))
        {
            error = outer.Error;
            return false;
        }
        var type = (PduType)tag;
        if (type is not (PduType.Get or PduType.GetNext or PduType.Response or PduType.Set or PduType.GetBulk))
        {
            error = DecodeError.UnsupportedType;
            return false;
        }
        var inner = new BerReader(content);
        if (!inner.TryReadInt32(out var requestId) || !inner.TryReadInt32(out var first) || !inner.TryReadInt32(out var second)
            || !inner.TryRead(BerTag.Sequence, out var varBinds))
        {
            error = inner.Error;
            return false;
        }
        error = outer.AtEnd && inner.AtEnd ? DecodeError.None : DecodeError.TrailingOctets;
        pdu = new PduView(type, requestId, first, second, varBinds);
        return error == DecodeError.None;
    }
}
