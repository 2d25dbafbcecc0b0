using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Assets.Operations.Messages;

/// <summary>What became of a mail at the server.</summary>
internal enum Handing
{
    Accepted,

    /// <summary>Refused for now (4xx), or the connection broke while it was handed over: it is tried again.</summary>
    PutOff,

    /// <summary>Refused for good (5xx): this reader never gets this mail.</summary>
    Refused,

    /// <summary>Nobody can be reached there, or it takes nothing from us at all.</summary>
    Away,
}

/// <param name="Answer">What the server said.</param>
internal sealed record Handed(Handing How, string Answer);

/// <summary>A connection to the mail server. MailKit is known in this folder only.</summary>
internal sealed class PostOffice : IDisposable
{
    private const int TimeoutMilliseconds = 30_000;
    private readonly MailSettings settings;
    private readonly SmtpClient client;

    private PostOffice(MailSettings settings)
    {
        this.settings = settings;
        client = new SmtpClient
        {
            Timeout = TimeoutMilliseconds,
            CheckCertificateRevocation = false, // as the system itself: a mail server's own authority seldom answers from where we are
            ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors),
        };
    }

    public bool IsOpen => client.IsConnected;

    /// <summary>Connects and signs in. Where that fails <paramref name="opened"/> is not called and the answer says why.</summary>
    public static async Task<(PostOffice? Office, string Answer)> Open(MailSettings settings, CancellationToken cancel)
    {
        var office = new PostOffice(settings);
        try
        {
            await office.Connect(cancel);
            return (office, "");
        }
        catch (Exception fault) when (IsOfTheServer(fault))
        {
            office.Dispose();
            return (null, fault.Message);
        }
    }

    public async Task<Handed> Hand(Parcel parcel, Letter letter, DateTimeOffset now, CancellationToken cancel)
    {
        if (!MailboxAddress.TryParse(ParserOptions.Default, parcel.Address, out var reader) || reader.Address != parcel.Address || !parcel.Address.Contains('@', StringComparison.Ordinal))
            return new Handed(Handing.Refused, $"{parcel.Address} is no mail address.");
        try
        {
            using var message = Envelope(parcel, letter, new MailboxAddress(parcel.Reader, parcel.Address), now);
            return new Handed(Handing.Accepted, await client.SendAsync(message, cancel));
        }
        catch (SmtpCommandException refused)
        {
            var answer = $"{(int)refused.StatusCode} {refused.Message}";
            if (refused.StatusCode == SmtpStatusCode.ServiceNotAvailable || refused.ErrorCode == SmtpErrorCode.SenderNotAccepted) return new Handed(Handing.Away, answer);
            return new Handed((int)refused.StatusCode >= 500 ? Handing.Refused : Handing.PutOff, answer);
        }
        catch (NotSupportedException refused)
        {
            return new Handed(Handing.Refused, refused.Message); // an address with letters that this server has no way to write
        }
        catch (Exception fault) when (IsOfTheServer(fault))
        {
            return new Handed(Handing.PutOff, fault.Message);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Says goodbye. Answers whether the server heard it; the mails were answered before, so that it changes nothing.</summary>
    public async Task<bool> Close(CancellationToken cancel)
    {
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(quit: true, cancel);
            return true;
        }
        catch (Exception fault) when (IsOfTheServer(fault))
        {
            return false;
        }
    }

    private async Task Connect(CancellationToken cancel)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.Tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.StartTls => SecureSocketOptions.StartTls, // never "when available": who sits in between would take the word away
            _ => SecureSocketOptions.SslOnConnect,
        }, cancel);
        if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
    }

    private MimeMessage Envelope(Parcel parcel, Letter letter, MailboxAddress reader, DateTimeOffset now)
    {
        var message = new MimeMessage { Subject = letter.Subject, Date = now, MessageId = parcel.MessageId(settings.From.Domain) };
        message.From.Add(settings.From);
        message.To.Add(reader);
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday answers, please
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody();
        return message;
    }

    private bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (settings.TrustedFile is not { } file || errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 shown) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        return chain.Build(shown);
    }

    private static bool IsOfTheServer(Exception fault) => fault is SocketException or IOException or TimeoutException or ProtocolException or CommandException
        or MailKit.Security.AuthenticationException or SslHandshakeException or System.Security.Authentication.AuthenticationException or NotSupportedException or ServiceNotConnectedException;
}
