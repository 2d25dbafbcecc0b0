using System.IO.Compression;
using System.Security.Cryptography;

namespace Assets.Operations.Storage;

/// <summary>The key ring as one sealed block: AES-256-GCM under a key that PBKDF2-SHA256 makes from a passphrase. Without the ring no SNMP community of the backup can be read.</summary>
internal static class KeyArchive
{
    private const int Iterations = 600_000; // what OWASP asks of PBKDF2-SHA256
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private static ReadOnlySpan<byte> Mark => "AKR1"u8;

    /// <summary>Magic, salt, nonce, tag, sealed zip.</summary>
    public static byte[] Seal(string folder, string passphrase)
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, zip);
        var plain = zip.ToArray();
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var tag = new byte[TagLength];
        var cipher = new byte[plain.Length];
        using (var aes = new AesGcm(KeyOf(passphrase, salt), TagLength)) aes.Encrypt(nonce, plain, cipher, tag, Mark);
        return [.. Mark, .. salt, .. nonce, .. tag, .. cipher];
    }

    /// <summary>False where the passphrase is wrong or the block was altered.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> block, string passphrase, string folder)
    {
        if (!block.StartsWith(Mark) || block.Length < Mark.Length + SaltLength + NonceLength + TagLength) return false;
        var rest = block[Mark.Length..];
        var salt = rest[..SaltLength];
        var nonce = rest.Slice(SaltLength, NonceLength);
        var tag = rest.Slice(SaltLength + NonceLength, TagLength);
        var cipher = rest[(SaltLength + NonceLength + TagLength)..];
        var plain = new byte[cipher.Length];
        try
        {
            using var aes = new AesGcm(KeyOf(passphrase, salt), TagLength);
            aes.Decrypt(nonce, cipher, tag, plain, Mark);
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        using var zip = new MemoryStream(plain);
        ZipFile.ExtractToDirectory(zip, folder, overwriteFiles: true);
        return true;
    }

    private static byte[] KeyOf(string passphrase, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, 32);
}
