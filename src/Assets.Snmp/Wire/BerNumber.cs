using System.Buffers.Binary;

namespace Assets.Snmp.Wire;

/// <summary>Contents of numbers in the fewest octets (X.690 section 8.3.2): 127 is 7F, 128 is 00 80, −128 is 80.</summary>
internal static class BerNumber
{
    /// <summary>Writes into nine octets and returns the part used; empty for values without content.</summary>
    public static ReadOnlySpan<byte> Write(SmiValue value, Span<byte> target)
    {
        if (!value.IsNumber)
            return default;
        var negative = value.Type == SmiType.Integer && value.AsSigned < 0;
        target[0] = negative ? (byte)0xff : (byte)0;
        BinaryPrimitives.WriteUInt64BigEndian(target[1..], value.AsUnsigned);
        var first = 0;
        while (first < 8 && target[first] == target[0] && (target[first + 1] >= 0x80) == negative)
            first++;
        return target[first..9];
    }
}
