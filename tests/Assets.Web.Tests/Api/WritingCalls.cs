using System.Text.Json.Nodes;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>What programs write besides assets, lines and orders: the register's records, drafts, interest, views; and the files that they fetch.</summary>
[Collection(nameof(Site))]
public sealed class WritingCalls(Site site)
{
    [Fact]
    public async Task A_record_is_added_and_changed_by_the_version_that_was_seen()
    {
        using var program = WithEveryRole();

        var added = await program.Post("records/suppliers", """{ "fields": { "supplier_code": "NORDKABEL", "name": "Nordkabel AB" } }""");
        var read = await program.Get(added.Location!);
        var changed = await program.Send(HttpMethod.Patch, added.Location!, """{ "fields": { "name": "Nordkabel i Mora AB" }, "reason": "namnbyte" }""", ("If-Match", read.ETag!));
        var late = await program.Send(HttpMethod.Patch, added.Location!, """{ "fields": { "name": "Sydkabel AB" } }""", ("If-Match", read.ETag!));
        var blind = await program.Send(HttpMethod.Patch, added.Location!, """{ "fields": { "name": "Sydkabel AB" } }""");

        Assert.Equal((201, 200, 200, 412, 428), (added.Status, read.Status, changed.Status, late.Status, blind.Status));
        Assert.Equal("Nordkabel i Mora AB", (await program.Get(added.Location!)).Json!["fields"]!["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("suppliers", """{ "fields": { "supplier_code": "X", "nmae": "Y" } }""", 400, "fields")]
    [InlineData("suppliers", """{ "fields": { "supplier_code": "X" } }""", 422, "name")]
    [InlineData("models", """{ "fields": { "model_code": "X1", "kind": "toaster", "vendor": "V", "model": "M", "list_price": "1", "life_months": "48" } }""", 422, "kind")]
    [InlineData("cost-codes", """{ "fields": { "cost_code": "K1", "name": "Drift", "unit_code": "nowhere" } }""", 422, "unit_code")]
    public async Task A_record_that_cannot_be_names_its_field(string register, string body, int status, string field)
    {
        using var program = WithEveryRole();

        var answer = await program.Post("records/" + register, body);

        Assert.Equal(status, answer.Status);
        Assert.Equal(field, Assert.Single(answer.Json!["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Who_changes_a_part_of_the_register_hangs_nothing_on_the_rest_and_changes_nothing_that_is_everybodys()
    {
        site.Example.Example.Person("del", "Del Tekniker", "sv", new Appointed(Role.Technician, "100-10"));
        using var program = Calling.By(site.Example, "del");

        var foreign = await program.Post("records/cost-codes", """{ "fields": { "cost_code": "K77", "name": "Drift", "unit_code": "300" } }""");
        var own = await program.Post("records/cost-codes", """{ "fields": { "cost_code": "K78", "name": "Drift", "unit_code": "100-10" } }""");
        var everybodys = await program.Post("records/suppliers", """{ "fields": { "supplier_code": "S77", "name": "S" } }""");
        var model = await program.Send(HttpMethod.Patch, "records/models/1", """{ "fields": { "vendor": "V" } }""", ("If-Match", "\"1\""));

        Assert.Equal((400, 201, 403, 404), (foreign.Status, own.Status, everybodys.Status, model.Status));
    }

    [Fact]
    public async Task Who_manages_users_everywhere_names_a_stand_in_for_another_and_ends_it()
    {
        await using var own = await ExampleSite.Start(Example.Busy()); // a stand-in is asked on other pages too
        own.Example.Person("del", "Del Admin", "sv", new Appointed(Role.Administrator, "100-10"));
        using var program = Calling.By(own, "anna");
        using var part = Calling.By(own, "del");
        var address = $"users/{Calling.Id(own, "berit")}/delegations";
        const string body = """{ "account": "vera", "from": "2026-06-15", "last_day": "2026-06-30", "reason": "sjuk" }""";

        var narrow = await part.Post(address, body);
        var named = await program.Post(address, body);
        var listed = await program.Get(address);
        var mine = $"{address}/{named.Json!["id"]}";
        var foreign = await program.Send(HttpMethod.Delete, $"users/{Calling.Id(own, "anna")}/delegations/{named.Json["id"]}", null);
        var ended = await program.Send(HttpMethod.Delete, mine, null);
        var unneeded = await program.Post($"users/{Calling.Id(own, "tove")}/delegations", body);

        Assert.Equal((403, 201, 404, 200, 422), (narrow.Status, named.Status, foreign.Status, ended.Status, unneeded.Status));
        Assert.Equal("vera", Assert.Single(listed.Items)!["account"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_is_written_its_effect_shown_and_its_rulebook_printed()
    {
        await using var own = await ExampleSite.Start(Example.Busy()); // other tests have the shared one's draft in hand
        own.Example.Person("alla", "Alla Roller", "sv", [.. Enum.GetValues<Role>().Select(role => new Appointed(role))]);
        using var program = Calling.By(own, "alla");
        var address = (await program.Post("editions")).Location
            ?? $"/api/v1/editions/{(await program.Get("editions")).Items.Single(item => item!["state"]!.GetValue<string>() == "draft")!["number"]}";
        var begun = await program.Get(address);
        var draft = begun.Json!;
        var product = draft["products"]![0]!.DeepClone().AsObject();
        product["support"] = "123.00";
        product["term_months"] = new JsonArray(36, 48);
        var content = new JsonObject { ["products"] = new JsonArray(product), ["rules"] = draft["rules"]!.DeepClone(), ["valid_from"] = "2027-01-01" };

        var saved = await program.Send(HttpMethod.Put, address + "/content", content.ToJsonString(), ("If-Match", begun.ETag!));
        var late = await program.Send(HttpMethod.Put, address + "/content", content.ToJsonString(), ("If-Match", begun.ETag!));
        product["term_months"] = new JsonArray();
        var endless = await program.Send(HttpMethod.Put, address + "/content", content.ToJsonString(), ("If-Match", saved.ETag!));
        var now = await program.Get(address);
        var effect = await program.Get(address + "/effect");
        var workbook = await program.Get(address + "/effect.xlsx");
        var book = await program.Get(address + "/rulebook.pdf");

        Assert.Equal((200, 412, 400), (saved.Status, late.Status, endless.Status));
        Assert.Equal("123.00", Assert.Single(now.Json!["products"]!.AsArray())!["support"]!.GetValue<string>());
        Assert.Equal("2027-01-01", now.Json["valid_from"]!.GetValue<string>());
        Assert.Equal((200, "2027-01-01"), (effect.Status, effect.Json!["from"]!.GetValue<string>()));
        Assert.StartsWith("PK", workbook.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", book.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interest_of_a_day_is_decided_and_read_back()
    {
        using var program = WithEveryRole();

        var set = await program.Post("interest-rates", """{ "from": "2031-01-01", "percent_per_year": 3.125, "reason": "beslut" }""");
        var never = await program.Post("interest-rates", """{ "from": "2031-01-01", "percent_per_year": 3.1255 }""");

        Assert.Equal((200, 422), (set.Status, never.Status));
        Assert.Contains((await program.Get("interest-rates")).Items, row => row!["from"]!.GetValue<string>() == "2031-01-01" && row["percent_per_year"]!.GetValue<decimal>() == 3.125m);
    }

    [Fact]
    public async Task A_view_of_the_list_is_saved_shared_and_removed_by_its_owner_alone()
    {
        using var emma = Calling.By(site.Example, "emma");
        using var rut = Calling.By(site.Example, "rut");

        var saved = await emma.Post("asset-views", """{ "name": "Bärbara", "query": "?q=latitude", "shared": true }""");
        var id = saved.Json!["id"]!.GetValue<int>();
        var seen = (await rut.Get("asset-views")).Items.Single(view => view!["id"]!.GetValue<int>() == id)!;
        var foreign = await rut.Send(HttpMethod.Delete, $"asset-views/{id}", null);
        var own = await emma.Send(HttpMethod.Delete, $"asset-views/{id}", null);

        Assert.Equal(("q=latitude", false), (seen["query"]!.GetValue<string>(), seen["is_mine"]!.GetValue<bool>()));
        Assert.Equal((404, 200), (foreign.Status, own.Status));
        Assert.DoesNotContain((await emma.Get("asset-views")).Items, view => view!["id"]!.GetValue<int>() == id);
    }

    [Fact]
    public async Task A_search_of_the_network_is_a_task_and_never_tells_a_community()
    {
        using var program = WithEveryRole();

        var credential = await program.Post("credentials", """{ "name": "Sökning från program", "version": 2, "community": "hemligt-ord" }""");
        var number = credential.Json!["id"]!.GetValue<int>();
        var begun = await program.Post("discoveries", $$"""{ "range": "127.0.0.9/32", "credentials": [{{number}}], "port": 9 }""");
        var wide = await program.Post("discoveries", $$"""{ "range": "everything", "credentials": [{{number}}] }""");
        var listed = await program.Get("credentials");

        Assert.Equal((201, 202, 422), (credential.Status, begun.Status, wide.Status));
        Assert.Equal(200, (await program.Get($"discoveries/{begun.Json!["id"]!.GetValue<int>()}")).Status);
        Assert.DoesNotContain("hemligt-ord", credential.Text + begun.Text + listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_and_the_cost_card_come_as_files()
    {
        using var program = WithEveryRole();

        var labels = await program.Get("labels.pdf?tags=IT0000005,IT0000006");
        var costs = await program.Get("costs.xlsx");

        Assert.Equal((200, "application/pdf"), (labels.Status, labels.MediaType));
        Assert.StartsWith("PK", costs.Text, StringComparison.Ordinal);
        Assert.Equal((404, 400), ((await program.Get("labels.pdf?tags=nothing")).Status, (await program.Get("labels.pdf?tags=IT0000005&format=poster")).Status));
    }

    private Calling WithEveryRole()
    {
        site.Example.Example.Person("alla", "Alla Roller", "sv", [.. Enum.GetValues<Role>().Select(role => new Appointed(role))]);
        return Calling.By(site.Example, "alla");
    }
}
