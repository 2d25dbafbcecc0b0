using System.Globalization;
using System.Net;
using Assets.Core.Access;
using Assets.Core.Inventory;
using Assets.Data.Access;
using Assets.Web.Resources;
using Assets.Web.Tests.Api;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Inventory;

[Collection(nameof(Site))]
public sealed class AsOfPages(Site site)
{
    [Fact]
    public async Task The_register_of_a_day_stands_beside_that_of_today()
    {
        var visitor = await site.As("anna");

        var list = await visitor.Read("/assets");
        var page = WebUtility.HtmlDecode(await visitor.Read("/register/as-of?about=2026-05-31&believed=2026-06-01"));
        var never = await visitor.Read("/register/as-of?about=2015-01-01");

        Assert.Contains("href=\"/register/as-of\"", list, StringComparison.Ordinal);
        Assert.Contains("Så här såg registret ut den 2026-05-31, enligt det som var känt vid slutet av 2026-06-01.", page, StringComparison.Ordinal);
        Assert.Matches("<h2 class=\"subheader\">Bokfört värde</h2>\\s*<p class=\"figure\">[1-9]", page);
        Assert.Contains("<th scope=\"row\">Dator</th>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">I bruk</th>", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"share\"", page, StringComparison.Ordinal);
        Assert.Contains("Inga inventarier den dagen", never, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_download_holds_the_assets_of_that_day_under_its_name()
    {
        var visitor = await site.As("anna");

        using var csv = await visitor.Get("/register/as-of?about=2026-02-28&believed=2026-05-31&handler=File&format=csv");
        using var book = await visitor.Get("/register/as-of?about=2026-02-28&handler=File&format=xlsx");
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("register-2026-02-28-2026-05-31.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("Inventarienummer;Serienummer;Slag;", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("IT0000003;", StringComparison.Ordinal));
        Assert.Equal(("register-2026-02-28.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (book.Content.Headers.ContentDisposition!.FileName, book.Content.Headers.ContentType!.MediaType));
        Assert.Equal("PK"u8.ToArray(), (await book.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Fact]
    public async Task Programs_read_page_by_page_what_the_call_for_one_asset_says_of_each()
    {
        using var program = Calling.By(site.Example, "anna");
        var call = "assets/as-of?about=2026-04-30&believed=2026-05-01&limit=40";
        var read = 0;

        for (string? cursor = null; ;)
        {
            var page = await program.Get(call + (cursor is null ? "" : $"&cursor={cursor}"));
            foreach (var item in page.Items)
            {
                read++;
                if (read % 7 != 0) continue;
                var one = (await program.Get($"assets/{item!["id"]}/as-of?believed=2026-05-01T21:59:59Z&about=2026-04-30")).Json!["fields"]!;
                Assert.Equal((item["tag"]!.ToString(), one["state"]!.ToString(), one["room"]?.ToString(), one["price"]?.ToString()), (item["tag"]!.ToString(), item["state"]!.ToString(), item["room"]?.ToString(), item["price"]?.ToString()));
            }
            cursor = page.Json!["next"]?.GetValue<string>();
            if (cursor is null) break;
        }

        Assert.True(read > 60, $"{read} assets");
        Assert.Equal(400, (await program.Get("assets/as-of?cursor=nonsense")).Status);
    }

    [Fact]
    public async Task Who_sees_a_part_gets_his_part_and_nobody_elses_rent()
    {
        site.Example.Example.Person("delregister", "Del Register", "sv", new Appointed(Role.Technician, "100-10"));
        using var part = Calling.By(site.Example, "delregister");
        using var whole = Calling.By(site.Example, "anna");

        var mine = (await part.Get("assets/as-of?limit=200")).Items;
        var all = (await whole.Get("assets/as-of?limit=200")).Items;

        Assert.InRange(mine.Count, 1, all.Count - 1);
        Assert.All(mine, item => Assert.StartsWith("100-10", (item!["rented"]?["payer_code"] ?? item["user_unit_code"])!.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_register_was_before_is_for_who_sees_the_whole_or_checks_and_others_are_told_so()
    {
        site.Example.Example.Person("deldag", "Del Dag", "sv", new Appointed(Role.Technician, "100-10"));
        site.Example.Example.Person("delgranskare", "Del Granskare", "sv", new Appointed(Role.Technician, "100-10"), new Appointed(Role.Auditor));
        using var part = Calling.By(site.Example, "deldag");
        using var checks = Calling.By(site.Example, "delgranskare");
        var visitor = await site.As("deldag");
        var today = (await part.Get("assets/as-of?limit=1")).Json!["about"]!.ToString();

        foreach (var days in new[] { "about=2026-05-31", "believed=2026-05-31", $"about={today}&believed=2026-05-31", $"about=2026-05-31&believed={today}" })
        {
            var page = WebUtility.HtmlDecode(await visitor.Read("/register/as-of?" + days));
            using var file = await visitor.Get($"/register/as-of?{days}&handler=File&format=csv");
            var refused = await part.Get("assets/as-of?" + days);

            Assert.Contains("Den dagen visas bara för den som ser hela registret", page, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"figure\"", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/register/as-of\"", page, StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.Forbidden, 403, "not_allowed"), (file.StatusCode, refused.Status, refused.Code));
            Assert.Equal(200, (await checks.Get("assets/as-of?" + days)).Status);
        }
        var own = WebUtility.HtmlDecode(await visitor.Read("/register/as-of"));
        Assert.Contains("Du ser en del av registret, så som det är i dag.", own, StringComparison.Ordinal);
        Assert.Matches("<h2 class=\"subheader\">Bokfört värde</h2>\\s*<p class=\"figure\">[1-9]", own);
        Assert.DoesNotContain("name=\"about\"", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Hyra per månad", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rent_that_the_reader_may_not_see_is_left_out_and_never_shown_as_nothing()
    {
        site.Example.Example.Person("endast-admin", "Endast Admin", "sv", new Appointed(Role.Administrator));
        site.Example.Example.Person("tekniker-bestaller", "Tekniker Beställare", "sv", new Appointed(Role.Technician), new Appointed(Role.Orderer, "100-10-1"));
        site.Example.Example.Person("ser-hyran", "Ser Hyran", "sv", new Appointed(Role.Finance));

        foreach (var account in new[] { "endast-admin", "tekniker-bestaller" })
        {
            var page = WebUtility.HtmlDecode(await (await site.As(account)).Read("/register/as-of?about=2026-05-31&believed=2026-06-01"));
            Assert.Contains("Bokfört värde", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Hyra per månad", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Per kund", page, StringComparison.Ordinal);
        }
        var whole = WebUtility.HtmlDecode(await (await site.As("ser-hyran")).Read("/register/as-of?about=2026-05-31&believed=2026-06-01"));
        Assert.Contains("Hyra per månad", whole, StringComparison.Ordinal);
        Assert.Contains("Per kund", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv", ';')]
    [InlineData("en", ',')]
    public async Task Files_call_kinds_and_states_what_the_pages_call_them(string language, char separator)
    {
        site.Example.Example.Person("fil-" + language, "Fil", language, new Appointed(Role.Administrator), new Appointed(Role.Manager));
        var visitor = await site.As("fil-" + language);

        var rows = (await visitor.Read("/register/as-of?about=2026-06-01&believed=2026-06-15&handler=File&format=csv"))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(separator)).ToList();

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var words = new Words();
        Assert.Subset(Enum.GetValues<AssetKind>().Select(kind => words[$"kind.{AssetKinds.Vocabulary.Word(kind)}"]).ToHashSet(), rows.Select(row => row[2]).ToHashSet());
        Assert.Subset(Enum.GetValues<AssetState>().Select(state => words[$"state.{AssetStates.Vocabulary.Word(state)}"]).ToHashSet(), rows.Select(row => row[5]).ToHashSet());
        Assert.InRange(rows.Count, 60, 1_000);
    }
}
