using System.Net;
using System.Text.RegularExpressions;
using Assets.Operations.Chargeback;
using Assets.Operations.Ordering;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Security;
using Xunit;

namespace Assets.Web.Tests.Values;

/// <summary>Whatever is asked, PostgreSQL answers as SQLite does: every page and everything that a program reads, for who sees all and for who sees a part.</summary>
public sealed partial class SameAnswers(BothDatabases both) : IClassFixture<BothDatabases>
{
    // Orders and words in which the databases could differ: letters beyond z, capitals, signs that patterns have, names that two things share.
    private static readonly string[] Questions =
    [
        "/assets?sort=-tag", "/assets?sort=serial", "/assets?sort=-serial", "/assets?sort=kind", "/assets?sort=-state", "/assets?sort=purchased", "/assets?sort=-purchased&q=latitude", "/assets?sort=registered",
        "/assets?q=%C3%A5ngmaskin", "/assets?q=A%CC%8ANGMASKIN", "/assets?q=it00000", "/assets?q=100%25", "/assets?q=_", "/assets?q=sn%20lager", "/assets?q=%C3%B6gonskanner", "/assets?q=xyzzy&sort=kind",
        "/assets?site=%C3%B6rtag%C3%A5rden", "/assets?unit=%C3%A4ngsskolan", "/assets?unit=100-10&kind=pc&state=in_use&sort=-purchased", "/assets?model=m-pc", "/assets?handler=Choices", "/assets?handler=File&format=csv",
        "/contracts?sort=payer", "/contracts?sort=-payer", "/contracts?sort=start", "/contracts?sort=-end", "/contracts?sort=rent", "/contracts?sort=-rent&runs=now", "/contracts?q=c0002", "/contracts?unit=100-10&runs=notNow",
        "/contracts?handler=File&format=csv", "/orders?handler=File&format=csv", "/orders?q=b2026", "/orders?show=all", "/queue?handler=File&format=csv", "/queue?show=late", "/purchases?handler=File&format=csv",
        "/purchases?q=%C3%A5ngstr%C3%B6m", "/purchases?q=%C3%85NGSTR%C3%96M", "/purchases?q=%C3%A5%25", "/purchases?q=%5C", "/purchases?q=%C3%B6verens-7", "/users?q=%C3%A5sa", "/users?q=%C3%84RLIG", "/users?q=%C3%B6", "/users?q=%25",
        "/devices?q=%C3%B6rt", "/devices?q=%C3%96RT", "/devices?q=10.20", "/devices?q=_", "/devices?handler=File&format=csv", "/devices?status=down", "/search?q=%C3%B6rtag%C3%A5rden", "/search?q=%C3%B6rt", "/search?q=sw-",
        "/search?q=%5C", "/search?q=%25", "/search?q=b2026", "/search?q=it000000", "/search?q=ITOOOOO12", "/search?q=latitud", "/search?q=%C3%B6verens-7", "/rented?q=%C3%B6gon", "/rented?q=%C3%B6rat", "/rented?q=%25", "/rented?q=c0000",
        "/basket?handler=Sites&L.Site=%C3%A5k", "/basket?handler=Sites&L.Site=%C3%85K", "/basket?handler=Sites&L.Site=%C3%B6rt", "/basket?handler=Sites&L.Site=", "/models?q=%C3%B6gon", "/sites?q=%C3%A5", "/suppliers?q=%C3%B6berg",
        "/costs?month=2026-05", "/costs?month=2026-05&unit=2", "/costs?forecast=true", "/costs/lines?month=2026-04", "/costs/lines?cause=ended&month=2026-04", "/costs/lines?kind=1", "/costs/file?month=2026-05",
        "/audit?actor=anna", "/audit?verb=import%20assets", "/audit?day=2026-06-15", "/register/as-of?about=2026-02-28&believed=2026-03-15", "/register/as-of?handler=File&format=csv&about=2026-05-31", "/prices?on=2024-05-01",
        "/months/2026-04", "/months/2026-06/findings/asset_without_contract", "/contracts?cols=asset,model,unit,costCode,period,method,rent,user", "/assets?cols=price,supplier,costCode,parent,note", "/models?sort=name",
    ];

    private static readonly string[] Calls =
    [
        "assets?sort=-purchased&limit=50", "assets?q=%C3%B6gonskanner", "contract-lines?q=C0000&limit=50", "contract-lines?unit=100-10", "orders?state=delivered", "search?q=%C3%B6rt", "search?q=sw-", "users?q=%C3%A5", "changes?limit=200",
        "changes?subject=contract_line&limit=200", "costs/lines?month=2026-05&limit=200", "months/2026-06/findings/asset_without_contract", "devices?q=%C3%B6rt", "sites?q=%C3%B6", "assets/as-of?about=2026-03-01&believed=2026-04-01&limit=50", "assets/as-of.csv",
    ];

