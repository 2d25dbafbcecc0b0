using System.Security.Cryptography;
using System.Text;
using Assets.Operations.Monitoring;
using Microsoft.AspNetCore.DataProtection;

namespace Assets.Operations.Messages;

/// <summary>
/// The secrets that messages are signed with: 256 random bits each, told once, and kept encrypted with the key ring. They cannot be kept
/// as hashes, since each message is signed anew (Standard Webhooks: HMAC-SHA-256 over id, time and body).
/// </summary>
internal static class WebhookKeys
{
    private const string Beginning = "whsec_";
    private const string Purpose = "webhook secret";

    public static string New() => Beginning + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static IDataProtector Open(Installation installation) => DataProtectionProvider
        .Create(new DirectoryInfo(installation.KeyRingFolder), ring => ring.SetApplicationName(CommunityKeys.ApplicationName)).CreateProtector(Purpose);

    /// <summary><c>v1,</c> and the signature in base64.</summary>
    public static string Sign(string secret, string id, long timestamp, string body) => "v1," + Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(secret[Beginning.Length..]), Encoding.UTF8.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.{body}"))));
}
