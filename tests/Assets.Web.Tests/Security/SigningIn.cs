using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Security;

[Collection(nameof(Site))]
public sealed class SigningIn(Site site)
{
    [Theory]
    [InlineData("anna", "wrong")]
    [InlineData("nobody", Example.Password)]
    [InlineData("", "")]
    public async Task What_does_not_fit_is_refused_in_the_same_words(string account, string password)
    {
        using var visitor = new Visitor(site.Example);

        using var answer = await visitor.SignIn(account, password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("stämmer inte", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_too()
    {
        site.Example.Example.Person("glenn", "Glenn Glömsk", "sv", new Appointed(Role.Orderer));
        using var visitor = new Visitor(site.Example);
        for (var i = 0; i < 5; i++) (await visitor.SignIn("glenn", "wrong")).Dispose();

        using var answer = await visitor.SignIn("glenn", Example.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Guesses_at_a_name_are_held_up_whether_or_not_anybody_has_it()
    {
        await using var own = await ExampleSite.Start(Example.Empty());
        using var stranger = new Visitor(own);
        foreach (var name in new[] { "anna", "finns.inte" })
        {
            var answers = new List<HttpStatusCode>();
            for (var i = 0; i < SignInAttempts.OfName + 2; i++)
            {
                using var answer = await stranger.SignIn(i % 2 == 0 ? name : name.ToUpperInvariant(), "guess");
                answers.Add(answer.StatusCode);
            }
            Assert.Equal(Enumerable.Repeat(HttpStatusCode.Unauthorized, SignInAttempts.OfName).Append(HttpStatusCode.TooManyRequests).Append(HttpStatusCode.TooManyRequests), answers);
        }
        own.Example.Person("maja", "Maja", "sv", new Appointed(Role.Auditor));
        using var other = await stranger.SignIn("maja", Example.Password); // another's name is not held up by it
        own.Example.Clock.Now += TimeSpan.FromMinutes(10);
        own.Example.Change("update users set lockout_end = null");
        using var later = await Visitor.SignedIn(own, "anna");

        Assert.Equal(HttpStatusCode.Found, other.StatusCode);
    }

    [Fact]
    public async Task Guesses_at_many_names_from_one_address_are_held_up_and_right_passwords_are_no_guesses()
    {
        await using var own = await ExampleSite.Start(Example.Empty());
        var attempts = own.App.Services.GetRequiredService<SignInAttempts>();
        for (var i = 0; i < 20; i++) (await Visitor.SignedIn(own, "anna")).Dispose();
        for (var i = 1; i < SignInAttempts.OfAddress; i++) Assert.True(attempts.Begin(IPAddress.Loopback, $"gissning{i}"));
        using var stranger = new Visitor(own);

        using var last = await stranger.SignIn("gissning", "guess");
        using var held = await stranger.SignIn("anna", Example.Password);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests), (last.StatusCode, held.StatusCode));
        Assert.Contains("För många inloggningsförsök", await held.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(attempts.Begin(IPAddress.Parse("192.0.2.7"), "anna")); // somebody elsewhere goes on
        Assert.Equal("0", own.Example.Scalar("select access_failed_count from users where user_name = 'anna'"));
    }

    [Fact]
    public async Task Who_has_signed_in_from_a_browser_before_is_held_up_by_guesses_at_the_own_name_alone()
    {
        await using var own = await ExampleSite.Start(Example.Empty());
        own.Example.Person("maja", "Maja", "sv", new Appointed(Role.Auditor));
        var attempts = own.App.Services.GetRequiredService<SignInAttempts>();
        using var annas = await Visitor.SignedIn(own, "anna");
        (await annas.Post("/profile", "/sign-out")).Dispose();
        for (var i = 0; i < SignInAttempts.OfAddress; i++) Assert.True(attempts.Begin(IPAddress.Loopback, $"gissning{i}")); // a colleague's computer is at it

        using var again = await annas.SignIn("ANNA", Example.Password);
        (await annas.Post("/profile", "/sign-out")).Dispose();
        using var another = await annas.SignIn("maja", Example.Password);
        using var stranger = new Visitor(own);
        using var held = await stranger.SignIn("anna", Example.Password);
        for (var i = 0; i < SignInAttempts.OfName; i++) attempts.Begin(IPAddress.Parse("192.0.2.7"), "anna");
        using var guessed = await annas.SignIn("anna", Example.Password);

        Assert.Equal(
            (HttpStatusCode.Found, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests),
            (again.StatusCode, another.StatusCode, held.StatusCode, guessed.StatusCode));
    }

    [Fact]
    public async Task The_cookie_that_knows_a_browser_is_out_of_reach_cannot_be_forged_and_goes_out()
    {
        using var visitor = new Visitor(site.Example);
        using var answer = await visitor.SignIn("anna", Example.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(KnownBrowser.Cookie + "=", StringComparison.Ordinal));
        var known = site.Example.App.Services.GetRequiredService<KnownBrowser>();
        var value = Uri.UnescapeDataString(cookie.Split('=', 2)[1].Split(';')[0]);
        var protector = site.Example.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("known browser").ToTimeLimitedDataProtector();
        bool Knows(string text, string account)
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.Cookie = $"{KnownBrowser.Cookie}={text}";
            return known.Knows(context, account);
        }

        foreach (var word in new[] { "httponly", "samesite=strict", "path=/sign-in", "max-age=15552000" }) Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("anna", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(Knows(value, "Anna"));
        Assert.False(Knows(value, "maja"));
        Assert.False(Knows(value[..^4] + "AAAA", "anna"));
        Assert.False(Knows("ANNA", "anna"));
        Assert.True(Knows(protector.Protect("ANNA", TimeSpan.FromMinutes(1)), "anna"));
        Assert.False(Knows(protector.Protect("ANNA", TimeSpan.FromMinutes(-1)), "anna"));
    }

    [Fact]
    public async Task A_shared_computer_knows_the_latest_who_signed_in()
    {
        await using var own = await ExampleSite.Start(Example.Empty());
        var known = own.App.Services.GetRequiredService<KnownBrowser>();
        var cookie = "";
        for (var i = 1; i <= 6; i++)
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.Cookie = cookie;
            known.Remember(context, $"person{i}");
            cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        }
        var last = new DefaultHttpContext();
        last.Request.Headers.Cookie = cookie;

        Assert.Equal([false, true, true, true, true, true], Enumerable.Range(1, 6).Select(i => known.Knows(last, $"person{i}")));
    }

    [Fact]
    public void All_addresses_of_a_network_of_version_6_count_as_one()
    {
        var attempts = new SignInAttempts(TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<SignInAttempts>.Instance);
        for (var i = 0; i < SignInAttempts.OfAddress; i++) Assert.True(attempts.Begin(IPAddress.Parse($"2001:db8:1:2::{i + 1:x}"), $"namn{i}"));

        Assert.False(attempts.Begin(IPAddress.Parse("2001:db8:1:2:ffff::1"), "namn"));
        Assert.True(attempts.Begin(IPAddress.Parse("2001:db8:1:3::1"), "namn"));
    }

    [Theory]
    [InlineData("/assets?q=abc", "/assets?q=abc")]
    [InlineData("https://example.org/", "/")]
    [InlineData("//example.org/", "/")]
    [InlineData("/\\example.org", "/")]
    public async Task Signing_in_goes_on_to_a_page_of_ours_and_nowhere_else(string wanted, string reached)
    {
        using var visitor = new Visitor(site.Example);

        using var answer = await visitor.SignIn("anna", Example.Password, wanted);

        Assert.Equal(reached, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await Visitor.SignedIn(site.Example, "anna");

        using var answer = await visitor.Post("/profile", "/sign-out");
        using var after = await visitor.Get("/assets");

        Assert.Equal("/sign-in", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode);
    }

    [Fact]
    public async Task A_fetched_part_of_a_page_sends_the_whole_page_to_sign_in()
    {
        using var visitor = new Visitor(site.Example);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets");
        request.Headers.Add("HX-Request", "true");

        using var answer = await visitor.Send(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("/sign-in", Assert.Single(answer.Headers.GetValues("HX-Redirect")));
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var visitor = new Visitor(site.Example);

        using var answer = await visitor.SignIn("anna", Example.Password);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("assets.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
