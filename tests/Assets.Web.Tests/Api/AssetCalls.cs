using System.Text.Json.Nodes;
using Assets.Core.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>On a site of its own, since these calls change things.</summary>
public sealed class AssetCalls : IAsyncLifetime
{
    private ExampleSite site = null!;

    public async ValueTask InitializeAsync() => site = await ExampleSite.Start(Example.Full());

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_list_is_read_to_its_end_page_by_page_while_assets_are_added()
    {
        using var program = Calling.By(site, "tove");
        var tags = new List<string>();
        var address = "/api/v1/assets?limit=7&sort=-tag";
        for (var page = 0; ; page++)
        {
            var answer = await program.Get(address);
            tags.AddRange(answer.Items.Select(item => item!["tag"]!.GetValue<string>()));
            if (page == 1) await program.Post("assets", """{"model_code":"M-pc","assets":[{"serial":"NEU-1","tag":"ZZ-1"}]}""");
            if (answer.Link is not { } link)
            {
                Assert.Null(answer.Next);
                break;
            }
            Assert.EndsWith("; rel=\"next\"", link, StringComparison.Ordinal);
            address = link[1..link.IndexOf('>', StringComparison.Ordinal)];
            Assert.Contains("sort=-tag", address, StringComparison.Ordinal);
        }

        Assert.Equal(ExampleFiles.Assets, tags.Distinct().Count());
        Assert.Equal(tags.OrderDescending(StringComparer.Ordinal), tags);
    }

