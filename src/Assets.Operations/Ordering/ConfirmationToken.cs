using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Assets.Data.Storage;

namespace Assets.Operations.Ordering;

/// <summary>
/// The secret in a confirmation link: 256 random bits, told once to the one who issues it. The database keeps its hash, so that who
/// reads the database, or a backup of it, can confirm nothing.
/// </summary>
public static class ConfirmationToken
{
    private const int Bytes = 32;

    /// <summary>Long enough for a parental leave to begin and a summer to pass, short enough that a found delivery note is worth nothing.</summary>
    private const int ValidDays = 60;

    /// <summary>A new token for a delivered line. An earlier one that nobody has used is worth nothing from now on.</summary>
    internal static string Issue(Writing writing, Installation installation, int orderId, int line)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        writing.Connection.Execute("delete from confirmations where order_id = @p0 and line_number = @p1 and used_at is null", orderId, line);
        writing.Connection.Execute(
            "insert into confirmations (token_hash, order_id, line_number, expires_at) values (@p0, @p1, @p2, @p3)",
            Hash(token), orderId, line, Conventions.ToMicroseconds(installation.Clock.GetUtcNow().AddDays(ValidDays)));
        return token;
    }

    /// <summary>What is kept of a token: 64 hexadecimal digits.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
