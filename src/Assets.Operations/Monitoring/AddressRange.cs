using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Assets.Operations.Monitoring;

/// <summary>
/// The addresses of a piece of network, as <c>10.20.0.0/22</c>; a lone address is a range of one. The network's own and its broadcast address
/// are left out where it has them.
/// </summary>
public sealed record AddressRange(IPAddress First, int PrefixLength)
{
    /// <summary>65 536 addresses take half a minute for each community; more would be an attack on one's own network.</summary>
    public const int ShortestPrefix = 16;

    /// <summary>False where the text is no range of IPv4 addresses, or a larger one than may be looked through.</summary>
    public static bool TryParse(string text, out AddressRange range, out string fault)
    {
        range = new AddressRange(IPAddress.None, 32);
        fault = $"'{text}' is no range of IPv4 addresses. Write it as 10.20.0.0/22.";
        var slash = text.IndexOf('/');
        var prefix = 32;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > 32)) return false;
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address) || address.AddressFamily != AddressFamily.InterNetwork) return false;
        fault = $"{text} has more than 65536 addresses. Look through it in pieces of /{ShortestPrefix} or smaller.";
        if (prefix < ShortestPrefix) return false;
        var mask = uint.MaxValue << (32 - prefix);
        range = new AddressRange(From(Number(address) & mask), prefix);
        fault = "";
        return true;
    }

    public IEnumerable<IPAddress> Addresses()
    {
        var first = Number(First);
        var count = 1u << (32 - PrefixLength);
        var (from, until) = PrefixLength < 31 ? (1u, count - 1) : (0u, count);
        for (var i = from; i < until; i++) yield return From(first + i);
    }

    private static uint Number(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static IPAddress From(uint number)
    {
        Span<byte> octets = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, number);
        return new IPAddress(octets);
    }
}
