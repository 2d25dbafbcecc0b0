using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Support;
using MimeKit;
using Xunit;

namespace Assets.Operations.Tests.Messages;

/// <summary>A mail server that others wrote, with a real mailbox.</summary>
public sealed class RealMailServerTests
{
    private const string Daemon = "/usr/bin/aiosmtpd";

    [Theory]
    [OnBoth]
    public async Task A_real_server_puts_the_mail_into_the_readers_mailbox(Engine engine)
    {
        Assert.SkipUnless(File.Exists(Daemon), $"Debian's aiosmtpd is not installed ({Daemon})");
        using var post = new Post(engine);
        var port = FreePort();
        var mailbox = Path.Combine(post.Folder, "mailbox");
        var start = new ProcessStartInfo("/usr/bin/python3", [Daemon, "-n", "-l", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "-c", "aiosmtpd.handlers.Mailbox", mailbox]) { UseShellExecute = false };
        start.Environment.Remove("PYTHONHOME");
        using var daemon = Process.Start(start)!;
        try
        {
            await Reached(port);
            post.Queue("berit");
            post.Queue("emma", "order_commented", text: new string('å', 2_000) + "\n.\nafter a lonely dot");

            Assert.Equal(new MailsSent(2, 0, 0, null), await SendMails.RunAsync(post.At(port), TestContext.Current.CancellationToken));
        }
        finally
        {
            daemon.Kill();
            await daemon.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var mails = Directory.EnumerateFiles(Path.Combine(mailbox, "new")).Select(file => MimeMessage.Load(file)).ToDictionary(mail => mail.To.Mailboxes.Single().Address, StringComparer.Ordinal);
        Assert.Equal("Beställning B2026-00001 väntar på din attest", mails["berit@example.invalid"].Subject);
        Assert.Contains("after a lonely dot", mails["emma@example.invalid"].TextBody, StringComparison.Ordinal);
        Assert.Contains(new string('å', 2_000), mails["emma@example.invalid"].TextBody, StringComparison.Ordinal);
    }

    private static async Task Reached(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (attempt < 300)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
