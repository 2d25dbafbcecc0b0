using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Assets.Snmp.Wire;

/// <summary>
/// Object names in their encoded form (X.690 section 8.19: base 128, seven bits an octet, first two arcs in one).
/// Names stay encoded from the wire to the reading: a subtree test is then a plain prefix test, and a walk never
/// unpacks what it only has to send back. Example: 1.3.6.1.4.1.2680 is 2B 06 01 04 01 94 78.
/// </summary>
public static class EncodedName
{
    /// <summary>RFC 2578 section 3.5.</summary>
    public const int MaxArcs = 128;

    /// <summary>True for one to 128 whole, unpadded arcs (the first octets hold two) of at most 32 bits.</summary>
    public static bool IsValid(ReadOnlySpan<byte> name) =>
        name.Length is > 0 and < MaxArcs && Ascii.IsValid(name) // arcs of one octet each, tested many at a time
        || (!name.IsEmpty && HasWholeArcs(name, MaxArcs - 1));

    /// <summary>
    /// Order of names by arcs (RFC 3416 section 4.2.2), below, at or above zero. Octet order is not enough: 16 383 is
    /// FF 7F and 16 384 is 81 80 00, so that the first differing arc has to be unpacked.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var common = left.CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        while (common > 0 && left[common - 1] >= 0x80)
            common--;
        return ReadArc(left[common..], out _).CompareTo(ReadArc(right[common..], out _));
    }

    /// <summary>The first arc of a valid part, and how many octets it takes: 94 78 is 2 680 in two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint ReadArc(ReadOnlySpan<byte> part, out int octets)
    {
        uint arc = 0;
        octets = 0;
        foreach (var octet in part)
        {
            arc = (arc << 7) | (octet & 0x7fu);
            octets++;
            if (octet < 0x80)
                break;
        }
        return arc;
    }

    /// <summary>Writes one arc and returns its length, 1 to 5 octets.</summary>
    public static int WriteArc(uint arc, Span<byte> target)
    {
        var octets = arc switch { < 1u << 7 => 1, < 1u << 14 => 2, < 1u << 21 => 3, < 1u << 28 => 4, _ => 5 };
        for (var i = octets - 1; i >= 0; i--)
        {
            target[i] = (byte)((arc & 0x7f) | (i == octets - 1 ? 0u : 0x80u));
            arc >>= 7;
        }
        return octets;
    }

    /// <summary>A part as dotted arcs, "10101" or "1.1"; not for the start of a name, whose first octet is two arcs.</summary>
    public static string Dotted(ReadOnlySpan<byte> part)
    {
        var text = new StringBuilder();
        while (!part.IsEmpty)
        {
            if (text.Length > 0)
                text.Append('.');
            text.Append(CultureInfo.InvariantCulture, $"{ReadArc(part, out var octets)}");
            part = part[octets..];
        }
        return text.ToString();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasWholeArcs(ReadOnlySpan<byte> part, int most)
    {
        int arcs = 0, inArc = 0, first = 0;
        foreach (var octet in part)
        {
            if (++inArc == 1)
                first = octet;
            if (first == 0x80 || (inArc >= 5 && (inArc > 5 || (first & 0x70) != 0)))
                return false;
            if (octet >= 0x80)
                continue;
            inArc = 0;
            if (++arcs > most)
                return false;
        }
        return inArc == 0;
    }
}
