using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assets.Operations.Messages;

/// <summary>One mail in hand: the rows of the outbox that go in it, for one reader.</summary>
/// <param name="Id">The first row's; a later attempt sends the same rows under the same Message-ID.</param>
/// <param name="Key">The first row's key.</param>
/// <param name="Until">Until when it is ours; marks it as taken by us and nobody else.</param>
/// <param name="Attempts">With this one.</param>
internal sealed record Parcel(long Id, string Key, DateTimeOffset CreatedAt, DateTimeOffset Until, int Attempts, string Address, string Reader, string Language, IReadOnlyList<MailContent> Contents)
{
    /// <summary>The same at each attempt, so that a mail that arrives twice is known as one; another in another installation with the same sender.</summary>
    public string MessageId(string domain)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Key} {CreatedAt.UtcTicks}")));
        return string.Create(CultureInfo.InvariantCulture, $"{Id}.{Convert.ToHexStringLower(hash.AsSpan(0, 12))}@{domain}");
    }
}
