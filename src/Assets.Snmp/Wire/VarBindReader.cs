using System.Runtime.CompilerServices;

namespace Assets.Snmp.Wire;

/// <summary>
/// Goes through the variable bindings of a PDU (RFC 3416 section 3) without allocating. Stops with false at the end, when
/// <see cref="Error"/> is None, or at the first binding that is not valid.
/// </summary>
public ref struct VarBindReader(ReadOnlySpan<byte> list)
{
    private ReadOnlySpan<byte> rest = list;

    public DecodeError Error { get; private set; } = DecodeError.None;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(out VarBindView varBind)
    {
        varBind = default;
        if (rest.IsEmpty)
            return false;
        if (!TrySplitShort(out var name, out var tag, out var content) && !TrySplit(out name, out tag, out content))
            return false;
        if (!EncodedName.IsValid(name))
            return Fail(DecodeError.BadObjectIdentifier);
        var fault = ReadValue((SmiType)tag, content, out var bits);
        if (fault != DecodeError.None)
            return Fail(fault);
        varBind = new VarBindView(name, (SmiType)tag, bits, content);
        return true;
    }

    // Nearly all bindings have lengths of one octet; reading their three headers in one go halves the time of decoding.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TrySplitShort(out ReadOnlySpan<byte> name, out byte tag, out ReadOnlySpan<byte> content)
    {
        var data = rest;
        name = content = default;
        tag = 0;
        if (data.Length < 6 || data[0] != BerTag.Sequence || data[2] != (byte)SmiType.ObjectIdentifier)
            return false;
        int whole = data[1] + 2, value = data[3] + 4;
        if ((data[1] | data[3]) >= 0x80 || whole > data.Length || value + 2 > whole || data[value + 1] + value + 2 != whole)
            return false;
        name = data[4..value];
        tag = data[value];
        content = data[(value + 2)..whole];
        rest = data[whole..];
        return true;
    }

    private bool TrySplit(out ReadOnlySpan<byte> name, out byte tag, out ReadOnlySpan<byte> content)
    {
        name = content = default;
        tag = 0;
        var reader = new BerReader(rest);
        if (!reader.TryRead(BerTag.Sequence, out var inside))
            return Fail(reader.Error);
        rest = reader.Rest;
        var pair = new BerReader(inside);
        if (!pair.TryRead((byte)SmiType.ObjectIdentifier, out name) || !pair.TryRead(out tag, out content))
            return Fail(pair.Error);
        return pair.AtEnd || Fail(DecodeError.TrailingOctets);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
