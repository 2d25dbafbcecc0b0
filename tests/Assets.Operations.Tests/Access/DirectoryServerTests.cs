using System.Net;
using System.Net.Sockets;
using Assets.Operations.Access;
using Assets.Operations.Monitoring;
using Assets.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assets.Operations.Tests.Access;

/// <summary>Against a real directory.</summary>
public sealed class DirectoryServerTests
{
    [Fact]
    public async Task The_right_password_proves_a_person_with_name_address_and_groups()
    {
        using var slapd = SlapdServer.Start();

        var maja = (await new DirectoryServer(Settings(slapd)).Ask("maja", SlapdServer.Password, Token)).Value;

        Assert.Equal(("maja", "Maja Manager", "maja@example.org"), (maja.Account, maja.Name, maja.Email));
        Assert.Equal(36, maja.Subject.Length); // an entryUUID
        Assert.Equal(["cn=it-tekniker,ou=groups,dc=example,dc=org"], maja.Groups);
    }

    [Fact]
    public async Task Where_groups_name_their_members_they_are_looked_for_and_have_bare_names_too()
    {
        using var slapd = SlapdServer.Start();
        var settings = Settings(slapd) with { GroupAttribute = "none", GroupBase = "ou=groups," + SlapdServer.Base };

        var maja = (await new DirectoryServer(settings).Ask("maja", SlapdServer.Password, Token)).Value;

        Assert.Equal(["cn=it-tekniker,ou=groups,dc=example,dc=org", "it-tekniker"], maja.Groups.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("maja", "wrong")]
    [InlineData("maja", "")] // signs in as nobody at this directory, and would be let in by who asks no further
    [InlineData("maja", "\0")]
    [InlineData("nobody", SlapdServer.Password)]
    [InlineData("*", SlapdServer.Password)]
    [InlineData("maj*", SlapdServer.Password)]
    [InlineData("maja)(uid=*", SlapdServer.Password)]
    [InlineData("maja)(|(uid=*", SlapdServer.Password)]
    [InlineData("*)(objectClass=*))(&(uid=maja", SlapdServer.Password)]
    [InlineData("maja\0", SlapdServer.Password)]
    [InlineData(" ", SlapdServer.Password)]
    public async Task What_proves_nothing_lets_nobody_in(string account, string password)
    {
        using var slapd = SlapdServer.Start();

        var outcome = await new DirectoryServer(Settings(slapd)).Ask(account, password, Token);

        Assert.Equal(DirectoryServer.Refused, outcome.Refusal?.Code);
    }

    [Fact]
    public async Task A_name_with_signs_of_filters_in_it_is_that_name()
    {
        using var slapd = SlapdServer.Start();

        Assert.Equal("Odd Oddsson", (await new DirectoryServer(Settings(slapd)).Ask("odd(*)", SlapdServer.Password, Token)).Value.Name);
    }

    [Theory]
    [InlineData(DirectorySecurity.Ldaps)]
    [InlineData(DirectorySecurity.StartTls)]
    public async Task Over_tls_the_certificate_has_to_be_trusted(DirectorySecurity security)
    {
        using var slapd = SlapdServer.Start();
        var plain = Settings(slapd) with { Security = security, Port = security == DirectorySecurity.Ldaps ? slapd.TlsPort : slapd.Port };

        var trusted = await new DirectoryServer(plain with { CertificateFolder = slapd.Certificates }).Ask("maja", SlapdServer.Password, Token);

        Assert.Equal("maja", trusted.Value.Account);
        await Assert.ThrowsAsync<DirectoryAwayException>(() => new DirectoryServer(plain).Ask("maja", SlapdServer.Password, Token));
    }

    [Fact]
    public async Task A_directory_that_is_silent_or_gone_or_refuses_the_search_is_away()
    {
        using var slapd = SlapdServer.Start();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start(); // takes connections and says nothing
        var brisk = Settings(slapd) with { Timeout = TimeSpan.FromSeconds(1) };

        await Assert.ThrowsAsync<DirectoryAwayException>(() => new DirectoryServer(brisk with { Port = ((IPEndPoint)silent.LocalEndpoint).Port }).Ask("maja", SlapdServer.Password, Token));
        await Assert.ThrowsAsync<DirectoryAwayException>(() => new DirectoryServer(brisk with { SearchPassword = "old" }).Ask("maja", SlapdServer.Password, Token));
        slapd.Stop();
        await Assert.ThrowsAsync<DirectoryAwayException>(() => new DirectoryServer(brisk).Ask("maja", SlapdServer.Password, Token));
    }

    [Theory]
    [InlineData("Security", "none", "another machine")]
    [InlineData("Security", "tls", "ldaps, starttls or none")]
    [InlineData("Base", "", "Base is missing")]
    [InlineData("Accounts", "all", "known or create")]
    [InlineData("Kind", "nis", "active_directory")]
    [InlineData("SearchPasswordFile", "/no/such/file", "cannot be read")]
    public void A_setting_that_cannot_be_meant_or_would_send_passwords_in_clear_is_refused(string name, string value, string says)
    {
        var settings = new Dictionary<string, string?> { ["Assets:Directory:Server"] = "ldap.example.org", ["Assets:Directory:Base"] = "dc=example,dc=org", [$"Assets:Directory:{name}"] = value };

        var refused = Assert.Throws<SettingRefusedException>(() => DirectorySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DirectorySettings Settings(SlapdServer slapd) =>
        new("127.0.0.1", slapd.Port, DirectorySecurity.None, SlapdServer.Base) { SearchAccount = SlapdServer.SearchAccount, SearchPassword = SlapdServer.SearchPassword };
}
