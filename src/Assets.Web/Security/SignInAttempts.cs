using System.Net;
using System.Net.Sockets;
using Assets.Core.Values;

namespace Assets.Web.Security;

/// <summary>
/// Passwords that did not fit, counted by the address they came from and by the name that was typed, whether or not anybody has it: what
/// is over the limit costs neither a look at the directory nor a hash, and learns nothing. A right password is taken back from the
/// count, so that a whole municipality behind one address signs in on a Monday morning, and who has signed in from a browser before
/// (<see cref="KnownBrowser"/>) is not held up by what others guess from there. In memory: a restart forgives.
/// </summary>
public sealed class SignInAttempts(TimeProvider clock, ILogger<SignInAttempts> log)
{
    /// <summary>In ten minutes, from one address: what a few thousand people mistype between them, and no more than one guess a second.</summary>
    public const int OfAddress = 500;

    /// <summary>In ten minutes, for one name: an account of ours is locked before, the directory's is spared.</summary>
    public const int OfName = 10;

    private const int LongestName = 256; // as the field takes
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private DateTimeOffset began = clock.GetUtcNow();

    /// <summary>Counts an attempt before it is made, so that many at once do not slip through together.</summary>
    /// <param name="isKnown">Somebody of that name has signed in from this browser before: what came from the address holds him up no longer, only what was guessed at his name.</param>
    /// <returns>False where it must not be made.</returns>
    public bool Begin(IPAddress? address, string? name, bool isKnown = false)
    {
        var from = From(address);
        lock (gate)
        {
            if (clock.GetUtcNow() - began >= Window)
            {
                addresses.Clear();
                names.Clear();
                began = clock.GetUtcNow();
            }
            var (ofAddress, ofName) = (addresses.GetValueOrDefault(from), names.GetValueOrDefault(Key(name)));
            if (ofName >= OfName || (ofAddress >= OfAddress && !isKnown)) return false;
            addresses[from] = ofAddress + 1;
            names[Key(name)] = ofName + 1;
            if (ofAddress + 1 != OfAddress) return true;
        }
        log.LogWarning("{Count} wrong passwords within {Window} came from {Address}: it has to wait", OfAddress, Window, from);
        return true;
    }

    /// <summary>The password was right.</summary>
    public void TakeBack(IPAddress? address, string? name)
    {
        lock (gate)
        {
            Lower(addresses, From(address));
            Lower(names, Key(name));
        }
    }

    private static void Lower(Dictionary<string, int> counts, string key)
    {
        if (counts.TryGetValue(key, out var count)) counts[key] = Math.Max(0, count - 1); // a new window may have begun meanwhile
    }

    private static string Key(string? name) => Keys.Fold(name is { Length: > LongestName } ? name[..LongestName] : name ?? "");

    // Whoever has one address of version 6 has the other 2^64 of its network too.
    private static string From(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
