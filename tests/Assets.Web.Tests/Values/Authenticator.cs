using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Assets.Web.Tests.Values;

/// <summary>A phone with an authenticator app: RFC 6238 over the key that the page shows.</summary>
internal sealed class Authenticator(string key)
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    public static async Task<Authenticator> Read(Visitor visitor, string page = "/profile/second-factor") => Of(WebUtility.HtmlDecode(await visitor.Read(page)));

    /// <summary>Set up from what the page shows.</summary>
    public static Authenticator Of(string shown) =>
        new(Regex.Match(shown, "<code id=\"key\">(?<key>[a-z2-7 ]+)</code>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal));

    /// <param name="steps">From the present half minute.</param>
    public string Code(int steps = 0)
    {
        var step = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps;
        var message = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(step));
#pragma warning disable CA5350 // the standard's own hash
        var hash = HMACSHA1.HashData(Secret(), message);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private byte[] Secret()
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var sign in key)
        {
            bits = ((bits << 5) | Base32.IndexOf(sign, StringComparison.Ordinal)) & 0xfff;
            count += 5;
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)((bits >> count) & 0xff));
        }
        return [.. bytes];
    }
}
