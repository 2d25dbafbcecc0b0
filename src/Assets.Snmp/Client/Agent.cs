using System.Net;
using System.Net.Sockets;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Client;

/// <summary>Whom to ask and how: the SNMP side of one device. Port 161 unless the device has another.</summary>
public sealed class Agent(IPEndPoint endPoint, SnmpVersion version, Community community)
{
    public const int DefaultPort = 161;

    private readonly SocketAddress address = endPoint.Serialize();

    public IPEndPoint EndPoint { get; } = endPoint;

    public SnmpVersion Version { get; } = version;

    public Community Community { get; } = community;

    internal SocketAddress SocketAddress => address;

    /// <summary>True if the sender's address and port are this agent's; flow label and padding do not count.</summary>
    internal bool IsSource(SocketAddress sender)
    {
        if (sender.Family != address.Family)
            return false;
        ReadOnlySpan<byte> theirs = sender.Buffer.Span, ours = address.Buffer.Span;
        // sockaddr_in: port at 2, address at 4. sockaddr_in6: port at 2, flow label at 4, address at 8.
        return address.Family == AddressFamily.InterNetwork
            ? theirs[2..8].SequenceEqual(ours[2..8])
            : theirs[2..4].SequenceEqual(ours[2..4]) && theirs[8..24].SequenceEqual(ours[8..24]);
    }

    public override string ToString() => $"{EndPoint} {Version}";
}
