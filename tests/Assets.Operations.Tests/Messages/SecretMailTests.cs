using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Assets.Support;
using Xunit;

namespace Assets.Operations.Tests.Messages;

/// <summary>TLS, passwords and what somebody slips into a header.</summary>
public sealed class SecretMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnBoth("starttls", false)]
    [OnBoth("tls", true)]
    public async Task With_a_trusted_certificate_user_and_password_a_mail_goes_secretly(Engine engine, string tls, bool fromTheStart)
    {
        using var post = new Post(engine);
        var (certificate, file) = post.Certificate();
        await using var server = MailServer.Start(certificate, fromTheStart, "assets:hemligt ord");
        var password = Path.Combine(post.Folder, "password");
        await File.WriteAllTextAsync(password, "hemligt ord\n", Cancel);
        post.Queue("berit");

        var done = await SendMails.RunAsync(
            post.At(server, ("Assets:Mail:Tls", tls), ("Assets:Mail:TrustedFile", file), ("Assets:Mail:User", "assets"), ("Assets:Mail:PasswordFile", password)), Cancel);

        Assert.Equal(new MailsSent(1, 0, 0, null), done);
        Assert.True(Assert.Single(server.Received).WasSecret);
    }

    [Theory]
    [OnBoth("starttls")]
    [OnBoth("tls")]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password(Engine engine, string tls)
    {
        using var post = new Post(engine);
        var (certificate, _) = post.Certificate();
        await using var server = MailServer.Start(certificate, tls == "tls", "assets:hemligt");
        post.Queue("berit");

        var done = await SendMails.RunAsync(post.At(server, ("Assets:Mail:Tls", tls), ("Assets:Mail:User", "assets"), ("Assets:Mail:Password", "hemligt")), Cancel);

        Assert.NotNull(done.Trouble);
        Assert.Empty(server.Received);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [OnBoth]
    public async Task A_server_that_has_no_tls_any_more_gets_nothing_in_the_clear(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        post.Queue("berit");

        var done = await SendMails.RunAsync(post.At(server, ("Assets:Mail:Tls", "starttls")), Cancel);

        Assert.NotNull(done.Trouble);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [OnBoth]
    public async Task A_wrong_password_is_told_nowhere_and_the_mails_wait(Engine engine)
    {
        using var post = new Post(engine);
        var (certificate, file) = post.Certificate();
        await using var server = MailServer.Start(certificate, account: "assets:right");
        post.Queue("berit");

        var done = await SendMails.RunAsync(
            post.At(server, ("Assets:Mail:Tls", "starttls"), ("Assets:Mail:TrustedFile", file), ("Assets:Mail:User", "assets"), ("Assets:Mail:Password", "my-own-secret")), Cancel);

        Assert.Contains("5.7.8", done.Trouble, StringComparison.Ordinal);
        Assert.DoesNotContain("my-own-secret", done.Trouble, StringComparison.Ordinal);
        Assert.Equal(["0|0"], post.Rows("select state, attempts from mails"));
        Assert.DoesNotContain("my-own-secret", Assert.Single(post.Rows("select last_error from mails")), StringComparison.Ordinal);
    }

    [Theory]
    [OnBoth("Assets:Mail:From", "nobody", MailRefusals.SettingUnclear)]
    [OnBoth("Assets:Mail:Port", "70000", MailRefusals.SettingUnclear)]
    [OnBoth("Assets:Mail:Tls", "perhaps", MailRefusals.SettingUnclear)]
    [OnBoth("Assets:Mail:PasswordFile", "/does/not/exist", MailRefusals.PasswordUnread)]
    [OnBoth("Assets:Mail:PasswordFile", "relative", MailRefusals.PasswordUnread)]
    [OnBoth("Assets:Mail:Host", " ", MailRefusals.NotSetUp)]
    public void A_setting_that_cannot_be_meant_is_named(Engine engine, string name, string value, string code)
    {
        using var post = new Post(engine);

        Assert.Equal(code, MailSettings.Read(post.At(25, (name, value))).Refusal?.Code);
    }

    [Theory]
    [OnBoth]
    public void A_password_is_not_sent_in_the_clear_to_another_machine(Engine engine)
    {
        using var post = new Post(engine);

        Assert.Equal(
            new Refusal(MailRefusals.PasswordInTheClear, "mail.example.invalid"),
            MailSettings.Read(post.At(25, ("Assets:Mail:Host", "mail.example.invalid"), ("Assets:Mail:User", "assets"), ("Assets:Mail:Password", "x"))).Refusal);
    }

    [Theory]
    [OnBoth]
    public async Task Line_breaks_in_names_and_texts_begin_no_header_of_their_own(Engine engine)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        post.Execute("update users set display_name = 'Berit\r\nBcc: spy@example.invalid\r\n\r\nRead this' where user_name = 'berit'");
        post.Queue("berit", MailKinds.Delegated, actor: "Olle\r\nBcc: spy@example.invalid\r\n\r\n<script>alert(1)</script>", text: "Line\u2028Bcc: spy@example.invalid");

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);

        var mail = Assert.Single(server.Received);
        Assert.Equal("berit@example.invalid", mail.To);
        Assert.DoesNotContain(mail.Headers, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Read", StringComparison.Ordinal));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [OnBoth("berit@example.invalid\r\nRCPT TO:<spy@example.invalid>")]
    [OnBoth("berit@example.invalid, spy@example.invalid")]
    [OnBoth("Berit <berit@example.invalid>")]
    [OnBoth("berit")]
    public async Task What_is_no_address_is_refused_before_it_is_spoken(Engine engine, string address)
    {
        using var post = new Post(engine);
        await using var server = MailServer.Start();
        post.Queue("berit");
        using (var connection = post.Database.Open()) connection.Execute("update users set email = @p0 where user_name = 'berit'", address);

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Failed);

        Assert.DoesNotContain(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }
}
