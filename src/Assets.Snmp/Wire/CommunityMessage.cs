namespace Assets.Snmp.Wire;

/// <summary>
/// The envelope of versions 1 and 2c: SEQUENCE { version, community, PDU } (RFC 1157 section 4, RFC 3584). Kept apart from
/// the PDU inside it, which other versions wrap in other ways.
/// </summary>
public readonly ref struct CommunityMessage
{
    private CommunityMessage(SnmpVersion version, ReadOnlySpan<byte> community, ReadOnlySpan<byte> pdu)
    {
        Version = version;
        Community = community;
        Pdu = pdu;
    }

    public SnmpVersion Version { get; }

    public ReadOnlySpan<byte> Community { get; }

    /// <summary>The PDU with its identifier octet, for <see cref="PduView"/>.</summary>
    public ReadOnlySpan<byte> Pdu { get; }

    /// <summary>Octets after the outer sequence are ignored, since some agents pad their datagrams.</summary>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out CommunityMessage message, out DecodeError error)
    {
        message = default;
        var outer = new BerReader(datagram);
        if (!outer.TryRead(BerTag.Sequence, out var content))
        {
            error = outer.Error;
            return false;
        }
        var inner = new BerReader(content);
        if (!inner.TryReadInt32(out var version))
        {
            error = inner.Error;
            return false;
        }
        if (version is not ((int)SnmpVersion.V1 or (int)SnmpVersion.V2c))
        {
            error = DecodeError.UnsupportedVersion;
            return false;
        }
        if (!inner.TryRead((byte)SmiType.OctetString, out var community))
        {
            error = inner.Error;
            return false;
        }
        message = new CommunityMessage((SnmpVersion)version, community, inner.Rest);
        error = DecodeError.None;
        return true;
    }
}
