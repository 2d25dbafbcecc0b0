using System.Globalization;
using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Access;
using Assets.Support;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>The sign-in page before a real directory.</summary>
public sealed class DirectorySigningIn
{
    [Fact]
    public async Task Somebody_of_the_directory_signs_in_with_its_password_and_has_the_roles_of_the_groups()
    {
        using var slapd = SlapdServer.Start();
        await using var site = await Start(slapd, ("Assets:Directory:Accounts", "create"));
        using var maja = new Visitor(site);

        using var entered = await maja.SignIn("maja", SlapdServer.Password, "/devices");
        using var devices = await maja.Get("/devices");

        Assert.Equal(HttpStatusCode.OK, devices.StatusCode);
        Assert.Equal("Maja Manager", site.Example.Scalar("select display_name from users where user_name = 'maja'"));
        slapd.RemoveGroup();
        using var again = new Visitor(site);
        using var second = await again.SignIn("maja", SlapdServer.Password);
        Assert.True(second.StatusCode == HttpStatusCode.Found, await second.Content.ReadAsStringAsync());
        using var gone = await again.Get("/devices");
        Assert.Equal(HttpStatusCode.Forbidden, gone.StatusCode);
    }

    [Fact]
    public async Task Who_has_no_account_stays_outside_and_learns_why_with_the_right_password_only()
    {
        using var slapd = SlapdServer.Start();
        await using var site = await Start(slapd);
        using var nils = new Visitor(site);

        using var right = await nils.SignIn("nils", SlapdServer.Password);
        using var wrong = await nils.SignIn("nils", "wrong");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (right.StatusCode, wrong.StatusCode));
        Assert.Contains("inget konto här", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("stämmer inte", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("0", site.Example.Scalar("select count(*) from users where user_name = 'nils'"));
    }

    [Fact]
    public async Task Five_wrong_passwords_and_an_administrators_lock_hold_for_the_directory_too()
    {
        using var slapd = SlapdServer.Start();
        await using var site = await Start(slapd);
        site.Example.Person("maja", "Maja", "sv", new Appointed(Role.Auditor));
        site.Example.Person("nils", "Nils", "sv", new Appointed(Role.Auditor));
        using var visitor = new Visitor(site);
        for (var i = 0; i < 5; i++) (await visitor.SignIn("maja", "wrong")).Dispose();
        AppointPerson.Lock(site.Example.Installation, int.Parse(site.Example.Scalar("select id from users where user_name = 'nils'")!, CultureInfo.InvariantCulture), locked: true);

        using var guessed = await visitor.SignIn("maja", SlapdServer.Password);
        using var locked = await visitor.SignIn("nils", SlapdServer.Password);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (guessed.StatusCode, locked.StatusCode));
    }

    [Fact]
    public async Task Who_guesses_at_a_name_of_the_directory_is_soon_not_asked_there_any_more()
    {
        using var slapd = SlapdServer.Start();
        await using var site = await Start(slapd);
        using var stranger = new Visitor(site);
        for (var i = 0; i < Assets.Web.Security.SignInAttempts.OfName; i++) (await stranger.SignIn("nils", "wrong")).Dispose();

        using var right = await stranger.SignIn("nils", SlapdServer.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.DoesNotContain("inget konto här", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal); // that it was right is not learnt
    }

    [Fact]
    public async Task While_the_directory_is_away_the_page_says_so_and_local_accounts_work()
    {
        using var slapd = SlapdServer.Start();
        await using var site = await Start(slapd);
        site.Example.Person("maja", "Maja", "sv", new Appointed(Role.Auditor));
        slapd.Stop();
        using var visitor = new Visitor(site);

        using var away = await visitor.SignIn("maja", SlapdServer.Password);
        using var local = await visitor.SignIn("anna", Example.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, away.StatusCode);
        Assert.Contains("Katalogen med lösenord svarar inte", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, local.StatusCode);
    }

    private static Task<ExampleSite> Start(SlapdServer slapd, params (string, string)[] more) => ExampleSite.Start(Example.Empty(
    [
        ("Assets:Directory:Server", "127.0.0.1"), ("Assets:Directory:Port", slapd.Port.ToString(CultureInfo.InvariantCulture)), ("Assets:Directory:Security", "none"), ("Assets:Directory:Base", SlapdServer.Base),
        ("Assets:Directory:SearchAccount", SlapdServer.SearchAccount), ("Assets:Directory:SearchPassword", SlapdServer.SearchPassword),
        ("Assets:GroupRoles:0:Group", $"cn={SlapdServer.Group},ou=groups,{SlapdServer.Base}"), ("Assets:GroupRoles:0:Role", "technician"), .. more,
    ]));
}
