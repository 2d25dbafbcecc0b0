namespace Assets.Snmp.Wire;

/// <summary>
/// Goes through the variable bindings of a PDU (RFC 3416 section 3) without allocating. Stops with false at the end, when
/// <see cref="Error"/> is None, or at the first binding that is not valid.
/// </summary>
public ref struct VarBindReader(ReadOnlySpan<byte> list)
{
    private BerReader reader = new(list);

    public DecodeError Error { get; private set; } = DecodeError.None;

    public bool TryRead(out VarBindView varBind)
    {
        varBind = default;
        if (reader.AtEnd)
            return false;
        if (!reader.TryRead(BerTag.Sequence, out var inside))
            return Fail(reader.Error);
        var pair = new BerReader(inside);
        if (!pair.TryRead((byte)SmiType.ObjectIdentifier, out var name) || !pair.TryRead(out var tag, out var content))
            return Fail(pair.Error);
        if (!pair.AtEnd)
            return Fail(DecodeError.TrailingOctets);
        if (!EncodedName.IsValid(name))
            return Fail(DecodeError.BadObjectIdentifier);
        var fault = ReadValue((SmiType)tag, content, out var bits);
        if (fault != DecodeError.None)
            return Fail(fault);
        varBind = new VarBindView(name, (SmiType)tag, bits, content);
        return true;
    }

    private static DecodeError ReadValue(SmiType type, ReadOnlySpan<byte> content, out ulong bits)
    {
        bits = 0;
        switch (type)
        {
            case SmiType.Counter64:
                return BerReader.Unsigned64(content, out bits);
            case SmiType.Counter32 or SmiType.Gauge32 or SmiType.TimeTicks or SmiType.UInteger32:
                return BerReader.Unsigned32(content, out bits);
            case SmiType.Integer:
                // Beyond 32 bits is kept as sent: there are agents with ifSpeed as INTEGER 4 294 967 295.
                var fault = BerReader.Signed(content, out var signed);
                bits = unchecked((ulong)signed);
                return fault;
            case SmiType.OctetString or SmiType.Opaque or SmiType.NsapAddress:
                return DecodeError.None;
            case SmiType.IpAddress:
                return content.Length == 4 ? DecodeError.None : DecodeError.BadValueLength;
            case SmiType.ObjectIdentifier:
                // 06 00 is sent for 0.0 by agents in use.
                return content.IsEmpty || EncodedName.IsValid(content) ? DecodeError.None : DecodeError.BadObjectIdentifier;
            case SmiType.Null or SmiType.NoSuchObject or SmiType.NoSuchInstance or SmiType.EndOfMibView:
                return content.IsEmpty ? DecodeError.None : DecodeError.BadValueLength;
            default:
                return DecodeError.UnsupportedType;
        }
    }

    private bool Fail(DecodeError error)
    {
        Error = error;
        return false;
    }
}
