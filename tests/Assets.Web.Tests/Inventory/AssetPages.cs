using System.Net;
using System.Text.RegularExpressions;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Inventory;

[Collection(nameof(Site))]
public sealed partial class AssetPages(Site site)
{
    [Theory]
    [InlineData("/assets")]
    [InlineData("/assets?sort=-tag")]
    [InlineData("/assets?sort=serial")]
    [InlineData("/assets?sort=-purchased")]
    [InlineData("/assets?sort=kind")]
    [InlineData("/assets?sort=-state")]
    public async Task Paging_forth_meets_every_asset_once_and_paging_back_returns(string first)
    {
        var visitor = await site.As("anna");
        var forth = new List<string>();
        var pages = new List<string>();
        for (var address = first; address.Length > 0; address = Link(pages[^1], "next"))
        {
            pages.Add(await visitor.Read(address));
            forth.AddRange(Tags(pages[^1]));
        }

        var back = await visitor.Read(Link(pages[^1], "prev"));

        Assert.Equal(ExampleFiles.Assets, forth.Distinct().Count());
        Assert.Equal(ExampleFiles.Assets, forth.Count);
        Assert.Equal(Tags(pages[^2]), Tags(back));
    }

    [Theory]
    [InlineData("q=it0000012", 1)]
    [InlineData("q=SN0012", 1)]
    [InlineData("q=latitude", 36)]
    [InlineData("q=Latitude%205440%20it000003", 5)]
    [InlineData("q=%C3%A5ngmaskin", 1)] // written decomposed in the file
    [InlineData("q=A%CC%8ANGMASKIN", 1)]
    [InlineData("q=sn", 96)]
    [InlineData("q=zzz", 0)]
    [InlineData("q=100%25", 0)]
    [InlineData("state=lost", 1)]
    [InlineData("kind=pc&state=in_repair", 1)]
    [InlineData("site=L1", 32)]
    [InlineData("model=m-server", 5)]
    [InlineData("unit=B1", 17)]
    [InlineData("site=Storgaten%2018", 0)]
    [InlineData("site=storgatan%2018", 32)]
    [InlineData("model=Fabrik%C3%B6r%20Server", 5)]
    [InlineData("unit=l%C3%B6vsta%20energi%20ab", 17)]
    [InlineData("unit=no-such", 0)]
    public async Task A_filter_in_the_address_finds_what_fits(string filter, int expected)
    {
        var visitor = await site.As("anna");

        var html = await visitor.Read("/assets?" + filter);

        Assert.Equal(expected, int.Parse(Count().Match(html).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Math.Min(expected, 50), Tags(html).Count);
    }

    [Fact]
    public async Task A_fetched_list_is_only_the_list()
    {
        var visitor = await site.As("anna");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets?q=latitude");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Request-Type", "partial");

        using var answer = await visitor.Send(request);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.StartsWith("<div id=\"list\"", html.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("name=\"query\" value=\"q=latitude\" form=\"view\"", html, StringComparison.Ordinal); // what is saved is what is on the screen
        Assert.Contains("name=\"q\" value=\"latitude\" form=\"columns\"", html, StringComparison.Ordinal);
        Assert.Contains("HX-Request", answer.Headers.Vary);
    }

    [Fact]
    public async Task An_asset_shows_its_book_value_on_the_day_that_is_asked_for()
    {
        var visitor = await site.As("anna");

        var page = WebUtility.HtmlDecode(await visitor.Read("/assets/3?valued=2026-07-01"));

        Assert.Contains("<p class=\"figure mb-1\">1 451,31 kr</p>", page.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("på 48 månader", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_asset_shows_owner_user_and_payer_and_what_was_believed_of_it()
    {
        var visitor = await site.As("anna");

        var now = await visitor.Read("/assets/12");
        var then = await visitor.Read("/assets/12?believed=2026-05-01&about=2026-04-30");
        var never = await visitor.Read("/assets/12?believed=2020-01-01&about=2020-01-01");

        Assert.Contains("På reparation", now, StringComparison.Ordinal);
        Assert.Contains("Hemtjänsten Öst", now, StringComparison.Ordinal);
        Assert.Contains("Inventering i maj", now, StringComparison.Ordinal);
        Assert.Matches("<tr class=\"changed\"><th scope=\"row\">Tillstånd</th><td>I bruk</td>", then);
        Assert.Contains("fanns inte i registret då", never, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 9)] // two of them: whether an order waits for the reader
    [InlineData("/assets", 4)]
    [InlineData("/assets?cols=price,supplier,costCode,parent,note", 4)]
    [InlineData("/assets?q=latitude&sort=purchased", 7)]
    [InlineData("/purchases", 3)]
    [InlineData("/queue", 7)]
    [InlineData("/orders", 5)]
    [InlineData("/audits", 3)]
    [InlineData("/contracts", 6)]
    [InlineData("/contracts?customer=100-10&code=12000&runs=now&sort=-rent", 7)]
    [InlineData("/months", 2)]
    [InlineData("/months/2026-06/findings/asset_without_contract", 5)]
    [InlineData("/contracts/3/months/2026-05", 2)]
    [InlineData("/users", 2)]
    [InlineData("/users?q=ol", 2)]
    [InlineData("/users/1", 3)]
    [InlineData("/devices", 3)]
    [InlineData("/organisations", 3)]
    [InlineData("/models", 3)]
    [InlineData("/sites?q=bj", 3)]
    [InlineData("/suppliers/1", 4)]
    [InlineData("/models/1/edit", 3)]
    [InlineData("/organisations/2", 6)]
    [InlineData("/standard", 4)]
    [InlineData("/standard/2", 6)]
    [InlineData("/standard/2/rulebook", 4)]
    [InlineData("/prices", 3)]
    [InlineData("/costs", 6)]
    [InlineData("/costs/lines?cause=started", 4)]
    [InlineData("/costs/lines?month=2026-05", 4)]
    [InlineData("/assets/3", 9)]
    [InlineData("/assets/12?believed=2026-05-01&about=2026-04-30", 9)]
    [InlineData("/contracts/3", 6)]
    [InlineData("/contracts/3/change", 10)]
    [InlineData("/months/2026-05", 11)]
    [InlineData("/months/2026-06", 11)]
    [InlineData("/devices/1", 5)]
    [InlineData("/search?q=latitude", 16)]
    [InlineData("/search?q=zzzzz", 16)]
    [InlineData("/register/as-of?about=2026-05-31", 1)]
    [InlineData("/purchases/I2026-00001", 5)]
    [InlineData("/purchases/I2026-00001/receive", 6)]
    [InlineData("/import", 2)]
    [InlineData("/audit", 2)]
    [InlineData("/mails", 3)]
    [InlineData("/audits/1", 4)]
    public async Task A_page_asks_the_database_no_more_often_than_it_used_to(string address, int statements)
    {
        var visitor = await site.As("anna");
        await visitor.Read(address); // what is kept in memory is kept from here on

        Assert.Equal(statements, await Statements.During(() => visitor.Read(address)));
    }

    [Fact]
    public async Task English_is_complete_where_it_is_chosen()
    {
        var visitor = await site.As("emma");

        var html = await visitor.Read("/months/2026-05");

        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.Contains("May 2026", html, StringComparison.Ordinal);
        Assert.Contains("SEK ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_profile_holds_from_the_next_page_on()
    {
        site.Example.Example.Person("lars", "Lars Lärling", "sv", new Data.Access.Appointed(Core.Access.Role.Technician));
        var visitor = await site.As("lars");

        using var answer = await visitor.Post("/profile", "/profile", ("language", "en"), ("theme", "dark"));
        var html = await visitor.Read("/assets");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("<html lang=\"en\" data-bs-theme=\"dark\"", html, StringComparison.Ordinal);
    }

    private static List<string> Tags(string html) => [.. Tag().Matches(html).Select(m => m.Groups["tag"].Value)];

    private static string Link(string html, string relation) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"rel=\"{relation}\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value);

    [GeneratedRegex("<td><a href=\"/assets/\\d+\">(?<tag>[^<]+)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("role=\"status\">(?<count>\\d+) inventarie", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Count();
}