    [Fact]
    public async Task A_change_names_the_version_that_it_saw()
    {
        using var program = Calling.By(site, "tove");
        var seen = await program.Get("assets/5");
        const string Change = """{"room":"B 12","note":"Flyttad av programmet"}""";

        var unnamed = await program.Send(HttpMethod.Patch, "assets/5", Change);
        var done = await program.Send(HttpMethod.Patch, "assets/5", Change, ("If-Match", seen.ETag!));
        var late = await program.Send(HttpMethod.Patch, "assets/5", """{"room":"C 1"}""", ("If-Match", seen.ETag!), ("Accept-Language", "en"));
        var nonsense = await program.Send(HttpMethod.Patch, "assets/5", Change, ("If-Match", "\"abc\""));

        Assert.Equal((428, "if_match_missing"), (unnamed.Status, unnamed.Code));
        Assert.Equal((200, "B 12"), (done.Status, done.Json!["room"]!.GetValue<string>()));
        Assert.NotEqual(seen.ETag, done.ETag);
        Assert.Equal((412, "asset_changed_meanwhile", "/api/v1/problems/asset_changed_meanwhile"), (late.Status, late.Code, late.Json!["type"]!.GetValue<string>()));
        Assert.Equal("Changed meanwhile", late.Json["title"]!.GetValue<string>());
        Assert.Equal(412, nonsense.Status);
        Assert.Equal("tove", (await Calling.By(site, "rut").Get("assets/5/history")).Items[0]!["actor"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"rom":"B"}""", "rom")]
    [InlineData("""{"room":7}""", "room")]
    [InlineData("""{"purchase":{"serial":"X"}}""", "purchase.model_code")]
    [InlineData("""{"purchase":{"model_code":"M-pc","price":12.5}}""", "purchase.price")]
    [InlineData("""{"purchase":{"model_code":"M-pc","price":"12.505"}}""", "purchase.price")]
    [InlineData("""{"on":"yesterday"}""", "on")]
    [InlineData("""{"room":""", "room")]
    [InlineData("[]", "body")]
    public async Task What_cannot_be_read_is_named(string body, string field)
    {
        using var program = Calling.By(site, "tove");

        var answer = await program.Send(HttpMethod.Patch, "assets/5", body, ("If-Match", "\"1\""));

        Assert.Equal((400, "invalid"), (answer.Status, answer.Code));
        Assert.Equal(field, Assert.Single(answer.Json!["errors"]!.AsObject()).Key);
        Assert.DoesNotContain("Assets.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_its_text_in_the_language_asked_for()
    {
        using var program = Calling.By(site, "tove");
        var seen = await program.Get("assets/5");

        var swedish = await program.Send(HttpMethod.Patch, "assets/5", """{"site_code":"NOWHERE"}""", ("If-Match", seen.ETag!), ("Accept-Language", "de, sv;q=0.8, en;q=0.5"));
        var english = await program.Send(HttpMethod.Patch, "assets/5", """{"site_code":"NOWHERE"}""", ("If-Match", seen.ETag!), ("Accept-Language", "en-GB"));

        Assert.Equal([(422, "unknown_site"), (422, "unknown_site")], [(swedish.Status, swedish.Code), (english.Status, english.Code)]);
        Assert.NotEqual(swedish.Json!["detail"]!.GetValue<string>(), english.Json!["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_key_makes_a_request_once_and_gives_its_answer_again()
    {
        using var program = Calling.By(site, "tove");
        const string Body = """{"model_code":"M-pc","assets":[{"serial":"IDEM-1"}]}""";

        var first = await program.Post("assets", Body, ("Idempotency-Key", "k-1"));
        var again = await program.Post("assets", Body, ("Idempotency-Key", "k-1"));
        var other = await program.Post("assets", Body.Replace("IDEM-1", "IDEM-2", StringComparison.Ordinal), ("Idempotency-Key", "k-1"));
        using var somebody = Calling.By(site, "anna");
        var theirs = await somebody.Post("assets", Body, ("Idempotency-Key", "k-1"));

        Assert.Equal((200, false), (first.Status, first.IsReplayed));
        Assert.Equal((200, true, first.Text), (again.Status, again.IsReplayed, again.Text));
        Assert.Equal((422, "key_reused"), (other.Status, other.Code));
        Assert.False(theirs.IsReplayed); // a key is its owner's
        Assert.Equal("1", site.Example.Scalar("select count(*) from assets where serial = 'IDEM-1'"));
        Assert.Equal("0", site.Example.Scalar("select count(*) from idempotent_answers where answer like '%IDEM%'"));
    }

    [Fact]
    public async Task A_key_is_its_tokens_own()
    {
        using var whole = Calling.By(site, "tove");
        using var narrowed = Calling.By(site, "tove", null, Permission.Purchase);
        const string Body = """{"model_code":"M-pc","assets":[{"serial":"OWN-1"}]}""";

        var first = await whole.Post("assets", Body, ("Idempotency-Key", "own"));
        var other = await narrowed.Post("assets", Body, ("Idempotency-Key", "own"));

        Assert.Equal((200, false), (first.Status, first.IsReplayed));
        Assert.False(other.IsReplayed);
        Assert.Equal("2", site.Example.Scalar("select count(*) from idempotent_answers where key like '%/own'"));
    }

    [Fact]
    public async Task Who_goes_away_while_it_is_done_and_asks_again_has_it_done_once()
    {
        // Slow enough to be left in the middle: the trigger counts for a while, inside the act.
        site.Example.Change("create trigger slow before insert on assets begin select count(*) from history a, history b, history c where a.id + b.id + c.id = -1; end");
        using var program = Calling.By(site, "tove");
        const string Body = """{"model_code":"M-pc","assets":[{"serial":"AWAY-1"}]}""";
        string Key(string column) => site.Example.Scalar($"select {column} from idempotent_answers where key like '%/away'") ?? "";
        using var leaves = new CancellationTokenSource();
        var left = program.Post("assets", Body, leaves.Token, ("Idempotency-Key", "away"));
        while (Key("digest").Length == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        while (site.Example.Scalar("select count(*) from assets where serial = 'AWAY-1'") == "0") await Task.Delay(10, TestContext.Current.CancellationToken);
        while (Key("digest").Length > 0 && Key("status").Length == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        site.Example.Change("drop trigger slow");

        var again = await program.Post("assets", Body, ("Idempotency-Key", "away"));

        Assert.Equal((200, true), (again.Status, again.IsReplayed));
        Assert.Equal("1", site.Example.Scalar("select count(*) from assets where serial = 'AWAY-1'"));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_key_one_is_done()
    {
        using var program = Calling.By(site, "tove");
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => program.Post("assets", """{"model_code":"M-pc","assets":[{"serial":"RACE-1"}]}""", ("Idempotency-Key", "race"))));

        Assert.All(all, answer => Assert.Contains(answer.Status, new[] { 200, 409 }));
        Assert.Single(all, answer => answer is { Status: 200, IsReplayed: false });
        Assert.Equal("1", site.Example.Scalar("select count(*) from assets where serial = 'RACE-1'"));
    }

    [Fact]
    public async Task Steps_wipes_and_many_at_once_do_what_the_pages_do()
    {
        using var program = Calling.By(site, "tove");
        var rented = await program.Post("assets/12/steps", """{"to":"lost","reason":"Borta efter flytten"}""", ("If-Match", (await program.Get("assets/12")).ETag!), ("Accept-Language", "sv"));
        var seen = await program.Get("assets/87"); // which nobody rents
        var unexplained = await program.Post("assets/87/steps", """{"to":"lost"}""", ("If-Match", seen.ETag!));
        var lost = await program.Post("assets/87/steps", """{"to":"lost","reason":"Borta efter flytten","on":"2026-06-14"}""", ("If-Match", seen.ETag!));
        var wiped = await program.Post("assets/90/wipes", """{"method":"ATA Secure Erase","wiped_by":"Tove"}""");
        var preview = await program.Post("assets/bulk", """{"preview":true,"changes":[{"tag":"IT0000005","room":"X"},{"tag":"NONE","room":"X"}]}""");
        var bulk = await program.Post("assets/bulk", """{"changes":[{"tag":"IT0000005","room":"X"},{"tag":"IT0000006","room":"X"}]}""");
        var person = await program.Post("assets/bulk", """{"changes":[{"tag":"IT0000007","user_account":"811228-9874"}]}""", ("Accept-Language", "sv"));
        var allOrNone = await program.Post("assets/bulk", """{"changes":[{"tag":"IT0000007","room":"Y"},{"tag":"NONE","room":"Y"}]}""");

        Assert.Equal((422, "asset_rented_out"), (rented.Status, rented.Code));
        Assert.Contains("IT0000012 C00012", rented.Json!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((422, "reason_missing"), (unexplained.Status, unexplained.Code));
        Assert.Equal((200, "lost"), (lost.Status, lost.Json!["state"]?.GetValue<string>()));
        Assert.Equal(200, wiped.Status);
        Assert.Equal("unknown_asset", preview.Json!["previews"]![1]!["refused_by"]!.GetValue<string>());
        Assert.Equal(2, bulk.Json!["changed"]!.GetValue<int>());
        Assert.Equal((422, "asset_personal_number"), (person.Status, person.Code));
        Assert.StartsWith("IT0000007: användarkonto", person.Json!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((422, "unknown_asset"), (allOrNone.Status, allOrNone.Code));
        Assert.Equal("0", site.Example.Scalar("select count(*) from assets where room = 'Y'"));
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_json_is_refused()
    {
        using var program = Calling.By(site, "tove");

        var large = await program.Post("assets/bulk", $$"""{"changes":[{"tag":"IT0000005","note":"{{new string('x', 1_200_000)}}"}]}""");
        var form = await program.Post("assets/bulk", "changes=1", ("Content-Type", "application/x-www-form-urlencoded"));
        var nowhere = await program.Get("no-such-thing");
        var method = await program.Send(HttpMethod.Put, "assets", "{}");

        Assert.Equal([413, 415, 404, 405], [large.Status, form.Status, nowhere.Status, method.Status]);
        Assert.All([large, form, nowhere, method], answer => Assert.Equal("application/problem+json", answer.MediaType));
    }

    [Fact]
    public async Task A_technician_reports_lost_what_is_rented_at_the_fee_of_the_rules_and_no_other()
    {
        using var program = Calling.By(site, "tove");
        var seen = (await program.Get("contract-lines/31")).ETag!;

        var priced = await program.Post("contract-lines/31/price", """{"on":"2026-06-10","rent":{"monthly_rate":"95.00"}}""", ("If-Match", seen));
        var dear = await program.Post("contract-lines/31/lose", """{"on":"2026-06-10","handling_fee":"1.00"}""", ("If-Match", seen));
        var written = await program.Post("contract-lines/31/lose", """{"on":"2026-06-10","book_value":"1.00"}""", ("If-Match", seen));
        var lost = await program.Post("contract-lines/31/lose", """{"on":"2026-06-10","reason":"Stulen"}""", ("If-Match", seen));

        Assert.Equal([403, 403, 403, 200], [priced.Status, dear.Status, written.Status, lost.Status]);
        Assert.Equal("6", site.Example.Scalar("select state from assets where id = 31"));
    }

    [Fact]
    public async Task A_purchase_is_changed_on_what_was_seen()
    {
        using var program = Calling.By(site, "tove");
        var seen = (await program.Get("purchases/I2026-00001")).ETag!;
        const string Fewer = """{"expected_on":"2026-07-01","lines":[{"number":1,"quantity":8,"unit_price":"9500.00"},{"number":2,"quantity":0,"unit_price":"0.00"}]}""";

        var changed = await program.Send(HttpMethod.Put, "purchases/I2026-00001", Fewer, ("If-Match", seen));
        var late = await program.Send(HttpMethod.Put, "purchases/I2026-00001", Fewer, ("If-Match", seen));

        Assert.Equal([200, 412], [changed.Status, late.Status]);
        Assert.Equal("purchase_changed_meanwhile", late.Code);
        Assert.Equal("8 950000", site.Example.Scalar("select group_concat(quantity || ' ' || unit_price) from purchase_lines where purchase_order_id = 1"));
    }

    [Fact]
    public async Task A_book_value_is_asked_for_on_a_day()
    {
        using var program = Calling.By(site, "rut");

        var value = await program.Get("assets/3/value?on=2026-07-01");

        Assert.Equal((200, "2025-04-01", 48), (value.Status, value.Json!["in_service"]!.GetValue<string>(), value.Json["term_months"]!.GetValue<int>()));
        Assert.Equal("1451.31", value.Json["amount"]!.GetValue<string>()); // 15 of 48 months of 2111.00 are gone
    }

    [Fact]
    public async Task A_contract_line_is_started_moved_and_returned_each_on_what_was_seen()
    {
        using var program = Calling.By(site, "anna");
        var started = await program.Post("contract-lines", """{"unit_code":"100-10-1","cost_code":"12000","from":"2026-06-01","service":"Support","rent":{"monthly_rate":"95.00"}}""");
        var code = started.Json!["code"]!.GetValue<string>();
        var line = (await program.Get($"contract-lines?q={code}")).Items[0]!["id"]!.GetValue<long>();

        var moved = await program.Post($"contract-lines/{line}/move", """{"unit_code":"100-10-2","cost_code":"12001","on":"2026-06-20"}""", ("If-Match", started.ETag!));
        var late = await program.Post($"contract-lines/{line}/return", """{"on":"2026-06-25"}""", ("If-Match", started.ETag!));
        var returned = await program.Post($"contract-lines/{line}/return", """{"on":"2026-06-25"}""", ("If-Match", moved.ETag!));
        var shown = await program.Get($"contract-lines/{line}");

        Assert.Equal([201, 200, 412, 200], [started.Status, moved.Status, late.Status, returned.Status]);
        Assert.Equal("line_changed_meanwhile", late.Code);
        Assert.Equal(["2026-06-01", "2026-06-20"], shown.Json!["priced"]!.AsArray().Select(stretch => stretch!["from"]!.GetValue<string>()));
        Assert.Equal("95.00", shown.Json["priced"]![0]!["components"]![0]!["monthly_rate"]!.GetValue<string>());
        Assert.Equal("2026-06-25", shown.Json["priced"]![1]!["until"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_department_orders_by_program_and_the_budget_holder_approves()
    {
        using var olle = Calling.By(site, "olle");
        using var berit = Calling.By(site, "berit");
        var product = (await olle.Get("catalogue?unit=100-10-1")).Json!["products"]!.AsArray().First(item => item!["product"]!["kind"]!.GetValue<string>() == "workplace")!;
        var term = product["prices"]![0]!["months"]!.GetValue<int>();
        var body = new JsonObject { ["unit_code"] = "100-10-1", ["product_code"] = product["product"]!["code"]!.GetValue<string>(), ["term_months"] = term };

        var put = await olle.Post("baskets", body.ToJsonString());
        var number = put.Json!["number"]!.GetValue<string>();
        var basket = await olle.Get($"baskets/{number}");
        var lines = new JsonArray([.. basket.Json!["lines"]!.AsArray().Select(line => new JsonObject
        {
            ["number"] = line!["number"]!.GetValue<int>(), ["recipient_name"] = "Rita Ny", ["recipient_account"] = "rita.ny", ["site"] = "L1", ["room"] = "", ["term_months"] = line["term_months"]!.GetValue<int>(), ["wish"] = null,
        })]);
        var written = await olle.Send(HttpMethod.Put, $"baskets/{number}", new JsonObject { ["cost_code"] = "12000", ["wanted_on"] = "2026-07-10", ["lines"] = lines }.ToJsonString(), ("If-Match", basket.ETag!));
        var foreign = await berit.Get($"baskets/{number}");
        var sent = await olle.Post($"baskets/{number}/submit", "{}", ("If-Match", written.ETag!));
        var own = await olle.Post($"orders/{number}/approve", "{}", ("If-Match", sent.ETag!));
        var approved = await berit.Post($"orders/{number}/approve", "{}", ("If-Match", sent.ETag!));

        Assert.Equal([201, 200, 404, 200, 403], [put.Status, written.Status, foreign.Status, sent.Status, own.Status]);
        Assert.True(approved.Status is 200 or 422, approved.Text); // above her limit it is somebody else's
        Assert.Equal("awaiting_approval", sent.Json!["state"]!.GetValue<string>());
    }
}
