using System.Net;
using System.Net.Sockets;

namespace Assets.Operations.Monitoring;

/// <summary>Where a device is: its IP address, or what the name service says of its name.</summary>
internal static class DeviceAddress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The address; null where the name is not known, or not told in time: one dead name server must not hold up the pass for long.</summary>
    public static async Task<IPAddress?> FindAsync(string address, CancellationToken cancel)
    {
        if (IPAddress.TryParse(address, out var literal)) return literal;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var found = await Dns.GetHostAddressesAsync(address, patience.Token);
            return Array.Find(found, a => a.AddressFamily == AddressFamily.InterNetwork) ?? found.FirstOrDefault();
        }
        catch (Exception e) when (e is SocketException or ArgumentException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }
}
