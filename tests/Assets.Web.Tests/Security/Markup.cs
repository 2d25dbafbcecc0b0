using System.Net;
using System.Text.RegularExpressions;
using Assets.Support;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>What each page is made of, whatever it shows.</summary>
[Collection(nameof(Site))]
public sealed partial class Markup(Site site)
{
    public static TheoryData<string> Addresses =>
    [
        "/", "/assets", "/assets?q=%3Cscript%3Ealert(9)%3C%2Fscript%3E", "/assets/7", "/assets/8", "/assets/12?believed=2026-05-01&about=2026-04-30", "/contracts", "/contracts?q=%22%3E%3Cimg%20src%3Dx%3E", "/contracts?unit=%22%3E%3Cimg%20src%3Dx%3E&customer=%3Cscript%3E&code=%22onfocus%3D&cols=user,asset",
        "/contracts/20", "/months", "/months/2026-05", "/months/2026-06", "/months/2026-06/findings/asset_without_contract", "/devices", "/devices?q=%22onfocus%3D", "/devices/1", "/devices/4",
        "/register/as-of?about=2026-05-31&believed=2026-06-30", "/organisations", "/organisations/2", "/profile", "/costs", "/costs?unit=5&month=2026-05", "/costs/lines?cause=started", "/contracts/3/months/2026-05", "/charges/2026-04:C00020:rent:01:2026-02:old",
        "/standard", "/standard/2", "/standard/3", "/standard/3/rules", "/standard/3/product", "/standard/3/product?code=FALT", "/standard/3/product?copy=KONTOR", "/standard/3/effect", "/standard/rulebook", "/standard/3/rulebook", "/prices", "/prices?on=2024-05-01",
        "/orders", "/orders?show=all", "/queue", "/purchases", "/purchases/I2026-00001", "/purchases/I2026-00002/receive", "/models", "/models/1", "/models/1/edit", "/sites", "/suppliers", "/device-types", "/users", "/users/1", "/audits", "/audits/1", "/audit",
        "/search?q=latitude", "/search?q=%22%3E%3Cimg%20src%3Dx%3E", "/import", "/mails", "/webhooks", "/api", "/profile/tokens", "/labels?tags=IT0000001", "/assets/7/edit", "/assets/7/steps", "/contracts/3/change", "/contracts/new", "/devices/new", "/devices/discover", "/devices/credentials",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public Task A_page_is_within_a_hundred_kilobytes_and_runs_nothing_but_files(string address) => IsSmallAndRunsNothing("anna", address);

    [Theory]
    [InlineData("/order")]
    [InlineData("/order/kontor")]
    [InlineData("/order/wish")]
    [InlineData("/basket/" + ExampleOrdering.Basket)]
    [InlineData("/orders?show=mine")]
    [InlineData("/orders/B2026-00001")]
    [InlineData("/rented")]
    [InlineData("/rented?q=%22%3E%3Cimg%20src%3Dx%3E")]
    [InlineData("/rented/10/move")]
    [InlineData("/costs")]
    public Task So_is_a_page_of_those_who_order(string address) => IsSmallAndRunsNothing("olle", address);

    private async Task IsSmallAndRunsNothing(string account, string address)
    {
        var visitor = await site.As(account);
        using var answer = await visitor.Get(address);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SecureHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(html) < 100_000, $"{address} has {html.Length} characters");
        Assert.Empty(Inline().Matches(html).Select(m => m.Value));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
    }

    // A form with an address of its own gets no token unless it asks for one, and its post would be refused.
    [Fact]
    public void Each_form_that_posts_has_a_token() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Assets.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        where line.Contains("<form", StringComparison.Ordinal) && line.Contains("method=\"post\"", StringComparison.Ordinal) && line.Contains(" action=\"", StringComparison.Ordinal)
        where !line.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)
        select $"{Path.GetFileName(file)}: {line.Trim()}");

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var visitor = await site.As("anna");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await visitor.Read("/assets/7"), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", await visitor.Read("/devices/1"), StringComparison.Ordinal);
        Assert.Contains("Upplänk &lt;b&gt;plan 2&lt;/b&gt;", await visitor.Read("/devices/1"), StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;script&gt;alert(9)&lt;/script&gt;\"", await visitor.Read("/assets?q=%3Cscript%3Ealert(9)%3C%2Fscript%3E"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/standard")]
    [InlineData("/standard/3?handler=Propose")]
    [InlineData("/standard/3?handler=Decide")]
    [InlineData("/standard/3/rules")]
    [InlineData("/standard/3/product")]
    [InlineData("/prices")]
    [InlineData("/profile")]
    [InlineData("/sign-out")]
    [InlineData("/months/2026-06?handler=Run")]
    [InlineData("/months/2026-06?handler=Close")]
    [InlineData("/months/2026-06?handler=Approve")]
    [InlineData("/months/2026-06/findings/unpriced_line?handler=AcceptAll")]
    public async Task A_form_from_elsewhere_is_refused(string address)
    {
        var visitor = await site.As("anna");

        using var answer = await visitor.PostWithoutToken(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/assets/99999")]
    [InlineData("/contracts/99999")]
    [InlineData("/months/2026-13")]
    [InlineData("/months/1999-01")]
    [InlineData("/months/2026-05/findings/no-such")]
    [InlineData("/months/2026-05/files/no-such.xlsx")]
    [InlineData("/devices/99")]
    [InlineData("/organisations/99")]
    [InlineData("/standard/99")]
    [InlineData("/standard/99/rules")]
    [InlineData("/standard/99/rulebook")]
    [InlineData("/standard/1/effect")]
    [InlineData("/standard/3/product?code=NO-SUCH")]
    [InlineData("/no-such-page")]
    public async Task What_is_not_there_is_said_to_be_missing_with_a_way_on(string address)
    {
        var visitor = await site.As("anna");

        using var answer = await visitor.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Sidan finns inte", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_pages_are_kept_by_the_browser_and_packed()
    {
        using var visitor = new Visitor(site.Example);
        var styles = StyleSheet().Match(await visitor.Read("/sign-in")).Groups["address"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, styles);
        request.Headers.Add("Accept-Encoding", "br");

        using var answer = await visitor.Send(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inline();

    [GeneratedRegex("href=\"(?<address>/lib/tabler[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StyleSheet();
}
