using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Assets.Operations.Tests.Messages;

/// <summary>A mail as it came over the wire.</summary>
internal sealed record ReceivedMail(string To, string Data, bool WasSecret)
{
    public string Header(string name) => Data.Split("\r\n\r\n")[0].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal)
        .Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();

    public IEnumerable<string> Headers => Data.Split("\r\n\r\n")[0].Split("\r\n");
}

/// <summary>
/// A mail server that speaks SMTP over a socket and does as the test says: takes mails, refuses them for now or for good, hangs up half-way,
/// upgrades to TLS.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>As an answer: hang up instead.</summary>
    public const string HangUp = "";

    private readonly TcpListener listener;
    private readonly CancellationTokenSource end = new();
    private readonly Task listening;

    private MailServer(int port)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        listening = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<ReceivedMail> Received { get; } = [];

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>What to answer instead of the usual; null for the usual. The end of a mail is asked as <c>.</c>.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public X509Certificate2? Certificate { get; init; }

    public bool IsSecretFromTheStart { get; init; }

    /// <summary>User and password; none: nobody signs in.</summary>
    public string? Account { get; init; }

    public static MailServer Start(int port = 0) => new(port);

    public static MailServer Start(X509Certificate2 certificate, bool fromTheStart = false, string? account = null) =>
        new(0) { Certificate = certificate, IsSecretFromTheStart = fromTheStart, Account = account };

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await listening;
        end.Dispose();
    }

    private async Task Listen()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await listener.AcceptTcpClientAsync(end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException || (e is InvalidOperationException && end.IsCancellationRequested))
        {
            await Task.WhenAll(talks); // the end of the test
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = IsSecretFromTheStart ? await Secret(client.GetStream()) : client.GetStream();
            await Converse(stream, IsSecretFromTheStart);
        }
        catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException or OperationCanceledException)
        {
            Commands.Enqueue("(gone: " + e.Message + ")"); // some tests are about that
        }
    }

    private async Task<Stream> Secret(Stream inner)
    {
        var secret = new SslStream(inner);
        await secret.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, end.Token);
        return secret;
    }

    private async Task Converse(Stream stream, bool isSecret)
    {
        var lines = new Lines(stream, end.Token);
        if (isSecret == IsSecretFromTheStart) await lines.Say("220 test"); // not again after STARTTLS
        var to = "";
        while (await lines.Next() is { } line)
        {
            Commands.Enqueue(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var answer = Answer(line) ?? Usual(verb, line, isSecret);
            if (answer == HangUp) return;
            await lines.Say(answer);
            if (verb == "RCPT") to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (verb == "QUIT") return;
            if (verb == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
            {
                await Converse(await Secret(stream), isSecret: true);
                return;
            }
            if (verb == "DATA" && answer.StartsWith("354", StringComparison.Ordinal) && !await Take(lines, to, isSecret)) return;
        }
    }

    private async Task<bool> Take(Lines lines, string to, bool isSecret)
    {
        var data = new StringBuilder();
        while (await lines.Next() is { } line && line != ".") data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var answer = Answer(".") ?? "250 taken";
        if (answer.StartsWith("250", StringComparison.Ordinal) || answer == HangUp) Received.Enqueue(new ReceivedMail(to, data.ToString(), isSecret));
        if (answer != HangUp) await lines.Say(answer);
        return answer != HangUp;
    }

    private string Usual(string verb, string line, bool isSecret) => verb switch
    {
        "EHLO" => "250-test" + (Certificate is not null && !isSecret ? "\r\n250-STARTTLS" : "") + (Account is not null ? "\r\n250-AUTH PLAIN" : "") + "\r\n250 8BITMIME",
        "STARTTLS" => "220 go on",
        "AUTH" => line.EndsWith(Convert.ToBase64String(Encoding.UTF8.GetBytes("\0" + Account!.Replace(':', '\0'))), StringComparison.Ordinal) ? "235 welcome" : "535 5.7.8 wrong",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private sealed class Lines(Stream stream, CancellationToken cancel)
    {
        private readonly byte[] one = new byte[1];

        // Byte by byte: what follows STARTTLS belongs to the next stream.
        public async Task<string?> Next()
        {
            var line = new List<byte>();
            while (await stream.ReadAsync(one, cancel) == 1)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }
            return null;
        }

        public async Task Say(string answer) => await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), cancel);
    }
}
