using System.Net;
using System.Net.Sockets;

namespace Assets.Operations.Messages;

/// <summary>
/// Where webhooks may go. A server that sends wherever somebody says can be made to ask what only it can reach: other programs on the
/// machine, a cloud's own addresses. So private addresses are closed, unless the host is among <c>Assets:WebhookHosts</c>; and where hosts are
/// named there, only they are open. What a name stands for is looked at when the connection is made, and not before: it may stand for
/// something else by then.
/// </summary>
internal sealed class WebhookTargets
{
    public const string Setting = "Assets:WebhookHosts";
    private readonly HashSet<string> hosts;

    private WebhookTargets(HashSet<string> hosts) => this.hosts = hosts;

    public static WebhookTargets Of(Installation installation) => new(
        (installation.Settings[Setting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether an address may be asked for at all, as far as it tells itself.</summary>
    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp) || address.UserInfo.Length > 0) return false;
        if (hosts.Count > 0) return hosts.Contains(address.IdnHost);
        return address.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6) || IsPublic(IPAddress.Parse(address.IdnHost));
    }

    /// <exception cref="HttpRequestException">The name stands for nothing that may be asked.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host;
        var found = await Dns.GetHostAddressesAsync(host, cancel);
        var open = hosts.Contains(host) ? found : Array.FindAll(found, IsPublic);
        if (open.Length == 0) throw new HttpRequestException($"{host} is a private address. Name it in the setting {Setting} if it shall be told.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>RFC 6890: what is not this machine, its net, a link or a range for use inside.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast) return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return !address.Equals(IPAddress.IPv6Any) && !Carries(address);
        var bytes = address.GetAddressBytes();
        return bytes switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and < 128, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and < 32, ..] => false,
            [192, 168, ..] or [192, 0, 0 or 2, _] or [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }

    // 6to4, Teredo and NAT64 wrap an IPv4 address, which may be a private one.
    private static bool Carries(IPAddress address) => address.GetAddressBytes() is [0x20, 0x02, ..] or [0x20, 0x01, 0, 0, ..] or [0, 0x64, 0xff, 0x9b, ..];
}
