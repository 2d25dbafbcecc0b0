using System.Net;
using System.Text.RegularExpressions;
using Assets.Operations.Ordering;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Ordering;

/// <summary>What people do with orders, over the wire and without scripts. Each test begins with an example of its own.</summary>
public sealed partial class OrderPages : IAsyncLifetime
{
    private ExampleSite? site;

    private ExampleSite At => site!;

    public async ValueTask InitializeAsync()
    {
        var example = Example.Empty();
        example.Import("organisations", ExampleFiles.Organisations);
        example.Import("cost-codes", ExampleFiles.CostCodes);
        example.Import("sites", ExampleFiles.Sites);
        example.Clock.Now = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
        example.Person("olle", "Olle Orre", "sv", new Data.Access.Appointed(Core.Access.Role.Orderer, "100-10"));
        ExampleOrdering.Add(example);
        site = await ExampleSite.Start(example);
    }

    public async ValueTask DisposeAsync() => await At.DisposeAsync();

    [Fact]
    public async Task An_orderer_fills_a_basket_sends_it_and_the_budget_holder_approves_by_the_mails_link()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        using var berit = await Visitor.SignedIn(At, "berit");

        using var added = await olle.Post("/order/skrivare?unit=100-10-2", "/order/skrivare?unit=100-10-2", ("unit", "100-10-2"), ("term", "48"), ("quantity", "1"));
        var basket = Place(added);
        var page = await olle.Read(basket);
        using var sent = await olle.Post(basket, basket + "?handler=Submit", Fields(page, "12001"));
        var order = Place(sent);
        var mine = await olle.Read("/orders");
        var waiting = await berit.Read("/orders");
        var asked = await berit.Read(order);
        using var approved = await berit.Post(order, order + "?handler=Approve", ("version", Version(asked)));
        var after = await berit.Read(order);

        Assert.Equal("/orders/B2026-00006", order);
        Assert.Contains(">B2026-00006<", mine, StringComparison.Ordinal);
        Assert.Contains(">B2026-00006<", waiting, StringComparison.Ordinal);
        Assert.Contains("Väntar på din attest", asked, StringComparison.Ordinal);
        Assert.Contains("165,00", asked, StringComparison.Ordinal); // 4 800 / 48 + 5.00 interest + 60.00
        Assert.Equal(order, Place(approved));
        Assert.Contains("Attesterad", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Väntar på din attest", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_post_twice_and_the_browsers_way_back_make_one_order()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var filled = ExampleOrdering.Filled(At.Example.Installation, "olle", "100-10-2");
        var page = await olle.Read("/basket/" + filled.Number);
        var fields = Fields(page, "12001");

        using var first = await olle.Post("/profile", $"/basket/{filled.Number}?handler=Submit", fields);
        using var second = await olle.Post("/profile", $"/basket/{filled.Number}?handler=Submit", fields);
        using var saved = await olle.Post("/profile", $"/basket/{filled.Number}?handler=Save", fields);

        Assert.All([first, second, saved], answer => Assert.Equal("/orders/" + filled.Number, Place(answer)));
        Assert.Equal("1", At.Example.Scalar($"select count(*) from order_steps s join orders o on o.id = s.order_id where o.number = '{filled.Number}'"));
    }

    [Fact]
    public async Task Each_step_stays_to_be_read_with_day_and_name_while_the_order_is_worked_over_and_after()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var at = At.Example.Installation;
        var sent = ExampleOrdering.Order(at, "100-10-2", 1, null, "");
        var rejected = RejectOrder.Run(ExampleOrdering.As(at, "berit"), sent.Number, sent.Version, "Vänta till hösten").Value;
        var taken = TakeBackOrder.Run(ExampleOrdering.As(at, "olle"), sent.Number, rejected.Version).Value;

        var basket = WebUtility.HtmlDecode(await olle.Read("/basket/" + sent.Number));
        var again = SubmitOrder.Run(ExampleOrdering.As(at, "olle"), sent.Number, taken.Version).Value;
        var order = WebUtility.HtmlDecode(await olle.Read("/orders/" + sent.Number));
        CancelOrder.Run(ExampleOrdering.As(at, "olle"), sent.Number, again.Version, null); // as the others found it

