using System.Net;
using System.Net.Sockets;
using Assets.Snmp.Wire;
using Assets.SnmpSim.Mib;

namespace Assets.SnmpSim.Agents;

/// <summary>How the network before a device behaves.</summary>
public sealed record NetworkQuality(TimeSpan Delay, int LossPercent, bool IsDead, Chance Chance);

/// <summary>One device's address and port: takes requests one after the other and answers them.</summary>
internal sealed class DeviceSocket : IAsyncDisposable
{
    private readonly Socket socket;
    private readonly Responder responder;
    private readonly NetworkQuality quality;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public DeviceSocket(IPEndPoint at, Responder responder, NetworkQuality quality, TimeProvider clock)
    {
        this.responder = responder;
        this.quality = quality;
        this.clock = clock;
        socket = new Socket(at.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(at);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
        EndPoint = (IPEndPoint)socket.LocalEndPoint!;
        serving = ServeAsync();
    }

    public IPEndPoint EndPoint { get; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        socket.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var buffer = new byte[MessageBuilder.MaxDatagram];
        var sender = new SocketAddress(EndPoint.AddressFamily);
        for (var request = 1; !stop.IsCancellationRequested; request++)
        {
            try
            {
                var octets = await socket.ReceiveFromAsync(buffer, SocketFlags.None, sender, stop.Token);
                if (quality.IsDead || quality.Chance.Percent(quality.LossPercent, "loss", request))
                    continue;
                if (quality.Delay > TimeSpan.Zero)
                    await Task.Delay(quality.Delay, clock, stop.Token);
                Answer(buffer.AsSpan(0, octets), sender);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // Whoever asked is gone, or its address cannot be reached: nobody is left to tell.
            }
        }
    }

    private void Answer(ReadOnlySpan<byte> datagram, SocketAddress sender)
    {
        var reply = responder.Answer(datagram);
        if (!reply.IsEmpty)
            socket.SendTo(reply, SocketFlags.None, sender);
    }
}
