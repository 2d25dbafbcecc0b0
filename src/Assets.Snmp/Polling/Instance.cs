using System.Globalization;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Polling;

/// <summary>
/// Which row of a table, as its index stands in the object id: "5" is interface 5, "1.1" the first marker of the first printer,
/// "0" a scalar. Kept as a number where it is one, since that is nearly always.
/// </summary>
public readonly struct Instance : IEquatable<Instance>
{
    private readonly byte[]? encoded;
    private readonly uint arc;

    private Instance(uint arc, byte[]? encoded)
    {
        this.arc = arc;
        this.encoded = encoded;
    }

    /// <summary>The instance of every scalar, written 0.</summary>
    public static Instance Scalar => default;

    /// <summary>The index if it is a single number, such as ifIndex; else null.</summary>
    public uint? Number => encoded is null ? arc : null;

    /// <summary>From the valid, non-empty octets after a column's name.</summary>
    internal static Instance FromEncoded(ReadOnlySpan<byte> tail)
    {
        var first = EncodedName.ReadArc(tail, out var octets);
        return octets == tail.Length ? new Instance(first, null) : new Instance(0, tail.ToArray());
    }

    public bool Equals(Instance other) => arc == other.arc && encoded.AsSpan().SequenceEqual(other.encoded);

    public override bool Equals(object? obj) => obj is Instance other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(arc);
        hash.AddBytes(encoded);
        return hash.ToHashCode();
    }

    public override string ToString() => encoded is null ? arc.ToString(CultureInfo.InvariantCulture) : EncodedName.Dotted(encoded);

    public static bool operator ==(Instance left, Instance right) => left.Equals(right);

    public static bool operator !=(Instance left, Instance right) => !left.Equals(right);
}
