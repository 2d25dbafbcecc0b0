using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Assets.Snmp.Client;

/// <summary>
/// The one UDP socket of an address family. Not connected, so that it serves any number of devices; therefore Linux does not report
/// "port unreachable" on it, and a closed port is a timeout like any other silence.
/// </summary>
internal sealed class AgentSocket : IDisposable
{
    // One reply of an Ethernet datagram's size in the kernel's own accounting.
    private const int OctetsPerReply = 2304;
    private const int LinuxSocketLevel = 1;
    private const int LinuxReceiveBufferForce = 33;
    private const int WindowsReportUnreachable = -1744830452;

    private readonly Socket socket;
    private readonly SocketAddress self;

    public AgentSocket(AddressFamily family, int receiveBufferOctets)
    {
        socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
        var v4 = family == AddressFamily.InterNetwork;
        socket.Bind(new IPEndPoint(v4 ? IPAddress.Any : IPAddress.IPv6Any, 0));
        EnlargeReceiveBuffer(receiveBufferOctets);
        if (OperatingSystem.IsWindows())
            socket.IOControl(WindowsReportUnreachable, [0, 0, 0, 0], null);
        var port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        self = new IPEndPoint(v4 ? IPAddress.Loopback : IPAddress.IPv6Loopback, port).Serialize();
        Sender = new SocketAddress(family);
        RepliesHeld = Math.Max(32, socket.ReceiveBufferSize / OctetsPerReply);
    }

    /// <summary>How many replies of usual size can wait in the system before it drops some.</summary>
    public int RepliesHeld { get; }

    /// <summary>Who sent what <see cref="Receive"/> returned last.</summary>
    public SocketAddress Sender { get; }

    /// <summary>
    /// Waits until something can be received; false after that many milliseconds. Not finer: on Linux the framework rounds
    /// microseconds down to milliseconds, which would make a loop spin.
    /// </summary>
    public bool Wait(int milliseconds) => socket.Poll(checked(milliseconds * 1000), SelectMode.SelectRead);

    /// <summary>Octets received into the buffer; 0 for nothing usable.</summary>
    public int Receive(Span<byte> buffer)
    {
        try
        {
            return socket.ReceiveFrom(buffer, SocketFlags.None, Sender);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.MessageSize
            or SocketError.WouldBlock or SocketError.TimedOut)
        {
            // An earlier datagram's refusal, or one too large to be an answer to what was asked: nothing to read here.
            return 0;
        }
    }

    /// <summary>False if this machine cannot send there; a full queue of the system counts as lost on the way.</summary>
    public bool Send(ReadOnlySpan<byte> datagram, SocketAddress to)
    {
        try
        {
            socket.SendTo(datagram, SocketFlags.None, to);
            return true;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode == SocketError.NoBufferSpaceAvailable;
        }
    }

    /// <summary>Ends a <see cref="Wait"/> of another thread by an empty datagram to this same socket.</summary>
    public void Wake() => Send([], self);

    public void Dispose() => socket.Dispose();

    private void EnlargeReceiveBuffer(int octets)
    {
        socket.ReceiveBufferSize = octets;
        if (!OperatingSystem.IsLinux() || socket.ReceiveBufferSize >= octets)
            return;
        Span<byte> value = stackalloc byte[4];
        if (BitConverter.IsLittleEndian)
            BinaryPrimitives.WriteInt32LittleEndian(value, octets);
        else
            BinaryPrimitives.WriteInt32BigEndian(value, octets);
        try
        {
            socket.SetRawSocketOption(LinuxSocketLevel, LinuxReceiveBufferForce, value);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            // Only root may exceed net.core.rmem_max; RepliesHeld then keeps the requests in flight within what there is.
        }
    }
}
