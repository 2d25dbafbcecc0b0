using System.Net;
using System.Text.RegularExpressions;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Rentals;

/// <summary>The list of contract lines, narrowed, ordered and exported; and what the other lists share with it. On an installation of their own, where nobody adds a line.</summary>
public sealed partial class ContractPages(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/contracts", 84)]
    [InlineData("/contracts?sort=-start", 84)]
    [InlineData("/contracts?sort=payer", 84)]
    [InlineData("/contracts?sort=-end", 84)]
    [InlineData("/contracts?sort=rent", 84)]
    [InlineData("/contracts?customer=100-10&sort=-rent", 33)]
    public async Task Paging_forth_meets_every_line_once_and_paging_back_returns(string first, int lines)
    {
        var visitor = await site.As("anna");
        var forth = new List<string>();
        var pages = new List<string>();
        for (var address = first; address.Length > 0; address = Link(pages[^1], "next"))
        {
            pages.Add(await visitor.Read(address));
            forth.AddRange(Codes(pages[^1]));
        }

        Assert.Equal(lines, forth.Count);
        Assert.Equal(lines, forth.Distinct().Count());
        if (pages.Count > 1) Assert.Equal(Codes(pages[^2]), Codes(await visitor.Read(Link(pages[^1], "prev"))));
    }

    [Theory]
    [InlineData("q=c0001", 10)]
    [InlineData("q=it0000012", 1)]
    [InlineData("unit=100-10-1", 16)]
    [InlineData("unit=bj%C3%B6rkskolan", 16)]
    [InlineData("unit=100-10", 33)]
    [InlineData("customer=100-10", 33)]
    [InlineData("customer=l%C3%B6vsta+energi+ab", 17)]
    [InlineData("customer=100-10&unit=B1", 0)]
    [InlineData("code=12000", 16)]
    [InlineData("code=nothing", 0)]
    [InlineData("ends=2026-03-01", 1)]
    [InlineData("runs=not", 2)]
    [InlineData("runs=now", 82)]
    [InlineData("runs=later", 0)]
    [InlineData("ends=yesterday&runs=always&sort=colour", 84)] // what is no filter does not narrow
    public async Task A_filter_in_the_address_finds_what_fits(string filter, int expected)
    {
        var visitor = await site.As("anna");

        var html = await visitor.Read("/contracts?" + filter);

        Assert.Equal(expected, int.Parse(Count().Match(html).Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_list_is_exported_as_it_is_shown_in_its_order_and_only_within_reach()
    {
        var anna = await site.As("anna");
        var olle = await site.As("olle");

        var csv = await anna.Read("/contracts?q=C0000&sort=-line&cols=asset,unit,customer,costCode,period,method,rent&handler=File&format=csv");
        using var book = await anna.Get("/contracts?runs=now&handler=File&format=xlsx");
        var own = await olle.Read("/contracts?handler=File&format=csv");

        var rows = csv.TrimEnd().Split("\r\n");
        Assert.Equal("Avtalsrad;Inventarie;Antal;Betalare;Kund;Kostnadskod;Från;Till;Prissättning;Månadshyra (kr)", rows[0]);
        Assert.Equal(("C00009", 10), (rows[1].Split(';')[0], rows.Length));
        Assert.Equal("C00003;IT0000003;1;Solgården;Vård- och omsorgsförvaltningen;12003;2025-04-01;;Fast månadshyra;190,50", rows.Single(row => row.StartsWith("C00003", StringComparison.Ordinal)));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
        Assert.Contains("C00005", own, StringComparison.Ordinal);
        Assert.DoesNotContain("C00003", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_chosen_by_ticks_and_kept_in_the_address()
    {
        var anna = await site.As("anna");

        var page = WebUtility.HtmlDecode(await anna.Read("/contracts?q=C00003&Col=model&Col=user&Col=method"));

        Assert.Matches("<th scope=\"col\" class=\"\"[^>]*>Modell</th>", page);
        Assert.Contains("Fast månadshyra", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Kostnadskod</th>", page, StringComparison.Ordinal);
        Assert.Contains("cols=model,method,user", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/contracts", "contracts", "runs=now&sort=-rent", "anna", "tove")]
    [InlineData("/devices", "devices", "status=down", "anna", "tove")]
    [InlineData("/orders?show=all", "orders", "show=all&state=delivered", "anna", "tove")]
    [InlineData("/queue", "queue", "show=late", "anna", "tove")]
    [InlineData("/purchases", "purchases", "all=true", "anna", "tove")]
    public async Task A_view_is_saved_of_its_list_shared_with_those_who_open_it_and_stands_in_no_other(string page, string list, string query, string owner, string colleague)
    {
        var (mine, theirs) = (await site.As(owner), await site.As(colleague));
        var name = $"Vy av {list}";

        using var saved = await mine.Post(page, "/views", ("list", list), ("query", query), ("name", name), ("shared", "true"));
        using var again = await mine.Post(page, "/views", ("list", list), ("query", query), ("name", name), ("shared", "true"));
        var href = $"href=\"/{list}?{query.Replace("&", "&amp;", StringComparison.Ordinal)}\">{name}<";

        Assert.Equal((HttpStatusCode.Found, $"/{list}?{query}"), (saved.StatusCode, saved.Headers.Location?.ToString()));
        Assert.Equal(2, (await theirs.Read(page)).Split(href).Length);
        Assert.DoesNotContain(name, await theirs.Read("/assets"), StringComparison.Ordinal);
        Assert.Equal("Vy av " + list, site.Example.Example.Scalar($"select name from saved_views where name = '{name}'"));
    }

    [Fact]
    public async Task A_view_of_a_list_that_one_may_not_open_is_neither_saved_nor_told()
    {
        var olle = await site.As("olle");
        using var rut = Calling.By(site.Example, "rut");
        using var program = Calling.By(site.Example, "olle");

        using var page = await olle.Post("/profile", "/views", ("list", "purchases"), ("query", ""), ("name", "Inte min"));
        using var unknown = await olle.Post("/profile", "/views", ("list", "no-such"), ("query", ""), ("name", "Ingen"));
        using var odd = await olle.Post("/profile", "/views", ("list", "contracts"), ("query", "q=å\r\nx"), ("name", "Udda"));
        var saved = await program.Post("views", """{ "list": "contracts", "name": "Våra", "query": "?runs=now", "shared": true }""");
        var refused = await program.Post("views", """{ "list": "queue", "name": "Kön", "query": "" }""");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Found), (page.StatusCode, unknown.StatusCode, odd.StatusCode));
        Assert.Equal((200, 403), (saved.Status, refused.Status));
        Assert.Contains((await rut.Get("views?list=contracts")).Items, view => view!["name"]!.GetValue<string>() == "Våra" && view["query"]!.GetValue<string>() == "runs=now");
        Assert.DoesNotContain((await rut.Get("asset-views")).Items, view => view!["name"]!.GetValue<string>() == "Våra");
        Assert.Equal(403, (await program.Get("views?list=purchases")).Status);
        Assert.Equal(400, (await program.Get("views?list=everything")).Status);
    }

    [Theory]
    [InlineData("sort=payer&after=1%09999999999999")]
    [InlineData("sort=payer&after=payer%091%09999999999999")]
    [InlineData("sort=rent&after=line%095%09C00005")]
    [InlineData("sort=rent&before=rent%095%0999999999999999999999")]
    public async Task A_place_of_another_order_or_of_none_is_the_beginning_on_the_page_and_refused_to_a_program(string address)
    {
        var anna = await site.As("anna");
        using var program = Calling.By(site.Example, "anna");
        var (asked, place) = (address[..address.LastIndexOf('=')].Replace("after", "", StringComparison.Ordinal).Replace("before", "", StringComparison.Ordinal), Uri.UnescapeDataString(address[(address.LastIndexOf('=') + 1)..]));
        var cursor = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(place));

        Assert.Equal(Codes(await anna.Read("/contracts?" + asked)), Codes(await anna.Read("/contracts?" + address)));
        Assert.Equal(400, (await program.Get($"contract-lines?{asked}&cursor={cursor}")).Status);
    }

    [Fact]
    public async Task A_cursor_of_one_order_goes_on_in_that_one_only()
    {
        using var program = Calling.By(site.Example, "anna");
        var next = (await program.Get("contract-lines?sort=start&limit=5")).Json!["next"]!.GetValue<string>();

        Assert.Equal(200, (await program.Get($"contract-lines?sort=start&limit=5&cursor={next}")).Status);
        Assert.Equal(400, (await program.Get($"contract-lines?sort=rent&limit=5&cursor={next}")).Status);
    }

    [Fact]
    public async Task A_list_has_room_for_fifty_views_of_ones_own_and_says_so()
    {
        var emma = await site.As("emma");
        using var program = Calling.By(site.Example, "emma");
        foreach (var number in Enumerable.Range(1, 49)) site.Example.Example.Change($"insert into saved_views (user_id, list, name, query, shared) values ({Calling.Id(site.Example, "emma")}, {(int)Core.Access.NamedList.Contracts}, 'Mine {number}', '', 0)");

        var last = await program.Post("views", """{ "list": "contracts", "name": "Mine 50", "query": "runs=now" }""");
        var again = await program.Post("views", """{ "list": "contracts", "name": "Mine 50", "query": "runs=later" }""");
        var over = await program.Post("views", """{ "list": "contracts", "name": "Mine 51", "query": "" }""");
        (await emma.Post("/contracts", "/views", ("list", "contracts"), ("query", ""), ("name", "Mine 51"))).Dispose();
        var page = await emma.Read("/contracts");
        var other = await program.Post("views", """{ "list": "devices", "name": "Mine 51", "query": "" }""");

        Assert.Equal((200, 200, "runs=later"), (last.Status, again.Status, again.Json!["query"]!.GetValue<string>()));
        Assert.Equal((422, "too_many_views"), (over.Status, over.Code));
        Assert.Contains("You have 50 views of this list already.", page, StringComparison.Ordinal);
        Assert.Equal(200, other.Status);
    }

    [Theory]
    [InlineData("/devices?status=up", "Status;Namn;Inventarienummer;Slag;Adress;Plats;Svarade senast;Drifttid", "anna")]
    [InlineData("/orders?show=all", "Nummer;Skickad;Läge;Mottagare;Antal mottagare;Enhet;Beställare;Önskad;Utlovad;Per månad (kr)", "anna")]
    [InlineData("/queue", "Beställning;Läge;För;Beställare;Önskad;Utlovad;Plockat;Att plocka;Saknas i lager", "tove")]
    [InlineData("/purchases?all=true", "Nummer;Leverantörens nummer eller avtal;Leverantör;Beställt;Väntas;Kommit;Antal beställda;Belopp;Läge", "tove")]
    public async Task Each_list_is_exported_as_it_is_shown(string address, string head, string account)
    {
        var visitor = await site.As(account);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';

        var rows = (await visitor.Read($"{address}{separator}handler=File&format=csv")).TrimEnd().Split("\r\n");
        using var book = await visitor.Get($"{address}{separator}handler=File&format=xlsx");

        Assert.Equal(head, rows[0]);
        Assert.True(rows.Length > 1);
        Assert.All(rows, row => Assert.Equal(head.Split(';').Length, row.Split(';').Length));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", book.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("contract-lines?customer=100-10&cost_code=12000&limit=200", 16)]
    [InlineData("contract-lines?ends_before=2026-03-01", 1)]
    [InlineData("contract-lines?runs=not&sort=-end", 2)]
    public async Task A_program_narrows_and_orders_the_lines_too(string call, int expected)
    {
        using var program = Calling.By(site.Example, "rut");

        Assert.Equal(expected, (await program.Get(call)).Items.Count);
        Assert.Equal(400, (await program.Get("contract-lines?sort=colour")).Status);
        Assert.Equal(400, (await program.Get("contract-lines?runs=always")).Status);
        Assert.Equal(400, (await program.Get("contract-lines?cursor=YWJj")).Status);
    }

    private static List<string> Codes(string html) => [.. Code().Matches(html).Select(m => m.Groups["code"].Value)];

    private static string Link(string html, string relation) =>
        WebUtility.HtmlDecode(Regex.Match(html, $"rel=\"{relation}\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value);

    [GeneratedRegex("<a href=\"/contracts/\\d+\">(?<code>[^<]+)</a>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Code();

    [GeneratedRegex("role=\"status\">(?<count>\\d+) avtalsrad", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Count();
}
