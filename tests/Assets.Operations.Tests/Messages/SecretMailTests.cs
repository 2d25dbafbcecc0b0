using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Messages;
using Xunit;

namespace Assets.Operations.Tests.Messages;

/// <summary>TLS, passwords and what somebody slips into a header.</summary>
public sealed class SecretMailTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("starttls", false)]
    [InlineData("tls", true)]
    public async Task With_a_trusted_certificate_user_and_password_a_mail_goes_secretly(string tls, bool fromTheStart)
    {
        using var post = new Post(Engine.Sqlite);
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
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password(string tls)
    {
        using var post = new Post(Engine.Sqlite);
        var (certificate, _) = post.Certificate();
        await using var server = MailServer.Start(certificate, tls == "tls", "assets:hemligt");
        post.Queue("berit");

        var done = await SendMails.RunAsync(post.At(server, ("Assets:Mail:Tls", tls), ("Assets:Mail:User", "assets"), ("Assets:Mail:Password", "hemligt")), Cancel);

        Assert.NotNull(done.Trouble);
        Assert.Empty(server.Received);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_has_no_tls_any_more_gets_nothing_in_the_clear()
    {
        using var post = new Post(Engine.Sqlite);
        await using var server = MailServer.Start();
        post.Queue("berit");

        var done = await SendMails.RunAsync(post.At(server, ("Assets:Mail:Tls", "starttls")), Cancel);

        Assert.NotNull(done.Trouble);
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_told_nowhere_and_the_mails_wait()
    {
        using var post = new Post(Engine.Sqlite);
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
    [InlineData("Assets:Mail:From", "nobody", MailRefusals.SettingUnclear)]
    [InlineData("Assets:Mail:Port", "70000", MailRefusals.SettingUnclear)]
    [InlineData("Assets:Mail:Tls", "perhaps", MailRefusals.SettingUnclear)]
    [InlineData("Assets:Mail:PasswordFile", "/does/not/exist", MailRefusals.PasswordUnread)]
    [InlineData("Assets:Mail:PasswordFile", "relative", MailRefusals.PasswordUnread)]
    [InlineData("Assets:Mail:Host", " ", MailRefusals.NotSetUp)]
    public void A_setting_that_cannot_be_meant_is_named(string name, string value, string code)
    {
        using var post = new Post(Engine.Sqlite);

        Assert.Equal(code, MailSettings.Read(post.At(25, (name, value))).Refusal?.Code);
    }

    [Fact]
    public void A_password_is_not_sent_in_the_clear_to_another_machine()
    {
        using var post = new Post(Engine.Sqlite);

        Assert.Equal(
            new Refusal(MailRefusals.PasswordInTheClear, "mail.example.invalid"),
            MailSettings.Read(post.At(25, ("Assets:Mail:Host", "mail.example.invalid"), ("Assets:Mail:User", "assets"), ("Assets:Mail:Password", "x"))).Refusal);
    }

    [Fact]
    public async Task Line_breaks_in_names_and_texts_begin_no_header_of_their_own()
    {
        using var post = new Post(Engine.Sqlite);
        await using var server = MailServer.Start();
        post.Execute("update users set display_name = 'Berit' || char(13, 10) || 'Bcc: spy@example.invalid' || char(13, 10, 13, 10) || 'Read this' where user_name = 'berit'");
        post.Queue("berit", MailKinds.Delegated, actor: "Olle\r\nBcc: spy@example.invalid\r\n\r\n<script>alert(1)</script>", text: "Line\u2028Bcc: spy@example.invalid");

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Sent);

        var mail = Assert.Single(server.Received);
        Assert.Equal("berit@example.invalid", mail.To);
        Assert.DoesNotContain(mail.Headers, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Read", StringComparison.Ordinal));
        Assert.Single(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("berit@example.invalid\r\nRCPT TO:<spy@example.invalid>")]
    [InlineData("berit@example.invalid, spy@example.invalid")]
    [InlineData("Berit <berit@example.invalid>")]
    [InlineData("berit")]
    public async Task What_is_no_address_is_refused_before_it_is_spoken(string address)
    {
        using var post = new Post(Engine.Sqlite);
        await using var server = MailServer.Start();
        post.Queue("berit");
        using (var connection = post.Database.Open()) connection.Execute("update users set email = @p0 where user_name = 'berit'", address);

        Assert.Equal(1, (await SendMails.RunAsync(post.At(server), Cancel)).Failed);

        Assert.DoesNotContain(server.Commands, command => command.StartsWith("RCPT", StringComparison.Ordinal));
    }
}
