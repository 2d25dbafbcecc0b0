using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Inventory;

[Collection(nameof(Site))]
public sealed class RecordPages(Site site)
{
    [Fact]
    public async Task A_technician_adds_a_model_that_is_missing_and_comes_back_to_the_delivery()
    {
        var visitor = await site.As("tove");

        Assert.Contains("/models/new?back=%2Freceive", await visitor.Read("/receive"), StringComparison.Ordinal);
        using var bad = await visitor.Post("/models/new?back=%2Freceive", "/models/new", [.. Model("RM-1", "tusen"), ("Back", "/receive")]);
        using var saved = await visitor.Post("/models/new?back=%2Freceive", "/models/new", [.. Model("RM-1", "1 250,50"), ("Back", "/receive")]);
        using var again = await visitor.Post("/models/new", "/models/new", Model("RM-1", "1250.50"));
        using var taken = await visitor.Post("/models/new", "/models/new", Model("rm-1", "99"));

        Assert.Contains("Skriv ett belopp, till exempel", WebUtility.HtmlDecode(await bad.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, "/receive"), (saved.StatusCode, saved.Headers.Location?.OriginalString));
        Assert.Contains("Fabrikör Prov 1", await visitor.Read("/receive"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Contains("Koden RM-1 används redan.", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("125050", site.Example.Example.Scalar("select list_price from models where code = 'RM-1'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_one_record_see_both_versions_and_the_second_chooses()
    {
        var visitor = await site.As("tove");
        using var added = await visitor.Post("/suppliers/new", "/suppliers/new", ("F[supplier_code]", "RS-1"), ("F[name]", "Första AB"), ("F[org_number]", ""));
        var address = added.Headers.Location!.OriginalString;
        var seen = site.Example.Example.Scalar("select change_set_id from suppliers where code = 'RS-1'")!;

        using var first = await visitor.Post(address + "/edit", address + "/edit", ("Seen", seen), ("F[name]", "Andra AB"), ("F[org_number]", ""));
        using var second = await visitor.Post(address + "/edit", address + "/edit", ("Seen", seen), ("F[name]", "Tredje AB"), ("F[org_number]", "559900-0014"));
        var both = await second.Content.ReadAsStringAsync();
        var now = site.Example.Example.Scalar("select change_set_id from suppliers where code = 'RS-1'")!;
        using var chosen = await visitor.Post(address + "/edit", address + "/edit", ("Seen", now), ("F[name]", "Tredje AB"), ("F[org_number]", "559900-0014"), ("Theirs", "name"));
        var page = await visitor.Read(address);

        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Contains("<td>Tredje AB</td><td>Andra AB</td>", both, StringComparison.Ordinal);
        Assert.Contains($"name=\"Seen\" value=\"{now}\"", both, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("559900-0014", page, StringComparison.Ordinal);
        Assert.Contains("<del>Första AB</del> → <ins>Andra AB</ins>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_and_its_cost_code_are_added_moved_and_ended_in_pages()
    {
        var visitor = await site.As("anna");

        using var added = await visitor.Post("/organisations/new?unit=100-11", "/organisations/new", Unit("100-11-9", "Nya <b>hemmet</b>", "Vård- och omsorgsförvaltningen", ""));
        var address = added.Headers.Location!.OriginalString;
        using var code = await visitor.Post("/cost-codes/new?unit=100-11-9", "/cost-codes/new", ("F[cost_code]", "RK9"), ("F[name]", "Drift"), ("F[unit_code]", "100-11-9"), ("F[valid_from]", "2026-01-01"), ("F[valid_to]", ""));
        using var circle = await visitor.Post("/organisations/new", address + "/edit", Unit("", "Nya hemmet", "100-11-9", ""));
        using var ended = await visitor.Post("/organisations/new", address + "/edit", [.. Unit("", "Nya hemmet", "100-10", "2026-05-31"), ("Reason", "Sammanslagning")]);
        var page = await visitor.Read(address);

        Assert.Equal(address, code.Headers.Location?.OriginalString);
        Assert.Contains("Den skulle höra till sig själv", await circle.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        Assert.Contains("RK9", page, StringComparison.Ordinal);
        Assert.Contains("upphörd", page, StringComparison.Ordinal);
        Assert.Contains("Sammanslagning", page, StringComparison.Ordinal);
        Assert.DoesNotContain("100-11-9", (await visitor.Read("/organisations/new")).Split("<datalist")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_change_a_part_changes_that_part_only()
    {
        site.Example.Example.Person("delteknikern", "Delvis Tekniker", "sv", new Appointed(Role.Technician, "100-10"));
        var visitor = await site.As("delteknikern");

        foreach (var (address, status) in new[]
        {
            ("/organisations/3/edit", HttpStatusCode.OK), ("/organisations/9/edit", HttpStatusCode.NotFound), ("/cost-codes/1/edit", HttpStatusCode.OK), ("/cost-codes/5/edit", HttpStatusCode.NotFound),
            ("/models/1/edit", HttpStatusCode.Forbidden), ("/models/new", HttpStatusCode.Forbidden), ("/models/1", HttpStatusCode.OK), ("/models/99999", HttpStatusCode.NotFound),
        })
        {
            using var answer = await visitor.Get(address);
            Assert.Equal((address, status), (address, answer.StatusCode));
        }
        using var elsewhere = await visitor.Post("/organisations/new", "/organisations/new", Unit("100-11-8", "Fel plats", "100-11", ""));
        using var foreignCode = await visitor.Post("/organisations/new", "/cost-codes/5/edit", ("F[name]", "x"), ("F[unit_code]", "100-10-1"));
        using var model = await visitor.Post("/organisations/new", "/models/new", Model("RM-9", "1"));
        using var away = await visitor.Post("/organisations/new", "/organisations/3/edit", Unit("", "Björkskolan", "100-11", ""));

        Assert.Contains("Det finns ingen sådan överordnad", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (foreignCode.StatusCode, model.StatusCode));
        Assert.Contains("Det finns ingen sådan överordnad", await away.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_searched_and_says_how_much_hangs_on_each_to_who_sees_all()
    {
        var visitor = await site.As("anna");
        var orderer = await site.As("olle");

        var list = await visitor.Read("/models?q=latitude%20dell");
        var none = await visitor.Read("/sites?q=zzz");

        Assert.Matches("Dell Latitude 5440</a>[\\s\\S]*<td class=\"number\">36</td>", list);
        Assert.DoesNotContain("Fabrikör", list, StringComparison.Ordinal);
        Assert.Contains("Inget stämmer med sökningen", none, StringComparison.Ordinal);
        Assert.DoesNotContain(">36</td>", await orderer.Read("/models?q=latitude"), StringComparison.Ordinal);
        Assert.DoesNotContain("/models/new", await orderer.Read("/models"), StringComparison.Ordinal);
    }

    private static (string, string)[] Model(string code, string price) =>
    [
        ("F[model_code]", code), ("F[kind]", "pc"), ("F[vendor]", "Fabrikör"), ("F[model]", "Prov 1"), ("F[list_price]", price), ("F[life_months]", "48"), ("F[end_of_life]", ""),
    ];

    private static (string, string)[] Unit(string code, string name, string parent, string last) =>
    [
        ("F[org_code]", code), ("F[name]", name), ("F[kind]", "unit"), ("F[parent_code]", parent), ("F[org_number]", ""), ("F[valid_to]", last),
    ];
}
