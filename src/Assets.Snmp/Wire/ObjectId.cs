using System.Globalization;

namespace Assets.Snmp.Wire;

/// <summary>
/// The name of an object, such as 1.3.6.1.2.1.1.3.0 (sysUpTime), held in its encoded form. Ordered as a walk goes.
/// The default value is the empty name, written 0.0 as RFC 3416 has it for "none"; it sorts before all others.
/// </summary>
public readonly struct ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    private readonly byte[]? encoded;

    private ObjectId(byte[] encoded) => this.encoded = encoded;

    /// <summary>The content octets of the OBJECT IDENTIFIER, without identifier and length.</summary>
    public ReadOnlySpan<byte> Encoded => encoded;

    /// <summary>From dotted arcs, a leading dot allowed. Throws FormatException: for names written by a programmer.</summary>
    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an object identifier.");

    /// <summary>From dotted arcs: at least two, at most 128, the first 0 to 2, the second below 40 unless the first is 2.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ObjectId id)
    {
        id = default;
        text = text.Trim().TrimStart('.');
        Span<byte> octets = stackalloc byte[EncodedName.MaxArcs * 5];
        int length = 0, arcs = 0;
        uint first = 0;
        foreach (var range in text.Split('.'))
        {
            if (arcs >= EncodedName.MaxArcs || !uint.TryParse(text[range], NumberStyles.None, CultureInfo.InvariantCulture, out var arc))
                return false;
            if (arcs++ == 0)
            {
                first = arc;
                continue;
            }
            if (arcs == 2)
            {
                if (first > 2 || (first < 2 && arc > 39) || arc > uint.MaxValue - 80)
                    return false;
                arc += first * 40;
            }
            length += EncodedName.WriteArc(arc, octets[length..]);
        }
        if (arcs < 2)
            return false;
        id = new ObjectId(octets[..length].ToArray());
        return true;
    }

    /// <summary>From the wire; the octets are copied. False if they are no valid name.</summary>
    public static bool TryFromEncoded(ReadOnlySpan<byte> octets, out ObjectId id)
    {
        var valid = EncodedName.IsValid(octets);
        id = valid ? new ObjectId(octets.ToArray()) : default;
        return valid;
    }

    /// <summary>This name with more arcs after it: ifDescr and 5 give ifDescr.5.</summary>
    public ObjectId Append(params ReadOnlySpan<uint> arcs)
    {
        Span<byte> tail = stackalloc byte[arcs.Length * 5];
        var length = 0;
        foreach (var arc in arcs)
            length += EncodedName.WriteArc(arc, tail[length..]);
        return new ObjectId([.. Encoded, .. tail[..length]]);
    }

    /// <summary>True for the name itself and all below it.</summary>
    public bool Contains(ObjectId other) => other.Encoded.StartsWith(Encoded);

    public int CompareTo(ObjectId other) => EncodedName.Compare(Encoded, other.Encoded);

    public bool Equals(ObjectId other) => Encoded.SequenceEqual(other.Encoded);

    public override bool Equals(object? obj) => obj is ObjectId other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Encoded);
        return hash.ToHashCode();
    }

    public override string ToString()
    {
        if (Encoded.IsEmpty)
            return "0.0";
        var head = EncodedName.ReadArc(Encoded, out var octets);
        var first = Math.Min(head / 40, 2);
        var text = string.Create(CultureInfo.InvariantCulture, $"{first}.{head - (first * 40)}");
        return octets == Encoded.Length ? text : $"{text}.{EncodedName.Dotted(Encoded[octets..])}";
    }

    public static bool operator ==(ObjectId left, ObjectId right) => left.Equals(right);

    public static bool operator !=(ObjectId left, ObjectId right) => !left.Equals(right);

    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;
}
