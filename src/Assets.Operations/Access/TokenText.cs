using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Assets.Operations.Access;

/// <summary>
/// A token as text: <c>assets_</c>, sixteen hexadecimal digits by which it is looked up, and 256 random bits that are the secret. The
/// beginning is the same on all, so that a token that was checked in somewhere by mistake can be searched for.
/// </summary>
public static class TokenText
{
    private const string Beginning = "assets_";
    private const int SelectorBytes = 8;
    private const int SecretBytes = 32;
    private const int SecretLetters = 43; // base64url of 32 bytes
    private const int Letters = 7 + SelectorBytes * 2 + 1 + SecretLetters;

    internal static (string Selector, string Token) New()
    {
        var selector = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SelectorBytes));
        return (selector, $"{Beginning}{selector}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}");
    }

    /// <summary>False for what is no token of ours by its form alone: nothing is looked up for it.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? selector)
    {
        selector = null;
        if (text.Length != Letters || !text.StartsWith(Beginning, StringComparison.Ordinal) || text[Beginning.Length + SelectorBytes * 2] != '_') return false;
        selector = text.Substring(Beginning.Length, SelectorBytes * 2);
        return true;
    }

    /// <summary>What is kept of a token: 64 hexadecimal digits.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Takes as long for a secret that is almost right as for one that is not.</summary>
    internal static bool IsHashOf(string hash, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(token)));
}
