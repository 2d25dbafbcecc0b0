using System.Text.Json.Nodes;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>Lists as programs turn them over.</summary>
[Collection(nameof(Site))]
public sealed class ListCalls(Site site)
{
    public static TheoryData<string, int> Lists { get; } = new()
    {
        { "months", 13 }, { "devices", 6 }, { "devices/4/events", 2 }, { "audits", 1 }, { "organisations", 5 }, { "models", 3 }, { "sites", 3 }, { "suppliers", 1 }, { "queue", 1 }, { "imports", 0 }, { "acts", 50 }, { "costs/lines", 50 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_turned_over_one_by_one_has_every_row_once_in_its_order(string list, int atLeast)
    {
        using var program = Calling.By(site.Example, "emma");
        var whole = await TurnedOver(program, list, 200);

        var rows = await TurnedOver(program, list, 1);

        Assert.True(whole.Count >= atLeast, $"{whole.Count}");
        Assert.Equal(whole.Distinct(), rows);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_cursor_that_no_list_gave_is_refused_and_named(string list, int atLeast)
    {
        using var program = Calling.By(site.Example, "emma");

        var refused = await program.Get($"{list}?limit={atLeast + 1}&cursor=!");

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.NotNull(refused.Json!["errors"]!["cursor"]);
    }

    [Fact]
    public async Task A_device_that_changes_its_name_or_state_between_two_pages_hides_no_other()
    {
        await using var own = await ExampleSite.Start(Example.Full());
        using var program = Calling.By(own, "tove");
        var first = await program.Get("devices?limit=3");
        own.Example.Change("update devices set status = 2 where id = 5");
        own.Example.Change("delete from status_changes where device_id = 3");
        own.Example.Change("update devices set name = 'a först' where id = 3"); // the last of the page

        var second = await program.Get($"devices?limit=3&cursor={first.Next}");

        Assert.Equal([4, 5, 6], second.Items.Select(Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Organisations_come_below_their_parent_within_reach_alone()
    {
        await using var own = await ExampleSite.Start(Example.Full());
        using var program = Calling.By(own, "olle");

        var first = await program.Get("organisations?limit=1");
        var second = await program.Get($"organisations?limit=200&cursor={first.Next}");

        Assert.Equal("100-10", first.Items.Single()!["code"]!.GetValue<string>());
        Assert.NotEmpty(second.Items);
        Assert.All(second.Items, unit => Assert.StartsWith("100-10-", unit!["code"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    private static async Task<List<string>> TurnedOver(Calling program, string list, int size)
    {
        var rows = new List<string>();
        for (var next = $"{list}?limit={size}"; next.Length > 0;)
        {
            var page = await program.Get(next);
            Assert.True(page.Items.Count <= size && (page.Next is null) == (page.Link is null), page.Text);
            rows.AddRange(page.Items.Select(row => row!.ToJsonString()));
            next = page.Link is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : "";
        }
        return rows;
    }

    private static int Id(JsonNode? row) => row!["id"]!.GetValue<int>();
}
