using System.Text;

namespace Assets.Snmp.Client;

/// <summary>
/// The community of versions 1 and 2c: a password sent in clear, at most 255 octets here. Its text never appears in
/// ToString, in an exception or in a log.
/// </summary>
public sealed class Community
{
    private const int MaxOctets = 255;
    private readonly byte[] octets;

    public Community(string text)
    {
        octets = Encoding.UTF8.GetBytes(text);
        if (octets.Length > MaxOctets)
            throw new ArgumentException($"A community has at most {MaxOctets} octets.", nameof(text));
    }

    internal ReadOnlySpan<byte> Octets => octets;

    public override string ToString() => "(community)";
}
