using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations;
using Assets.Operations.Chargeback;
using Assets.Operations.Ordering;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Ordering;

/// <summary>IT's side of an order and what a department rents, over the wire and without scripts. Each test begins with an example of its own.</summary>
public sealed partial class FulfilmentPages : IAsyncLifetime
{
    private ExampleSite? site;

    private ExampleSite At => site!;

    private Example Example => At.Example;

    public async ValueTask InitializeAsync() => site = await ExampleSite.Start(Values.Example.Busy());

    public async ValueTask DisposeAsync() => await At.DisposeAsync();

    [Fact]
    public async Task A_technician_picks_by_scanner_delivers_and_prints_a_note_by_whose_code_the_recipient_confirms()
    {
        using var tove = await Visitor.SignedIn(At, "tove");
        const string bench = "/queue/" + ExampleOrdering.Accepted;

        var queue = await tove.Read("/queue");
        using var picked = await tove.Post(bench, bench + "?handler=Pick", ("scanned", "serla04"));
        var said = await tove.Read(Place(picked));
        using var unknown = await tove.Post(bench, bench + "?handler=Pick", ("scanned", "LA99"));
        var refused = await tove.Read(bench);
        using var lacking = await Deliver(tove, bench, "1", "2");
        var kept = await tove.Read(bench);
        using var nothing = await Deliver(tove, bench, "1", "2", ("reason", "resten kommer"));
        var unpicked = await tove.Read(bench);
        using var delivered = await Deliver(tove, bench, "1", null, ("reason", "resten kommer"));
        var note = await tove.Read(Place(delivered));
        var again = await tove.Read(Place(delivered));

        Assert.Contains($">{ExampleOrdering.Accepted}<", queue, StringComparison.Ordinal);
        Assert.Contains("LA04 plockad", said, StringComparison.Ordinal);
        Assert.Contains("LA99", refused, StringComparison.Ordinal);
        Assert.Contains("Delar saknas", kept, StringComparison.Ordinal);
        Assert.Contains("Rad 2 har inget plockat", unpicked, StringComparison.Ordinal);
        Assert.Contains("name=\"day\" type=\"date\" min=\"20", kept, StringComparison.Ordinal);
        Assert.Equal($"/orders/{ExampleOrdering.Accepted}/note", Place(delivered));
        Assert.Contains("class=\"ink\"", note, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"ink\"", again, StringComparison.Ordinal); // told once
        using var nobody = new Visitor(At);
        var link = Link().Match(note).Groups["path"].Value;
        using var confirmed = await nobody.Post(link, link);
        Assert.Contains("Tack!", await nobody.Read(link), StringComparison.Ordinal);
        using var olle = await Visitor.SignedIn(At, "olle");
        var order = await olle.Read("/orders/" + ExampleOrdering.Accepted);
        Assert.Contains("Avbeställ resten", WebUtility.HtmlDecode(order), StringComparison.Ordinal);
        using var rest = await olle.PostWith(Visitor.TokenOf(order), $"/orders/{ExampleOrdering.Accepted}?handler=Cancel", ("version", Version(order)));
        Assert.Equal("6", Example.Scalar($"select state from orders where number = '{ExampleOrdering.Accepted}'"));
    }

    [Fact]
    public async Task What_an_order_waits_for_is_bought_from_the_queue_and_from_the_bench()
    {
        using var tove = await Visitor.SignedIn(At, "tove");

        var queue = WebUtility.HtmlDecode(await tove.Read("/queue?show=short"));
        var link = Regex.Match(queue, "/purchases/new\\?order=(?<order>[^&]+)&quantity=(?<quantity>\\d+)[^\"]*", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2));
        var form = await tove.Read(link.Value);
        var bench = WebUtility.HtmlDecode(await tove.Read("/queue/" + link.Groups["order"].Value));