        foreach (var (page, steps) in new[] { (basket, 3), (order, 4) })
        {
            Assert.Contains("Berit Budget", page, StringComparison.Ordinal);
            Assert.Contains("Vänta till hösten", page, StringComparison.Ordinal);
            Assert.Equal(steps, page.Split("<time datetime=\"2026-06-15").Length - 1);
        }
        Assert.DoesNotContain("class=\"history\"", await olle.Read("/basket/" + ExampleOrdering.Basket), StringComparison.Ordinal); // nothing has happened to it
    }

    [Fact]
    public async Task What_is_refused_stands_in_its_field_again()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;
        var fields = Fields(await olle.Read(basket), "99999", name: "Nils Ny");

        using var answer = await olle.Post("/profile", basket + "?handler=Save", fields);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Kostnadskoden 99999 finns inte", page, StringComparison.Ordinal);
        Assert.Contains("value=\"99999\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Nils Ny\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nils Ny", await olle.Read(basket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lacks_is_pointed_out_where_it_lacks_and_the_basket_stays()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;

        using var answer = await olle.Post("/profile", basket + "?handler=Submit", Fields(await olle.Read(basket), "", name: ""));
        var page = await olle.Read(Place(answer));

        Assert.Equal(basket, Place(answer));
        Assert.Contains("Ange en kostnadskod.", page, StringComparison.Ordinal);
        Assert.Contains("Ange mottagarens namn.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_ends_in_the_middle_of_a_basket_loses_nothing_that_was_typed()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;
        var fields = Fields(await olle.Read(basket), "12000", name: "Nils <b>Ny</b>");
        var token = Visitor.TokenOf(await olle.Read(basket));
        At.Example.Change("update users set security_stamp = 'ended' where user_name = 'olle'");

        using var met = await olle.PostWith(token, basket + "?handler=Submit", fields);
        var signIn = Place(met);
        using var signed = await olle.SignIn("olle", Example.Password, basket);
        var page = await olle.Read(Place(signed));
        var later = await olle.Read(basket);

        Assert.Equal("/sign-in?to=%2Fbasket%2F" + ExampleOrdering.Basket, signIn);
        Assert.Contains("Du hade loggats ut", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Nils &lt;b&gt;Ny&lt;/b&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nils", later, StringComparison.Ordinal); // shown once, and saved by no one but the person
        Assert.Equal("0", At.Example.Scalar($"select state from orders where number = '{ExampleOrdering.Basket}'"));
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(20_000, false)]
    public async Task A_long_form_is_kept_in_two_cookies_and_one_that_is_too_long_is_said_to_be_lost(int characters, bool isKept)
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;
        var noise = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(characters))[..characters]; // which cannot be packed
        var fields = Fields(await olle.Read(basket), "12000", name: "Nils Ny").Append(("noise", noise)).ToArray();
        var token = Visitor.TokenOf(await olle.Read(basket));
        At.Example.Change("update users set security_stamp = 'ended' where user_name = 'olle'");

        using var met = await olle.PostWith(token, basket + "?handler=Save", fields);
        var signIn = await olle.Read("/sign-in?to=" + basket);
        using var signed = await olle.SignIn("olle", Example.Password, basket);
        var page = await olle.Read(Place(signed));
        var cookies = met.Headers.TryGetValues("Set-Cookie", out var set) ? set.Where(cookie => cookie.StartsWith("assets.kept", StringComparison.Ordinal)).ToList() : [];

        Assert.Equal(isKept, page.Contains("value=\"Nils Ny\"", StringComparison.Ordinal));
        Assert.Equal(!isKept, signIn.Contains("kunde inte beh", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.InRange(cookie.Length, 1, 4_096));
        Assert.InRange(cookies.Sum(cookie => cookie.Length), 0, 7_000);
        Assert.DoesNotContain("Nils Ny", await olle.Read(basket), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_not_shown_to_somebody_else_who_signs_in()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;
        var fields = Fields(await olle.Read(basket), "12000", name: "Nils Ny");
        var token = Visitor.TokenOf(await olle.Read(basket));
        At.Example.Change("update users set security_stamp = 'ended' where user_name = 'olle'");
        using var met = await olle.PostWith(token, basket + "?handler=Save", fields);

        using var signed = await olle.SignIn("vera", Example.Password, basket);
        using var answer = await olle.Get(basket);
        var own = await olle.Read("/basket");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Nils", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_user_with_a_valid_account_gets_nowhere_with_others_orders()
    {
        using var vera = await Visitor.SignedIn(At, "vera"); // orders and approves, for another administration
        var basket = "/basket/" + ExampleOrdering.Basket;
        var order = "/orders/" + ExampleOrdering.AwaitingApproval;
        string[] reads = [basket, order, "/order?unit=100-10-1", "/order/kontor?unit=100-10-1", "/basket/B2026-99999", "/orders/x'--"];
        (string Address, (string, string)[] Fields)[] posts =
        [
            (basket + "?handler=Save", [("number", ExampleOrdering.Basket), ("Form.Version", "1"), ("Form.CostCode", "12000")]),
            (basket + "?handler=Submit", [("Form.Version", "1")]),
            (basket + "?handler=Remove&line=1", [("Form.Version", "1")]),
            (order + "?handler=Approve", [("version", "2")]),
            (order + "?handler=Reject", [("version", "2"), ("reason", "x")]),
            (order + "?handler=Cancel", [("version", "2"), ("reason", "x")]),
            (order + "?handler=TakeBack", [("version", "2")]),
            (order + "?handler=Comment", [("text", "x")]),
            (order + "?handler=Review", [("version", "2"), ("line", "1"), ("price", "1")]),
            ("/order/kontor", [("unit", "100-10-1"), ("term", "48"), ("quantity", "1")]),
            ("/approvals/delegations?handler=End&id=1", []),
        ];
        using var said = await vera.Get(basket + "?handler=CostCode&Form.CostCode=12000");
        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);

        foreach (var read in reads)
        {
            using var answer = await vera.Get(read);
            Assert.Equal((read, HttpStatusCode.NotFound), (read, answer.StatusCode));
        }
        foreach (var (address, fields) in posts)
        {
            using var answer = await vera.Post("/profile", address, fields);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
        }
        Assert.DoesNotContain(ExampleOrdering.AwaitingApproval, await vera.Read("/orders?show=all"), StringComparison.Ordinal);
        Assert.Equal("5", At.Example.Scalar("select count(*) from orders"));
    }

    [Fact]
    public async Task Another_units_cost_code_in_ones_own_basket_is_refused_and_its_name_not_told()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;

        using var sent = await olle.Post("/profile", basket + "?handler=Submit", Fields(await olle.Read(basket), "12003"));
        var page = await olle.Read(Place(sent));
        var typed = await olle.Read(basket + "?handler=CostCode&Form.CostCode=12003");

        Assert.Contains("Kostnadskoden 12003 hör till en annan enhet", page, StringComparison.Ordinal);
        Assert.Contains("hör till en annan enhet", typed, StringComparison.Ordinal);
        Assert.DoesNotContain("Drift", typed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_see_an_order_but_not_decide_on_it_is_refused()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var order = "/orders/" + ExampleOrdering.AwaitingApproval;

        using var answer = await olle.Post(order, order + "?handler=Approve", ("version", Version(await olle.Read(order))));
        var page = await olle.Read(order);

        Assert.Contains("Det här får du inte göra", page, StringComparison.Ordinal);
        Assert.Contains("Väntar på attest", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_in_every_field_is_shown_as_text()
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        var basket = "/basket/" + ExampleOrdering.Basket;
        var fields = Fields(await olle.Read(basket), "12000", name: ExampleFiles.Hostile, account: ExampleFiles.Hostile, room: ExampleFiles.Hostile, note: ExampleFiles.Hostile);

        using var saved = await olle.Post("/profile", basket + "?handler=Save", fields);
        var pages = await olle.Read(basket);
        using var sent = await olle.Post("/profile", basket + "?handler=Submit", Fields(pages, "12000", ExampleFiles.Hostile, ExampleFiles.Hostile, ExampleFiles.Hostile, ExampleFiles.Hostile));
        using var commented = await olle.Post("/profile", Place(sent) + "?handler=Comment", ("text", ExampleFiles.Hostile));
        pages += await olle.Read(Place(sent)) + await olle.Read("/orders") + await olle.Read("/orders?q=" + Uri.EscapeDataString(ExampleFiles.Hostile)) + await olle.Read("/order?q=" + Uri.EscapeDataString(ExampleFiles.Hostile));

        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Contains("&lt;script&gt;", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", pages, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", pages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_without_a_budget_of_his_own_opens_and_approves_what_waits_for_him()
    {
        using var vera = await Visitor.SignedIn(At, "vera");
        using var berit = await Visitor.SignedIn(At, "berit");
        var order = "/orders/" + ExampleOrdering.AwaitingApproval;

        using var named = await berit.Post("/approvals/delegations", "/approvals/delegations?handler=Add", ("account", "vera"), ("from", "2026-06-15"), ("lastDay", "2026-07-15"), ("reason", "Semester"));
        var own = await berit.Read("/approvals/delegations");
        var start = await vera.Read("/");
        var asked = await vera.Read(order);
        using var approved = await vera.Post(order, order + "?handler=Approve", ("version", Version(asked)));
        using var after = await vera.Get(order);

        Assert.Contains("Vera Vård", own, StringComparison.Ordinal);
        Assert.Contains("1 beställning<", start, StringComparison.Ordinal);
        Assert.Contains("i stället för Berit Budget", asked, StringComparison.Ordinal);
        Assert.Equal("3", At.Example.Scalar($"select state from orders where number = '{ExampleOrdering.AwaitingApproval}'"));
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode); // it is another administration's again
    }

    [Fact]
    public async Task The_architect_gives_a_wish_its_price_as_people_write_it()
    {
        using var arne = await Visitor.SignedIn(At, "arne");
        var order = "/orders/" + ExampleOrdering.AwaitingArchitect;

        using var reviewed = await arne.Post(order, order + "?handler=Review", ("version", Version(await arne.Read(order))), ("line", "1"), ("price", "14 400,00"), ("model", ""), ("comment", "Behövs"));

        Assert.Equal("1440000", At.Example.Scalar("select wish_price from order_lines where wish is not null"));
        Assert.Equal("1", At.Example.Scalar($"select state from orders where number = '{ExampleOrdering.AwaitingArchitect}'")); // dearer: to be approved once more
    }

    [Theory]
    [InlineData("/order", 7)]
    [InlineData("/order/kontor", 7)]
    [InlineData("/basket/" + ExampleOrdering.Basket, 11)]
    [InlineData("/orders", 6)]
    [InlineData("/orders/" + ExampleOrdering.AwaitingApproval, 7)]
    public async Task A_page_asks_the_database_no_more_often_than_it_used_to(string address, int statements)
    {
        using var olle = await Visitor.SignedIn(At, "olle");
        await olle.Read(address);

        Assert.Equal(statements, await Statements.During(() => olle.Read(address)));
    }

    private static string Place(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static string Version(string html) => VersionField().Match(html).Groups["version"].Value is { Length: > 0 } version ? version : "1";

    private static (string Name, string Value)[] Fields(string html, string costCode, string name = "Anna Berg", string account = "anna.berg", string room = "B12", string note = "")
    {
        var fields = new List<(string, string)> { ("keep", "1"), ("number", Regex.Match(html, "name=\"number\" value=\"(?<n>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["n"].Value) };
        fields.Add(("Form.Version", FormVersion().Match(html).Groups["version"].Value));
        fields.Add(("Form.CostCode", costCode));
        fields.Add(("Form.WantedOn", "2026-07-01"));
        fields.Add(("Form.Note", note));
        foreach (Match line in LineNumber().Matches(html))
        {
            var at = $"Form.Lines[{line.Groups["index"].Value}].";
            fields.AddRange([(at + "Number", line.Groups["number"].Value), (at + "Name", name), (at + "Account", account), (at + "Site", "L1 · Björkvägen 4"), (at + "Room", room), (at + "Term", "48")]);
        }
        return [.. fields];
    }

    [GeneratedRegex("name=\"version\" value=\"(?<version>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionField();

    [GeneratedRegex("name=\"Form.Version\" value=\"(?<version>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FormVersion();

    [GeneratedRegex("name=\"Form.Lines\\[(?<index>\\d+)\\].Number\" value=\"(?<number>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LineNumber();
}
