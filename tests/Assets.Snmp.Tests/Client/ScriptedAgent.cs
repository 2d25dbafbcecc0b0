using System.Net;
using System.Net.Sockets;
using System.Text;
using Assets.Snmp.Client;
using Assets.Snmp.Tests.Wire;
using Assets.Snmp.Wire;

namespace Assets.Snmp.Tests.Client;

/// <summary>A request as an agent sees it.</summary>
internal sealed record Asked(PduType Type, SnmpVersion Version, int RequestId, int NonRepeaters, int MaxRepetitions, IReadOnlyList<ObjectId> Names, string Community);

/// <summary>An agent on a free loopback port that does with each request what the test says.</summary>
internal sealed class ScriptedAgent : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Action<ScriptedAgent, Asked> script;
    private readonly Thread thread;
    private readonly List<Asked> requests = [];
    private EndPoint sender = new IPEndPoint(IPAddress.Any, 0);

    public ScriptedAgent(Action<ScriptedAgent, Asked> script)
    {
        this.script = script;
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        thread = new Thread(Serve) { IsBackground = true };
        thread.Start();
    }

    public IPEndPoint EndPoint => (IPEndPoint)socket.LocalEndPoint!;

    public IReadOnlyList<Asked> Requests
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    public Agent As(SnmpVersion version = SnmpVersion.V2c) => new(EndPoint, version, new Community("public"));

    public void Reply(Asked asked, params ReadOnlySpan<VarBind> varBinds) => Send(Response(asked, ErrorStatus.NoError, 0, varBinds));

    public void ReplyError(Asked asked, ErrorStatus status, int index = 0) => Send(Response(asked, status, index));

    public void Send(byte[] datagram) => socket.SendTo(datagram, sender);

    public void SendFromElsewhere(byte[] datagram)
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.SendTo(datagram, sender);
    }

    public static byte[] Response(Asked asked, ErrorStatus status, int index, params ReadOnlySpan<VarBind> varBinds)
    {
        var builder = new MessageBuilder();
        foreach (var varBind in varBinds)
            builder.Append(varBind.Name.Encoded, varBind.Value);
        builder.ClosePdu(PduType.Response, asked.RequestId, (int)status, index);
        builder.WrapCommunity(asked.Version, Encoding.UTF8.GetBytes(asked.Community));
        return builder.Message.ToArray();
    }

    public void Dispose()
    {
        socket.Dispose();
        thread.Join();
    }

    private void Serve()
    {
        var buffer = new byte[65536];
        while (true)
        {
            int octets;
            try
            {
                octets = socket.ReceiveFrom(buffer, ref sender);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return; // disposed of: the test is over
            }
            Assert.True(CommunityMessage.TryRead(buffer.AsSpan(0, octets), out var message, out _));
            Assert.True(PduView.TryRead(message.Pdu, out var pdu, out _));
            var asked = new Asked(
                pdu.Type, message.Version, pdu.RequestId, pdu.NonRepeaters, pdu.MaxRepetitions,
                [.. MessageTests.All(pdu).Select(v => v.Name)], Encoding.UTF8.GetString(message.Community));
            lock (requests)
                requests.Add(asked);
            script(this, asked);
        }
    }
}
