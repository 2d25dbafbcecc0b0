using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Assets.Snmp.Wire;

/// <summary>
/// Writes messages into one buffer that is used again and again. Bindings are appended to the right; then the headers are
/// put before them, innermost first, so that every length is known when it is written and is minimal. An envelope of another version
/// wraps the finished PDU in the same way.
/// Use: <see cref="Clear"/>, Append…, <see cref="ClosePdu"/>, <see cref="WrapCommunity"/>, <see cref="Message"/>.
/// </summary>
public sealed class MessageBuilder
{
    /// <summary>The largest UDP payload over IPv4 (RFC 3417 section 3.2.1 leaves the limit to the transport).</summary>
    public const int MaxDatagram = 65507;

    // Room for a PDU header (at most 26 octets), a community of 512 octets and its envelope.
    private const int Headroom = 1024;

    private readonly byte[] buffer;
    private readonly int mostBindings;
    private int start = Headroom;
    private int end = Headroom;

    /// <summary>Bindings never grow beyond mostOctets: an append that would is refused and leaves the message as it was.</summary>
    public MessageBuilder(int mostOctets = MaxDatagram - Headroom)
    {
        mostBindings = Math.Clamp(mostOctets, 0, MaxDatagram - Headroom);
        buffer = new byte[Headroom + mostBindings];
    }

    /// <summary>Octets of bindings so far; a mark for <see cref="CutBack"/>.</summary>
    public int BindingOctets => end - Headroom;

    public ReadOnlySpan<byte> Message => buffer.AsSpan(start, end - start);

    public void Clear() => start = end = Headroom;

    /// <summary>Drops the bindings after a mark.</summary>
    public void CutBack(int bindingOctets) => end = Headroom + bindingOctets;

    /// <summary>A binding without a value, as requests have it; the name in two parts, column and instance.</summary>
    public bool AppendNull(ReadOnlySpan<byte> name, ReadOnlySpan<byte> tail = default) => Append(name, tail, SmiValue.Null);

    public bool Append(ReadOnlySpan<byte> name, SmiValue value) => Append(name, default, value);

    /// <summary>Bindings already encoded, as an error response of version 1 repeats them.</summary>
    public bool AppendEncoded(ReadOnlySpan<byte> bindings)
    {
        if (bindings.Length > mostBindings - BindingOctets)
            return false;
        bindings.CopyTo(buffer.AsSpan(end));
        end += bindings.Length;
        return true;
    }

    /// <summary>Puts the PDU's header before the bindings. first, second: see <see cref="PduView"/>.</summary>
    public void ClosePdu(PduType type, int requestId, int first, int second)
    {
        PrependHeader(BerTag.Sequence, end - start);
        PrependInteger(second);
        PrependInteger(first);
        PrependInteger(requestId);
        PrependHeader((byte)type, end - start);
    }

    /// <summary>Puts the envelope of version 1 or 2c before the PDU. The community may have at most 512 octets.</summary>
    public void WrapCommunity(SnmpVersion version, ReadOnlySpan<byte> community)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(community.Length, 512);
        start -= community.Length;
        community.CopyTo(buffer.AsSpan(start));
        PrependHeader((byte)SmiType.OctetString, community.Length);
        PrependInteger((int)version);
        PrependHeader(BerTag.Sequence, end - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Append(ReadOnlySpan<byte> name, ReadOnlySpan<byte> tail, SmiValue value)
    {
        Span<byte> number = stackalloc byte[9];
        var content = VarBindView.HasOctets(value.Type) ? value.Octets : BerNumber.Write(value, number);
        var nameLength = name.Length + tail.Length;
        var inside = 2 + ExtraLengthOctets(nameLength) + nameLength + 2 + ExtraLengthOctets(content.Length) + content.Length;
        if (2 + ExtraLengthOctets(inside) + inside > mostBindings - BindingOctets)
            return false;
        AppendHeader(BerTag.Sequence, inside);
        AppendHeader((byte)SmiType.ObjectIdentifier, nameLength);
        AppendOctets(name);
        AppendOctets(tail);
        AppendHeader((byte)value.Type, content.Length);
        AppendOctets(content);
        return true;
    }

    private void AppendOctets(ReadOnlySpan<byte> octets)
    {
        octets.CopyTo(buffer.AsSpan(end));
        end += octets.Length;
    }

    private void AppendHeader(byte tag, int length) => end += WriteHeader(tag, length, buffer.AsSpan(end));

    private void PrependHeader(byte tag, int length)
    {
        start -= 2 + ExtraLengthOctets(length);
        WriteHeader(tag, length, buffer.AsSpan(start));
    }

    private void PrependInteger(int value)
    {
        Span<byte> number = stackalloc byte[9];
        var content = BerNumber.Write(SmiValue.Integer(value), number);
        start -= content.Length;
        content.CopyTo(buffer.AsSpan(start));
        PrependHeader((byte)SmiType.Integer, content.Length);
    }

    private static int WriteHeader(byte tag, int length, Span<byte> target)
    {
        target[0] = tag;
        var extra = ExtraLengthOctets(length);
        if (extra == 0)
        {
            target[1] = (byte)length;
            return 2;
        }
        target[1] = (byte)(0x80 | extra);
        if (extra == 1)
            target[2] = (byte)length;
        else
            BinaryPrimitives.WriteUInt16BigEndian(target[2..], (ushort)length);
        return 2 + extra;
    }

    // Nothing here is longer than a datagram, so that two octets always hold a length.
    private static int ExtraLengthOctets(int length) => length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
}
