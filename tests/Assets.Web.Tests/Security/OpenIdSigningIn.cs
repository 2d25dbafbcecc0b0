using System.Net;
using System.Text;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Access;
using Assets.Operations.Monitoring;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>Signing in at an identity provider that lies, and at one that does not.</summary>
public sealed class OpenIdSigningIn
{
    [Fact]
    public async Task Somebody_with_an_account_is_let_in_and_reaches_the_page_that_was_wanted()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var petra = new Traveller();

        await petra.Go(new Uri(site.Address, "/sign-in?to=%2Fprofile"));
        Assert.Contains("Logga in med Lövsta kommun", petra.Page, StringComparison.Ordinal);
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=%2Fprofile"));

        Assert.Equal(("/profile", HttpStatusCode.OK), (petra.At.PathAndQuery, petra.Status));
        Assert.Contains("Petra på plats", petra.Page, StringComparison.Ordinal);
        Assert.Equal("1", site.Example.Scalar("select count(*) from sign_ins i join users u on u.id = i.user_id where u.user_name = 'petra' and i.outcome = 0"));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("unsigned")]
    [InlineData("no algorithm")]
    [InlineData("shared key")]
    [InlineData("another key")]
    [InlineData("expired")]
    public async Task A_token_with_a_fault_lets_nobody_in(string fault)
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        provider.Fault = fault;
        using var petra = new Traveller();

        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere"));

        Assert.Equal("/sign-in?problem=provider_refused", petra.At.PathAndQuery);
        Assert.Contains("gick inte att lita på", petra.Page, StringComparison.Ordinal);
        await IsOutside(site, petra);
    }

    [Fact]
    public async Task An_answer_that_was_asked_for_by_another_browser_lets_nobody_in()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var attacker = new Traveller();
        using var victim = new Traveller();
        await attacker.Go(new Uri(site.Address, "/sign-in/elsewhere"), before: "/sign-in/back");

        await victim.Go(attacker.At); // a link that signs the victim in as the attacker
        await IsOutside(site, victim);
        await victim.Go(new Uri(site.Address, "/sign-in/back?code=x&state=forged"));

        Assert.Equal("/sign-in?problem=provider_refused", victim.At.PathAndQuery);
        await IsOutside(site, victim);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    [InlineData("/\t/example.org")]
    public async Task Signing_in_elsewhere_leads_to_no_other_site(string to)
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var petra = new Traveller();

        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=" + Uri.EscapeDataString(to)));

        Assert.Equal(new Uri(site.Address, "/"), petra.At);
    }

    [Fact]
    public async Task Who_has_no_account_is_told_so_or_gets_one_without_a_right_as_the_setting_says()
    {
        await using var provider = await FakeProvider.Start();
        provider.Account = "nykomling";
        using var stranger = new Traveller();
        await using (var known = await Start(provider))
        {
            await stranger.Go(new Uri(known.Address, "/sign-in/elsewhere"));
            Assert.Equal("/sign-in?problem=admission_unknown", stranger.At.PathAndQuery);
            await IsOutside(known, stranger);
        }
        await using var creating = await Start(provider, ("Assets:OpenIdConnect:Accounts", "create"));

        await stranger.Go(new Uri(creating.Address, "/sign-in/elsewhere?to=/profile"));
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        await stranger.Go(new Uri(creating.Address, "/assets"));

        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        Assert.Equal("", creating.Example.Scalar("select password_hash from users where user_name = 'nykomling'"));
    }

    [Fact]
    public async Task An_account_that_the_administrator_has_locked_stays_locked_and_one_that_others_guessed_at_does_not()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var petra = new Traveller();
        using var guesser = new Visitor(site);
        for (var i = 0; i < 5; i++) (await guesser.SignIn("petra", "wrong")).Dispose();
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));
        Assert.Equal("/profile", petra.At.PathAndQuery);

        AppointPerson.Lock(site.Example.Installation, int.Parse(site.Example.Scalar("select id from users where user_name = 'petra'")!, System.Globalization.CultureInfo.InvariantCulture), locked: true);
        await IsOutside(site, petra);
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere"));

        Assert.Equal("/sign-in?problem=admission_locked", petra.At.PathAndQuery);
    }

    [Fact]
    public async Task A_name_that_the_provider_has_given_to_somebody_else_does_not_open_the_first_ones_account()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var first = new Traveller();
        using var second = new Traveller();
        await first.Go(new Uri(site.Address, "/sign-in/elsewhere"));
        provider.Subject = "subject-2";

        await second.Go(new Uri(site.Address, "/sign-in/elsewhere"));

        Assert.Equal("/sign-in?problem=admission_somebody_else", second.At.PathAndQuery);
    }

    [Fact]
    public async Task A_role_comes_and_goes_with_the_group_and_what_was_given_by_hand_stays()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider, ("Assets:GroupRoles:0:Group", "IT-tekniker"), ("Assets:GroupRoles:0:Role", "technician"), ("Assets:GroupRoles:1:Group", "granskare"), ("Assets:GroupRoles:1:Role", "auditor"));
        provider.Groups = ["it-tekniker", "granskare", "annat"];
        using var petra = new Traveller();
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/devices"));
        Assert.Equal(HttpStatusCode.OK, petra.Status);
        Assert.Equal("1", site.Example.Scalar("select count(*) from role_grants where from_groups")); // technician; she is auditor by hand

        provider.Groups = [];
        using var again = new Traveller();
        await again.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/receive"));

        Assert.Equal(HttpStatusCode.Forbidden, again.Status); // a technician's, not an auditor's
        Assert.Equal("8", site.Example.Scalar("select group_concat(role) from role_grants g join users u on u.id = g.user_id where u.user_name = 'petra'"));
        Assert.Equal("2", site.Example.Scalar("select count(*) from change_sets where verb = 'group roles'"));
    }

    [Fact]
    public async Task While_the_provider_is_away_a_page_says_so_and_local_accounts_work()
    {
        var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        await provider.DisposeAsync();
        using var petra = new Traveller();
        using var anna = new Visitor(site);

        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));
        using var local = await anna.SignIn("anna", Example.Password);

        Assert.Equal("/sign-in?problem=provider_away&to=%2Fprofile", petra.At.PathAndQuery);
        Assert.Contains("svarar inte just nu", petra.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, local.StatusCode);
    }

    [Fact]
    public async Task Leaving_signs_out_at_the_provider_too_and_comes_back_to_the_sign_in_page()
    {
        await using var provider = await FakeProvider.Start();
        provider.EndsSessions = true;
        await using var site = await Start(provider);
        using var petra = new Traveller();
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));

        await petra.SignOut();

        Assert.Equal((new Uri(site.Address, "/sign-in"), HttpStatusCode.OK), (petra.At, petra.Status));
        var asked = provider.LeftWith!;
        Assert.Equal(("tests", FakeProvider.ClientId, new Uri(site.Address, "/sign-in").AbsoluteUri), (asked["of"].ToString(), asked["client_id"].ToString(), asked["post_logout_redirect_uri"].ToString()));
        var said = asked["id_token_hint"].ToString().Split('.')[1].Replace('-', '+').Replace('_', '/');
        Assert.Contains("\"sub\":\"subject-1\"", Encoding.UTF8.GetString(Convert.FromBase64String(said.PadRight((said.Length + 3) / 4 * 4, '='))), StringComparison.Ordinal);
        await IsOutside(site, petra);
    }

    [Fact]
    public async Task Who_has_too_many_groups_for_a_cookie_leaves_without_naming_the_session()
    {
        await using var provider = await FakeProvider.Start();
        provider.EndsSessions = true;
        provider.Groups = [.. Enumerable.Range(0, 300).Select(i => $"grupp-med-ett-namn-{i}")];
        await using var site = await Start(provider);
        using var petra = new Traveller();
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));

        await petra.SignOut();

        Assert.False(provider.LeftWith!.ContainsKey("id_token_hint"));
        await IsOutside(site, petra);
    }

    [Fact]
    public async Task A_local_session_and_a_provider_without_a_page_for_it_end_here_alone()
    {
        await using var provider = await FakeProvider.Start();
        await using var site = await Start(provider);
        using var petra = new Traveller();
        using var anna = new Traveller();
        await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));
        await petra.SignOut();
        provider.EndsSessions = true;
        await anna.Go(new Uri(site.Address, "/sign-in?to=/profile"));
        await anna.Send(("account", "anna"), ("password", Example.Password));

        await anna.SignOut();

        Assert.Equal((new Uri(site.Address, "/sign-in"), new Uri(site.Address, "/sign-in")), (petra.At, anna.At));
        Assert.Null(provider.LeftWith);
        await IsOutside(site, petra);
        await IsOutside(site, anna);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_is_away_keeps_nobody_signed_in_here(bool restarted)
    {
        var provider = await FakeProvider.Start();
        provider.EndsSessions = true;
        var site = await Start(provider);
        try
        {
            using var petra = new Traveller();
            await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));
            await provider.DisposeAsync();
            if (restarted)
            {
                await site.App.StopAsync(TestContext.Current.CancellationToken); // and nothing is known of the provider any more
                site = await ExampleSite.Start(site.Example);
                await petra.Go(new Uri(site.Address, "/profile"));
                await petra.SignOut();
                Assert.Equal("/sign-in?problem=provider_stays", petra.At.PathAndQuery);
                Assert.Contains("där kan du fortfarande vara inloggad", petra.Page, StringComparison.Ordinal);
            }
            else
            {
                await Assert.ThrowsAsync<HttpRequestException>(() => petra.SignOut()); // led there, where nobody answers
            }
            await IsOutside(site, petra);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/sign-out?handler=Everywhere")]
    public async Task A_provider_that_does_not_answer_is_not_waited_for_by_who_leaves(string way)
    {
        await using var provider = await FakeProvider.Start();
        provider.EndsSessions = true;
        var site = await Start(provider);
        try
        {
            using var petra = new Traveller();
            await petra.Go(new Uri(site.Address, "/sign-in/elsewhere?to=/profile"));
            await site.App.StopAsync(TestContext.Current.CancellationToken); // and nothing is known of the provider any more
            provider.Hangs = true;
            site = await ExampleSite.Start(site.Example);
            await petra.Go(new Uri(site.Address, "/profile"));

            await petra.SignOut(way);

            Assert.True(provider.StillAsked.CanBeCanceled);
            Assert.False(provider.StillAsked.IsCancellationRequested); // she is out before the question has been given up
            Assert.Equal("/sign-in?problem=provider_stays", petra.At.PathAndQuery);
            await IsOutside(site, petra);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("http://login.example.org", "assets")]
    [InlineData("login.example.org", "assets")]
    [InlineData("https://login.example.org", "")]
    public void A_provider_that_is_spoken_to_in_clear_or_has_no_name_for_us_is_refused_at_the_start(string authority, string client)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Assets:OpenIdConnect:Authority"] = authority, ["Assets:OpenIdConnect:ClientId"] = client }).Build();

        Assert.Throws<SettingRefusedException>(() => OpenIdProvider.Read(settings));
    }

    private static async Task<ExampleSite> Start(FakeProvider provider, params (string, string)[] more)
    {
        var example = Example.Empty(provider.Settings(more));
        example.Person("petra", "Petra på plats", "sv", new Appointed(Role.Auditor));
        return await ExampleSite.Start(example);
    }

    private static async Task IsOutside(ExampleSite site, Traveller somebody)
    {
        await somebody.Go(new Uri(site.Address, "/profile"));
        Assert.StartsWith("/sign-in", somebody.At.PathAndQuery, StringComparison.Ordinal);
    }
}
