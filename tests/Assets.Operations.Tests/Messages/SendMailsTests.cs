using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Support;
using MimeKit;
using Xunit;

namespace Assets.Operations.Tests.Messages;

public sealed class SendMailsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnBoth]
    public async Task A_mail_is_sent_once_in_the_readers_language_with_a_link_to_what_it_is_about(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        post.Queue("berit");
        post.Queue("emma");

        var first = await SendMails.RunAsync(post.At(server), Cancel);
        var second = await SendMails.RunAsync(post.At(server), Cancel);

        Assert.Equal((new MailsSent(2, 0, 0, null), new MailsSent(0, 0, 0, null)), (first, second));
        var mails = server.Received.ToDictionary(mail => mail.To, Parse, StringComparer.Ordinal);
        Assert.Equal("Beställning B2026-00001 väntar på din attest", mails["berit@example.invalid"].Subject);
        Assert.Equal("Order B2026-00001 awaits your approval", mails["emma@example.invalid"].Subject);
        Assert.Contains("1\u00A0234,50\u00A0kr i månaden", mails["berit@example.invalid"].TextBody, StringComparison.Ordinal);
        Assert.Contains("SEK 1,234.50 a month", mails["emma@example.invalid"].TextBody, StringComparison.Ordinal);
        Assert.Contains("https://assets.example.invalid/orders/B2026-00001\n", mails["berit@example.invalid"].TextBody?.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://assets.example.invalid/orders/B2026-00001\"", mails["berit@example.invalid"].HtmlBody, StringComparison.Ordinal);
        Assert.Equal("Berit Budget", Assert.Single(mails["berit@example.invalid"].To.Mailboxes).Name);
        Assert.Equal("auto-generated", mails["emma@example.invalid"].Headers["Auto-Submitted"]);
        Assert.Equal(["2"], post.Rows("select distinct state from mails where sent_at is not null and last_error is null"));
    }

    [Theory]
    [OnBoth]
    public async Task Who_is_refused_for_now_gets_it_later_and_the_waits_grow(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "451 4.7.1 greylisted" : null;
        post.Queue("berit");
        var waits = new List<double>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var at = post.Clock.Now;
            Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).PutOff);
            Assert.Equal(0, (await SendMails.RunAsync(post.At(server), Cancel)).PutOff); // not due again
            post.Clock.Now = Conventions.ToInstant(long.Parse(Assert.Single(post.Rows("select next_attempt_at from mails")), System.Globalization.CultureInfo.InvariantCulture));
            waits.Add((post.Clock.Now - at).TotalMinutes);
        }
        server.Answer = _ => null;

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);

        Assert.Equal([1, 5, 15], waits);
        Assert.Single(server.Received);
    }

    [Theory]
    [OnBoth]
    public async Task Who_is_refused_for_days_is_given_up_and_the_others_are_not_held_up(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line.StartsWith("RCPT TO:<berit", StringComparison.Ordinal) ? "451 4.2.2 mailbox full" : null;
        post.Queue("berit");
        post.Queue("emma");
        var begun = post.Clock.Now;

        for (var pass = 0; pass < 40; pass++)
        {
            await SendMails.RunAsync(post.At(server), Cancel);
            if (post.Rows("select state from mails where last_error is not null") is ["3"]) break;
            post.Clock.Now = Conventions.ToInstant(long.Parse(post.Rows("select next_attempt_at from mails where state = 0")[0], System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(["3|12|451 4.2.2 mailbox full"], post.Rows("select state, attempts, last_error from mails where last_error is not null"));
        Assert.InRange((post.Clock.Now - begun).TotalDays, 4, 5);
        Assert.Equal("emma@example.invalid", Assert.Single(server.Received).To);
    }

    [Theory]
    [OnBoth]
    public async Task Who_is_refused_for_good_is_given_up_at_once_and_gets_it_when_the_address_is_put_right(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line.StartsWith("RCPT TO:<berit@", StringComparison.Ordinal) ? "550 5.1.1 no such mailbox" : null;
        post.Queue("berit");

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Failed);
        post.Clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(new MailsSent(0, 0, 0, null), await SendMails.RunAsync(post.At(server), Cancel));
        Assert.Equal(["3|1|550 5.1.1 no such mailbox"], post.Rows("select state, attempts, last_error from mails"));

        post.Execute("update users set email = 'berit.budget@example.invalid' where user_name = 'berit'");
        Assert.True(ResendMail.Run(post.At(server), long.Parse(Assert.Single(post.Rows("select id from mails")), System.Globalization.CultureInfo.InvariantCulture)).IsDone);
        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);
        Assert.Equal("berit.budget@example.invalid", Assert.Single(server.Received).To);
        Assert.Equal(["resend mail"], post.Rows("select verb from change_sets where verb = 'resend mail'"));
    }

    [Theory]
    [OnBoth]
    public async Task A_connection_that_breaks_before_the_end_of_a_mail_costs_nothing(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line == "DATA" ? MailServer.HangUp : null;
        post.Queue("berit");

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).PutOff);
        server.Answer = _ => null;
        post.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);

        Assert.Single(server.Received);
    }

    [Theory]
    [OnBoth]
    public async Task A_server_that_took_a_mail_and_could_not_say_so_gets_the_very_same_again(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line == "." ? MailServer.HangUp : null;
        post.Queue("berit");

        await SendMails.RunAsync(post.At(server), Cancel);
        server.Answer = _ => null;
        post.Clock.Now += TimeSpan.FromMinutes(1);
        await SendMails.RunAsync(post.At(server), Cancel);

        Assert.Equal(2, server.Received.Count);
        Assert.Single(server.Received.Select(mail => mail.Header("Message-Id")).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [OnBoth]
    public async Task Nothing_is_lost_while_the_server_is_away_for_a_week(Engine engine)
    {
        using var post = new Post(engine);
        var port = 0;
        await using (var server = MailServer.Start()) port = server.Port;
        for (var i = 0; i < 3; i++) post.Queue("berit");

        for (var hour = 0; hour < 24 * 7; hour += 3)
        {
            Assert.NotNull((await SendMails.RunAsync(post.At(port), Cancel)).Trouble);
            post.Clock.Now += TimeSpan.FromHours(3);
        }
        Assert.Equal(["0|0"], post.Rows("select distinct state, attempts from mails where last_error <> ''"));

        await using var back = MailServer.Start(port);
        Assert.Equal(3, (await SendMails.RunAsync(post.At(port), Cancel)).Sent);
        Assert.Equal(3, back.Received.Count);
    }

    [Theory]
    [OnBoth]
    public async Task A_server_that_takes_nothing_from_our_sender_is_as_good_as_away(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        server.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "550 5.7.1 who are you" : null;
        post.Queue("berit");

        Assert.Contains("who are you", (await SendMails.RunAsync(post.At(server), Cancel)).Trouble, StringComparison.Ordinal);

        Assert.Equal(["0|0"], post.Rows("select state, attempts from mails"));
    }

    [Theory]
    [OnBoth]
    public async Task Two_senders_at_once_send_each_mail_once(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        for (var i = 0; i < 40; i++) post.Queue(i % 2 == 0 ? "berit" : "emma");

        var passes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendMails.RunAsync(post.At(server), Cancel), Cancel)));

        Assert.Equal(40, passes.Sum(pass => pass.Sent));
        Assert.Equal(40, server.Received.Select(mail => mail.Header("Message-Id")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(40, server.Received.Count);
    }

    [Theory]
    [OnBoth]
    public async Task What_a_killed_sender_had_in_hand_is_sent_by_the_next_after_ten_minutes(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        post.Queue("berit");
        Assert.NotNull(MailQueue.Take(post.At(server))); // and then it was killed

        post.Clock.Now += TimeSpan.FromMinutes(9);
        Assert.Equal(0, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);
        post.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);
    }

    [Theory]
    [OnBoth]
    public async Task A_digest_gathers_what_bears_waiting_into_one_mail_in_the_morning(Engine engine)
    {
        using var post = new Post(engine); // at noon
        await using var server = MailServer.Start();
        post.Execute(engine == Engine.Sqlite ? "update users set mail_digest = 1 where user_name = 'berit'" : "update users set mail_digest = true where user_name = 'berit'");
        post.Queue("berit");
        post.Queue("berit", "order_commented", text: "Brådskar");
        post.Queue("berit", MailKinds.Delegated);
        post.Queue("emma");

        Assert.Equal(2, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);
        Assert.Equal(["Du är ersättare för Olle Orre", "Order B2026-00001 awaits your approval"], server.Received.Select(mail => Parse(mail).Subject).Order(StringComparer.Ordinal));
        post.Clock.Now = new DateTimeOffset(2026, 11, 23, 7, 59, 0, TimeSpan.Zero);
        Assert.Equal(0, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);
        server.Answer = line => line == "." ? "451 4.3.0 later" : null;
        post.Clock.Now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).PutOff);
        server.Answer = _ => null;
        post.Queue("berit", "order_promised", text: "2026-12-01"); // for tomorrow's, though today's has not gone yet
        post.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);

        var digest = Parse(server.Received.Last());
        Assert.Equal("2 händelser i Assets", digest.Subject);
        Assert.Contains("väntar på din attest", digest.TextBody, StringComparison.Ordinal);
        Assert.Contains("Kommentar: Brådskar", digest.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-12-01", digest.TextBody, StringComparison.Ordinal);
        Assert.Equal(["0"], post.Rows("select state from mails where template = 'order_promised'"));
    }

    [Theory]
    [OnBoth]
    public void To_who_has_no_address_nothing_is_queued_and_the_same_is_queued_once(Engine engine)
    {
        using var post = new Post(engine);

        Assert.False(post.Queue("utan"));
        Assert.True(post.Queue("berit", key: "order/1/2/berit"));
        Assert.False(post.Queue("berit", key: "order/1/2/berit"));
    }

    [Theory]
    [OnBoth]
    public async Task Without_a_server_mails_wait(Engine engine)
    {
        using var post = new Post(engine);
        post.Queue("berit");

        var done = await SendMails.RunAsync(post.At(25, ("Assets:Mail:Host", "")), Cancel);

        Assert.Equal(MailRefusals.NotSetUp, done.Trouble);
        Assert.Equal(["0|0"], post.Rows("select state, attempts from mails"));
    }

    private static MimeMessage Parse(ReceivedMail mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Data)), Cancel);
}