        Assert.Contains($"name=\"Lines[0].Order\" value=\"{link.Groups["order"].Value}\"", form, StringComparison.Ordinal);
        Assert.Contains($"name=\"Lines[0].Quantity\" value=\"{link.Groups["quantity"].Value}\"", form, StringComparison.Ordinal);
        Assert.Contains($"/purchases/new?order={link.Groups["order"].Value}&quantity=1", bench, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_outside_the_standard_is_picked_by_the_architect_and_by_no_technician()
    {
        using var tove = await Visitor.SignedIn(At, "tove");
        using var arne = await Visitor.SignedIn(At, "arne");
        const string bench = "/queue/" + ExampleOrdering.Accepted;
        Example.Change("update models set code = 'M-other', code_key = 'M-OTHER' where code = 'M-pc'");

        using var without = await tove.Post(bench, bench + "?handler=Pick", ("scanned", "LA04"), ("reason", "slut"));
        var refused = WebUtility.HtmlDecode(await tove.Read(bench));
        using var asked = await arne.Post(bench, bench + "?handler=Pick", ("scanned", "LA04"));
        var page = await arne.Read(bench);
        using var picked = await arne.Post(bench, bench + "?handler=Pick", ("scanned", "LA04"), ("reason", "slut"));
        var said = await arne.Read(bench);
        using var delivered = await arne.Post(bench, bench + "?handler=Deliver", ("day", "2026-06-15"), ("line", "1"), ("reason", "slut"));

        Assert.Contains("IT-arkitekten", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"reason\" maxlength=\"500\" required", refused, StringComparison.Ordinal);
        Assert.Contains("name=\"reason\" maxlength=\"500\" required", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Deliver", page, StringComparison.Ordinal);
        Assert.Contains("LA04 plockad", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, delivered.StatusCode);
    }

    [Fact]
    public async Task A_double_click_delivers_once()
    {
        using var tove = await Visitor.SignedIn(At, "tove");
        const string bench = "/queue/" + ExampleOrdering.Accepted;
        using var picked = await tove.Post(bench, bench + "?handler=Pick", ("scanned", "LA04"));
        var page = await tove.Read(bench);
        (string, string)[] fields = [("version", Version(page)), ("day", "2026-06-15"), ("line", "1"), ("reason", "senare")];
        var before = Example.Scalar("select count(*) from contract_lines");

        using var first = await tove.PostWith(Visitor.TokenOf(page), bench + "?handler=Deliver", fields);
        using var second = await tove.PostWith(Visitor.TokenOf(page), bench + "?handler=Deliver", fields);

        Assert.Equal(HttpStatusCode.Found, second.StatusCode);
        Assert.Equal(1, int.Parse(Example.Scalar("select count(*) from contract_lines")!, CultureInfo.InvariantCulture) - int.Parse(before!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_comes_back_must_be_wiped_and_its_rent_ends()
    {
        using var tove = await Visitor.SignedIn(At, "tove");
        const string bench = "/queue/" + ExampleFulfilment.Returning;
        var line = Example.Scalar($"select y.line_id from order_lines y join orders o on o.id = y.order_id where o.number = '{ExampleFulfilment.Returning}'");

        using var unwiped = await Deliver(tove, bench, "1", null, ("reused", "1"));
        var refused = await tove.Read(bench);
        using var done = await Deliver(tove, bench, "1", null, ("reused", "1"), ("wiped", "1"));

        Assert.Contains("lagrar data", refused, StringComparison.Ordinal);
        Assert.Equal("6", Example.Scalar($"select state from orders where number = '{ExampleFulfilment.Returning}'"));
        Assert.Equal("20260701", Example.Scalar($"select max(until_on) from line_segments where line_id = {line}")); // 1 June and 30 days' notice
    }

    [Fact]
    public async Task A_department_gives_back_moves_and_replaces_what_it_rents()
    {
        using var olle = await Visitor.SignedIn(At, "olle");

        var list = await olle.Read("/rented");
        var found = await olle.Read("/rented?q=it0000010");
        using var returned = await Ask(olle, "/rented/10/return");
        using var twice = await Ask(olle, "/rented/10/return");
        using var moved = await Ask(olle, "/rented/11/move", ("unit", "100-11-1"), ("code", "12002"), ("account", "vera"), ("recipient", "Vera"));
        using var replaced = await Ask(olle, "/rented/30/replace", ("how", "new"), ("choice", "kontor|48"));
        using var wrong = await Ask(olle, "/rented/16/move", ("unit", "100-11-1"), ("code", "99999"), ("room", "B" + ExampleFiles.Hostile));
        var typed = await wrong.Content.ReadAsStringAsync();

        Assert.Contains(">IT0000010<", list, StringComparison.Ordinal);
        Assert.Contains(">IT0000010<", found, StringComparison.Ordinal);
        Assert.DoesNotContain(">IT0000011<", found, StringComparison.Ordinal);
        Assert.Equal(Place(returned), Place(twice));
        Assert.Equal("3|3", State(returned));
        Assert.Equal("1|2", State(moved));
        Assert.Equal("1|1", State(replaced));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Contains("role=\"alert\"", typed, StringComparison.Ordinal);
        Assert.Contains("value=\"99999\"", typed, StringComparison.Ordinal); // what was typed stands
        Assert.DoesNotContain("<script>alert", typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_units_order_line_or_note_is_not_there()
    {
        (string Account, string Address, HttpStatusCode Answer)[] visits =
        [
            ("olle", "/queue/" + ExampleOrdering.Accepted, HttpStatusCode.Forbidden),
            ("tove", "/queue/B2026-99999", HttpStatusCode.NotFound),
            ("tove", "/queue/" + ExampleOrdering.Basket, HttpStatusCode.NotFound),
            ("tove", "/rented", HttpStatusCode.Forbidden),
            ("vera", "/orders/" + ExampleFulfilment.Delivered + "/note", HttpStatusCode.NotFound),
            ("olle", "/orders/" + ExampleFulfilment.Delivered + "/note", HttpStatusCode.OK),
            ("vera", "/rented/5/return", HttpStatusCode.NotFound),
            ("olle", "/rented/5/sell", HttpStatusCode.NotFound),
            ("olle", "/rented/999999/return", HttpStatusCode.NotFound),
        ];
        foreach (var visit in visits)
        {
            using var visitor = await Visitor.SignedIn(At, visit.Account);
            using var answered = await visitor.Get(visit.Address);

            Assert.Equal((visit.Address, visit.Answer), (visit.Address, answered.StatusCode));
        }
    }

    [Fact]
    public async Task What_may_not_be_opened_may_not_be_posted_to_either()
    {
        using var vera = await Visitor.SignedIn(At, "vera");
        using var olle = await Visitor.SignedIn(At, "olle");

        using var note = await vera.Post("/profile", $"/orders/{ExampleFulfilment.Delivered}/note?handler=Confirm");
        using var link = await olle.Post("/profile", $"/orders/{ExampleFulfilment.Delivered}/note?handler=Link", ("line", "1"));
        using var returned = await vera.Post("/profile", "/rented/5/return", ("wanted", "2026-06-20"));
        using var deliver = await olle.Post("/profile", $"/queue/{ExampleOrdering.Accepted}?handler=Deliver", ("day", "2026-06-15"), ("line", "1"));
        using var forged = await olle.PostWithoutToken("/rented/5/return");

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest],
            new[] { note, link, returned, deliver, forged }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task A_recipient_with_an_account_confirms_on_the_note_and_sees_nothing_else_of_the_order()
    {
        Example.Person("anna.berg3", "Anna Berg", "sv", new Appointed(Role.SystemOwner));
        using var anna = await Visitor.SignedIn(At, "anna.berg3");
        var note = $"/orders/{ExampleFulfilment.Delivered}/note";

        using var order = await anna.Get($"/orders/{ExampleFulfilment.Delivered}");
        using var confirmed = await anna.Post(note, note + "?handler=Confirm");

        Assert.Equal(HttpStatusCode.Forbidden, order.StatusCode);
        Assert.Equal(note, Place(confirmed));
        Assert.Equal("6", Example.Scalar($"select state from orders where number = '{ExampleFulfilment.Delivered}'"));
    }

    [Fact]
    public async Task A_link_that_is_none_tells_nothing_and_guessing_is_slowed_down()
    {
        using var nobody = new Visitor(At);
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 40; i++)
        {
            using var answer = await nobody.Get("/confirm/" + new string('A', 43));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Distinct());
    }

    [Fact]
    public async Task A_cost_code_is_checked_as_it_is_typed_for_the_unit_that_takes_over_and_a_site_is_found_by_its_name()
    {
        using var olle = await Visitor.SignedIn(At, "olle");

        var page = await olle.Read("/rented/16/move");
        var good = await olle.Read("/rented/16/move?handler=CostCode&unit=100-11-1&code=12002&wanted=2026-07-01");
        var other = await olle.Read("/rented/16/move?handler=CostCode&unit=100-11-1&code=12000");
        var unknown = await olle.Read("/rented/16/move?handler=CostCode&unit=100-11-1&code=99999");
        var nothing = await olle.Read("/rented/16/move?handler=CostCode&unit=no-such&code=12002");
        using var back = await olle.Get("/rented/16/return?handler=CostCode&unit=100-11-1&code=12002");
        var sites = await olle.Read("/basket?handler=Sites&site=" + Uri.EscapeDataString("björkvägen"));
        using var moved = await Ask(olle, "/rented/16/move", ("unit", "100-11-1"), ("code", "12002"), ("site", "Björkvägen 4"));

        Assert.Contains("L1 · Björkvägen 4", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("class=\"good\"", good, StringComparison.Ordinal);
        Assert.Contains("class=\"wrong\"", other, StringComparison.Ordinal);
        Assert.Contains("class=\"wrong\"", unknown, StringComparison.Ordinal);
        Assert.DoesNotContain("span", nothing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, back.StatusCode);
        Assert.Contains("L1 · Björkvägen 4", WebUtility.HtmlDecode(sites), StringComparison.Ordinal);
        Assert.Equal("1|2", State(moved));
        Assert.Equal("L1", Example.Scalar($"select s.code from order_lines y join sites s on s.id = y.site_id join orders o on o.id = y.order_id where o.number = '{Place(moved).Split('/')[^1]}'"));
    }

    [Fact]
    public async Task A_long_queue_is_turned_over_page_by_page_within_a_hundred_kilobytes_each()
    {
        var berit = ExampleOrdering.As(Example.Installation, "berit");
        for (var i = 0; i < 60; i++)
        {
            var order = ExampleOrdering.Order(Example.Installation, "100-10-2", 1, null, "");
            _ = ApproveOrder.Run(berit, order.Number, order.Version).Value;
        }
        using var tove = await Visitor.SignedIn(At, "tove");
        var seen = new List<string>();
        var pages = 0;

        for (var address = "/queue"; address.Length > 0; pages++)
        {
            var page = await tove.Read(address);
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1, 100_000);
            seen.AddRange(Regex.Matches(page, "<strong>(?<number>B[0-9-]+)</strong>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(match => match.Groups["number"].Value));
            address = WebUtility.HtmlDecode(Regex.Match(page, "rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value);
        }

        Assert.Equal(2, pages);
        Assert.InRange(seen.Count, 61, 99);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task The_lists_ask_the_database_a_fixed_number_of_times()
    {
        using var tove = await Visitor.SignedIn(At, "tove");
        using var olle = await Visitor.SignedIn(At, "olle");
        await tove.Read("/queue");
        await olle.Read("/rented");

        Assert.Equal(8, await Statements.During(() => tove.Read("/queue"))); // one for each edition that the orders were sent under: two
        Assert.Equal(5, await Statements.During(() => olle.Read("/rented")));
        Assert.Equal(9, await Statements.During(() => tove.Read("/queue/" + ExampleFulfilment.Preparing))); // two for the cost codes
        Assert.Equal((5, 6, 7, 7), (
            await Statements.During(() => olle.Read("/rented/10/return")), await Statements.During(() => olle.Read("/rented/10/move")), await Statements.During(() => olle.Read("/rented/10/replace")),
            await Statements.During(() => olle.Read($"/orders/{ExampleFulfilment.Delivered}/note"))));
    }

    private static async Task<HttpResponseMessage> Deliver(Visitor visitor, string bench, string line, string? other, params (string, string)[] more)
    {
        var page = await visitor.Read(bench);
        (string, string)[] fields = [("version", Version(page)), ("day", "2026-06-15"), ("line", line), .. other is null ? [] : new[] { ("line", other) }, .. more];
        return await visitor.PostWith(Visitor.TokenOf(page), bench + "?handler=Deliver", fields);
    }

    private static Task<HttpResponseMessage> Ask(Visitor visitor, string address, params (string, string)[] fields) =>
        visitor.Post("/profile", address, [("wanted", "2026-07-01"), .. fields]);

    /// <summary>State of the order that a post led to, and its line's kind.</summary>
    private string? State(HttpResponseMessage answer) =>
        Example.Scalar($"select o.state || '|' || y.kind from orders o join order_lines y on y.order_id = o.id where o.number = '{Place(answer)["/orders/".Length..]}'");

    private static string Place(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString ?? $"{answer.StatusCode}";

    private static string Version(string page) => VersionField().Match(page).Groups["version"].Value;

    [GeneratedRegex("name=\"version\" value=\"(?<version>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionField();

    [GeneratedRegex("http://127.0.0.1:\\d+(?<path>/confirm/[\\w-]{43})<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Link();
}