    [Theory]
    [InlineData("anna")]
    [InlineData("tove")]
    [InlineData("olle")] // orders for 100-10
    [InlineData("berit")] // holds its budget
    [InlineData("vera")] // orders for 100-11
    [InlineData("halvar")] // runs 100-10
    public async Task Each_page_says_the_same_on_both_databases(string account)
    {
        using var here = await Visitor.SignedIn(both.Sqlite, account);
        using var there = await Visitor.SignedIn(both.Postgres, account);
        string[] addresses = [.. ExamplePages.OfTheUnit, .. ExamplePages.OfOthers.Select(page => page.Address), .. Markup.Addresses.Select(row => row.Data), .. Doors.All.Where(door => door.Method == HttpMethod.Get && !door.Call.Contains("sign-", StringComparison.Ordinal)).Select(door => door.Real), .. Questions];
        string[] secret = ["/profile/second-factor"]; // shows each time another
        var differing = new List<string>();

        foreach (var address in addresses.Distinct(StringComparer.Ordinal).Except(secret))
        {
            using var one = await here.Get(address);
            using var other = await there.Get(address);
            if (one.StatusCode == HttpStatusCode.InternalServerError) differing.Add($"{address} fails");
            if (Difference(await Said(both.Sqlite, one), await Said(both.Postgres, other)) is { } difference) differing.Add($"{address} {difference}");
        }

        Assert.True(differing.Count == 0, string.Join('\n', differing));
    }

    [Theory]
    [InlineData("allt")]
    [InlineData("olle")]
    [InlineData("halvar")]
    public async Task Each_call_reads_the_same_from_both_databases(string account)
    {
        using var here = Calling.By(both.Sqlite, account);
        using var there = Calling.By(both.Postgres, account);
        var differing = new List<string>();

        foreach (var call in HappyCalls.Reads.Select(read => read.Call).Where(call => call is not "tokens").Concat(Calls)) // a token is new on each
        {
            var (one, other) = (await here.Get(call), await there.Get(call));
            if (one.Status == 500) differing.Add($"{call} fails");
            if (Difference($"{one.Status} {one.Text}", $"{other.Status} {other.Text}") is { } difference) differing.Add($"{call} {difference}");
        }

        Assert.True(differing.Count == 0, string.Join('\n', differing));
    }

    [Theory]
    [InlineData("/purchases?q=%C3%A5ngstr%C3%B6m%20%26%20%C3%B6", "I2026-00003")]
    [InlineData("/purchases?q=%C3%96verens-7", "I2026-00003")]
    [InlineData("/devices?q=%C3%B6rtag%C3%A5", "SW-ÖRTAGÅRDEN")]
    [InlineData("/rented?q=%C3%96GONSK", "Ögonskanner")]
    [InlineData("/rented?q=%C3%B6rat", "Örat")]
    [InlineData("/users?q=%C3%A4RLIG", "Åsa Ärlig")]
    [InlineData("/users?q=%C3%96rjan%20%C3%B6st", "örjan Öst")]
    [InlineData("/basket?handler=Sites&L.Site=%C3%85LGR", "ålgränd")]
    [InlineData("/basket?handler=Sites&L.Site=lvd", "Älvdalen")]
    [InlineData("/search?q=%C3%B6rtag%C3%A5rd", "SW-ÖRTAGÅRDEN")]
    public async Task A_word_is_found_on_both_whatever_its_letters_and_capitals(string address, string found)
    {
        foreach (var site in new[] { both.Sqlite, both.Postgres })
        {
            using var visitor = await Visitor.SignedIn(site, "allt");
            Assert.Contains(found, WebUtility.HtmlDecode(await visitor.Read(address)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_ordered_delivered_and_charged_on_both_is_the_same_on_both()
    {
        var numbers = new List<string>();
        foreach (var site in new[] { both.Sqlite, both.Postgres })
        {
            var order = ExampleOrdering.Order(site.Example.Installation, "100-10-1", 1, null, "Till åäö");
            _ = ApproveOrder.Run(ExampleOrdering.As(site.Example.Installation, "berit"), order.Number, order.Version).Value;
            var it = ExampleOrdering.As(site.Example.Installation, "tove");
            _ = PickAsset.Run(it, order.Number, "LA04").Value;
            _ = DeliverOrder.Run(it, new DeliveryRequest(order.Number, Lines: [1], Reason: "Skärmarna är restade")).Value;
            numbers.Add($"{order.Number} {ChargeMonth.Run(site.Example.Installation, new Core.Values.BillingMonth(2026, 6)).Value.Total}");
        }
        Assert.Equal(numbers[0], numbers[1]);
        var number = numbers[0].Split(' ')[0];
        using var here = await Visitor.SignedIn(both.Sqlite, "anna");
        using var there = await Visitor.SignedIn(both.Postgres, "anna");

        foreach (var address in new[] { "/orders/" + number, $"/orders/{number}/note", "/queue", "/orders", "/contracts?sort=-start", "/months/2026-06", "/costs?month=2026-06", "/audit", "/assets?q=la04", "/" })
        {
            using var one = await here.Get(address);
            using var other = await there.Get(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, one.StatusCode));
            Assert.Equal(await Said(both.Sqlite, one), await Said(both.Postgres, other));
        }
    }

    // What is made anew for each answer is left out: tokens of forms, keys of forms, the server's own address.
    private static async Task<string> Said(ExampleSite site, HttpResponseMessage answer)
    {
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        var text = type.StartsWith("text/", StringComparison.Ordinal) ? await answer.Content.ReadAsStringAsync() : type;
        return $"{(int)answer.StatusCode} {answer.Headers.Location?.OriginalString} {Own().Replace(text.Replace(site.Address.Authority, "here", StringComparison.Ordinal), "…")}";
    }

    private static string? Difference(string here, string there)
    {
        if (here == there) return null;
        var at = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 120)].ReplaceLineEndings(" ");
        return $"\n  SQLite:     {Around(here)}\n  PostgreSQL: {Around(there)}";
    }

    [GeneratedRegex("assets_[0-9a-f]{16}|CfDJ8[A-Za-z0-9_-]+|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Own();
}
