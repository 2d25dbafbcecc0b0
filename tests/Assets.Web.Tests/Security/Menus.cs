using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>What stands around each page: menu, search, keys; and what an empty installation says.</summary>
[Collection(nameof(Site))]
public sealed partial class Menus(Site site)
{
    [Fact]
    public async Task No_two_places_have_the_same_key()
    {
        site.Example.Example.Person("alltiallo", "Allt i Allo", "sv", [.. Enum.GetValues<Role>().Select(role => new Appointed(role))]);
        var visitor = await site.As("alltiallo");

        var keys = Key().Matches(await visitor.Read("/profile")).Select(match => match.Groups["key"].Value).ToList();

        Assert.True(keys.Count > 15);
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public async Task A_phone_has_a_way_to_the_search_of_everything_and_who_may_not_search_has_none()
    {
        site.Example.Example.Person("rollos", "Utan Roll", "sv");
        var visitor = await site.As("tove");
        var nobody = await site.As("rollos");

        Assert.Contains("<a class=\"navbar-person ms-auto d-lg-none\" href=\"/search\" aria-label=\"Sök i allt\">", await visitor.Read("/assets"), StringComparison.Ordinal);
        Assert.DoesNotContain("/search", await nobody.Read("/profile"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "anna", "/import", "/organisations")]
    [InlineData("/assets", "anna", "/import", null)]
    [InlineData("/assets", "tom", null, null)]
    [InlineData("/contracts", "anna", "/import", null)]
    [InlineData("/contracts", "tom", null, null)]
    public async Task An_empty_list_leads_to_the_pages_that_fill_it_for_who_may(string address, string account, string? first, string? second)
    {
        await using var empty = await ExampleSite.Start(Example.Empty());
        empty.Example.Person("tom", "Tom Lista", "sv", new Appointed(Role.Auditor));
        using var visitor = await Visitor.SignedIn(empty, account);

        var page = WebUtility.HtmlDecode(await visitor.Read(address));
        var body = page[page.IndexOf("<div class=\"empty card\">", StringComparison.Ordinal)..];

        Assert.DoesNotContain("assets import", page, StringComparison.Ordinal);
        Assert.Equal(first is not null, body.Contains("empty-action", StringComparison.Ordinal));
        foreach (var way in new[] { first, second }.OfType<string>()) Assert.Contains($"href=\"{way}\"", body, StringComparison.Ordinal);
    }

    [GeneratedRegex("data-go=\"(?<key>.)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Key();
}
