using System.Runtime.CompilerServices;

namespace Assets.Snmp.Wire;

/// <summary>
/// Reads BER elements (X.690, as restricted by RFC 3417 section 8) from left to right without copying.
/// Each Try method returns false on the first fault, whose kind is then in <see cref="Error"/>; nothing is thrown and
/// nothing is allocated whatever the input. Lenient where real devices are: a length or number may carry leading zeros.
/// Example: 02 01 05 is the integer 5; 02 02 FF 7F is −129.
/// </summary>
public ref struct BerReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> rest = data;

    public DecodeError Error { get; private set; } = DecodeError.None;

    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>What is not yet read.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    /// <summary>The next element, whatever its identifier octet; content is a slice of the input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(out byte tag, out ReadOnlySpan<byte> content)
    {
        var left = rest;
        if (left.Length < 2)
            return Fail(DecodeError.Truncated, out tag, out content);
        tag = left[0];
        int length = left[1], start = 2;
        if (length >= 0x80)
        {
            var fault = ReadLongLength(left, out length, out start);
            if (fault != DecodeError.None)
                return Fail(fault, out tag, out content);
        }
        if (length > left.Length - start)
            return Fail(DecodeError.Truncated, out tag, out content);
        content = left.Slice(start, length);
        rest = left[(start + length)..];
        return true;
    }

    /// <summary>The content of the next element, which has to have this identifier octet.</summary>
    public bool TryRead(byte expectedTag, out ReadOnlySpan<byte> content)
    {
        if (!TryRead(out var tag, out content))
            return false;
        if (tag == expectedTag)
            return true;
        Error = DecodeError.UnexpectedTag;
        content = default;
        return false;
    }

    /// <summary>An INTEGER that fits 32 bits: version, request-id, error-status and the like.</summary>
    public bool TryReadInt32(out int value)
    {
        value = 0;
        if (!TryRead((byte)SmiType.Integer, out var content))
            return false;
        var fault = Signed(content, out var wide);
        if (fault == DecodeError.None && wide is < int.MinValue or > int.MaxValue)
            fault = DecodeError.NumberOutOfRange;
        Error = fault;
        if (fault != DecodeError.None)
            return false;
        value = (int)wide;
        return true;
    }

    /// <summary>Two's complement of 1 to 8 octets: 80 is −128, 00 80 is 128.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static DecodeError Signed(ReadOnlySpan<byte> content, out long value)
    {
        value = 0;
        if (content.IsEmpty)
            return DecodeError.EmptyNumber;
        if (content.Length > 8)
            return DecodeError.NumberOutOfRange;
        var bits = content[0] >= 0x80 ? -1L : 0L;
        foreach (var octet in content)
            bits = (bits << 8) | octet;
        value = bits;
        return DecodeError.None;
    }

    /// <summary>
    /// A number of up to 32 bits without sign. Agents that leave out the leading zero (Counter32 as 41 04 FF FF FF FF)
    /// are understood as they mean it, 4 294 967 295.
    /// </summary>
    public static DecodeError Unsigned32(ReadOnlySpan<byte> content, out ulong value)
    {
        value = 0;
        var fault = Signed(content, out var wide);
        if (fault != DecodeError.None)
            return fault;
        if (wide is < int.MinValue or > uint.MaxValue)
            return DecodeError.NumberOutOfRange;
        value = unchecked((uint)wide);
        return DecodeError.None;
    }

    /// <summary>A number of up to 64 bits without sign: at most nine octets, of which the first is then zero.</summary>
    public static DecodeError Unsigned64(ReadOnlySpan<byte> content, out ulong value)
    {
        value = 0;
        if (content.Length == 9 && content[0] == 0)
            content = content[1..];
        var fault = Signed(content, out var wide);
        value = unchecked((ulong)wide);
        return fault;
    }

    private static DecodeError ReadLongLength(ReadOnlySpan<byte> data, out int length, out int start)
    {
        var octets = data[1] & 0x7f;
        length = 0;
        start = 2 + octets;
        if (octets == 0)
            return DecodeError.IndefiniteLength;
        if (octets > 4)
            return DecodeError.LengthTooLong;
        if (data.Length < start)
            return DecodeError.Truncated;
        var wide = 0L;
        foreach (var octet in data.Slice(2, octets))
            wide = (wide << 8) | octet;
        if (wide > int.MaxValue)
            return DecodeError.LengthTooLong;
        length = (int)wide;
        return DecodeError.None;
    }

    private bool Fail(DecodeError error, out byte tag, out ReadOnlySpan<byte> content)
    {
        Error = error;
        tag = 0;
        content = default;
        return false;
    }
}
