using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>Each way to read answers something sensible of the example; the last test sees to it that none is forgotten.</summary>
[Collection(nameof(Site))]
public sealed class HappyCalls(Site site)
{
    // Pattern, what is called, and a field that the answer has.
    internal static readonly (string Pattern, string Call, string Field)[] Reads =
    [
        ("me", "me", "permissions"), ("tokens", "tokens", "items"), ("assets", "assets?q=latitude&limit=3", "total"), ("assets/{id:long}", "assets/5", "version"),
        ("assets/{id:long}/history", "assets/5/history", "items"), ("assets/as-of", "assets/as-of?about=2026-06-01&believed=2027-01-01&limit=3", "next"), ("assets/{id:long}/as-of", "assets/5/as-of?about=2026-01-01", "fields"),
        ("organisations", "organisations", "items"), ("organisations/{id:int}", "organisations/1", "code"), ("organisations/{id:int}/cost-codes", "organisations/1/cost-codes", "items"),
        ("models", "models", "items"), ("sites", "sites", "items"), ("suppliers", "suppliers", "items"), ("search", "search?q=IT0000005", "items"),
        ("assets/{id:long}/value", "assets/3/value", "in_service"), ("contract-lines", "contract-lines?current=true", "items"), ("contract-lines/{id:long}", "contract-lines/3", "priced"), ("contract-lines/{id:long}/history", "contract-lines/3/history", "items"),
        ("charges/{id}/explanation", "charges/2026-05:C00003:rent:01/explanation", "amount"), ("interest-rates", "interest-rates", "items"),
        ("orders", "orders", "items"), ("orders/{number}", "orders/B2026-00002", "steps"), ("queue", "queue", "more"), ("queue/{number}", "queue/B2026-00002", "lines"), ("delegations", "delegations", "own"),
        ("catalogue", "catalogue?unit=100-10-1", "products"), ("baskets", "baskets", "items"), ("rented", "rented", "monthly_rent"),
        ("purchases", "purchases", "items"), ("purchases/{number}", "purchases/I2026-00001", "head"),
        ("months", "months", "items"), ("months/{month}", "months/2026-05", "customers"), ("months/{month}/findings/{code}", "months/2026-06/findings/unpriced_line", "items"),
        ("costs", "costs", "causes"), ("costs/lines", "costs/lines?limit=2", "items"), ("devices", "devices", "items"), ("devices/{id:int}", "devices/1", "interfaces"), ("devices/{id:int}/events", "devices/1/events", "items"),
        ("editions", "editions", "items"), ("editions/in-force", "editions/in-force", "products"), ("editions/{number:int}", "editions/2", "rules"),
        ("audits", "audits", "items"), ("audits/{id:int}", "audits/1", "head"), ("imports", "imports", "items"), ("users", "users", "items"), ("users/{id:int}/delegations", "users/1/delegations", "items"), ("acts", "acts", "items"),
        ("changes", "changes?limit=5", "last"), ("webhooks", "webhooks", "items"),
        ("records/{register}/{id:int}", "records/models/1", "fields"), ("credentials", "credentials", "items"), ("asset-views", "asset-views", "items"), ("views", "views?list=contracts", "items"), ("mails", "mails?show=sent", "items"),
    ];

    // Of these there is nothing in the example before somebody makes it; other tests do.
    private static readonly string[] MadeFirst = ["baskets/{number}", "tasks/{id:int}", "imports/{id:int}/report", "webhooks/{id:int}/deliveries", "months/{month}/files/{file}",
        "editions/{number:int}/effect", "editions/{number:int}/effect.xlsx", "editions/{number:int}/rulebook.pdf", "discoveries/{id:int}", "labels.pdf", "costs.xlsx"];

    private static readonly string[] RegisterFiles = ["assets/as-of.xlsx", "assets/as-of.csv"];

    [Fact]
    public async Task Each_way_to_read_answers()
    {
        site.Example.Example.Person("alla", "Alla Roller", "sv", [.. Enum.GetValues<Core.Access.Role>().Select(role => new Data.Access.Appointed(role))]);
        using var program = Calling.By(site.Example, "alla");
        var wrong = new List<string>();

        foreach (var (_, call, field) in Reads)
        {
            var answer = await program.Get(call);
            if (answer.Status != 200 || answer.Json is null || !answer.Json.AsObject().ContainsKey(field)) wrong.Add($"{call}: {answer.Status} {answer.Text}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_way_to_read_is_left_out() => Assert.Equal(
        EveryCall.All(site.Example).Where(call => call.Method == HttpMethod.Get).Select(call => call.Pattern["/api/v1/".Length..]).Order(StringComparer.Ordinal),
        Reads.Select(read => read.Pattern).Concat(MadeFirst).Concat(RegisterFiles).Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_register_of_a_day_comes_as_files_to_who_sees_all_of_it_and_to_who_sees_a_part()
    {
        site.Example.Example.Person("delfil", "Del Fil", "en", new Data.Access.Appointed(Core.Access.Role.Technician, "100-10"));
        using var whole = Calling.By(site.Example, "anna");
        using var part = Calling.By(site.Example, "delfil");

        var (book, all) = (await whole.Get("assets/as-of.xlsx?about=2026-06-01&believed=2026-06-15"), await whole.Get("assets/as-of.csv"));
        var (partBook, some) = (await part.Get("assets/as-of.xlsx"), await part.Get("assets/as-of.csv"));

        Assert.Equal([200, 200, 200, 200], new[] { book, all, partBook, some }.Select(file => file.Status));
        Assert.All([book, partBook], file => Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.MediaType));
        Assert.All([book, partBook], file => Assert.StartsWith("PK", file.Text, StringComparison.Ordinal));
        Assert.All([all, some], file => Assert.Equal("text/csv", file.MediaType));
        Assert.InRange(Rows(some), 1, Rows(all) - 1);
        Assert.Equal((await part.Get("assets/as-of?limit=200")).Items.Count, Rows(some));
        foreach (var file in RegisterFiles)
        {
            var refused = await part.Get(file + "?about=2026-06-01");
            Assert.Equal((403, "not_allowed"), (refused.Status, refused.Code));
        }

        static int Rows(Answered file) => file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
    }

    [Fact]
    public async Task A_file_of_a_month_is_downloaded()
    {
        using var program = Calling.By(site.Example, "emma");

        var file = await program.Get("months/2026-05/files/all.csv");

        Assert.Equal((200, "text/csv"), (file.Status, file.MediaType));
        Assert.Equal(404, (await program.Get("months/2026-05/files/nothing.xyz")).Status);
    }
}
