using System.Net;
using Assets.Operations;
using Assets.Operations.Monitoring;
using Microsoft.AspNetCore.HttpOverrides;

namespace Assets.Web.Security;

/// <summary>
/// What a reverse proxy says of the visitor: believed only from the addresses of the setting <c>Assets:Proxies</c>, and of nobody where it
/// is not set. Anyone can write such a header, and by it be another address in the sign-ins and to the limit on guessing.
/// </summary>
internal static class Proxy
{
    /// <exception cref="SettingRefusedException">The setting holds something that is no address.</exception>
    public static void Use(WebApplication app, Installation installation)
    {
        var named = (installation.Settings["Assets:Proxies"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (named.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in named)
        {
            if (IPAddress.TryParse(text, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
            else throw new SettingRefusedException($"The setting Assets:Proxies holds '{text}'. Write addresses or networks with commas, as 127.0.0.1,10.1.0.0/24.");
        }
        app.UseForwardedHeaders(options);
    }
}
