using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
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
