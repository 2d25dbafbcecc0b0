using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Api;

/// <summary>Calls that two permissions open, by a token that was given the other one: its owner may both.</summary>
public sealed class NarrowedCalls : IAsyncLifetime
{
    private ExampleSite site = null!;

    public async ValueTask InitializeAsync()
    {
        var example = Example.Full();
        example.Person("allt", "Allt I Ett", "sv", new Appointed(Role.Architect), new Appointed(Role.BudgetHolder), new Appointed(Role.Technician), new Appointed(Role.Orderer));
        site = await ExampleSite.Start(example);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_order_is_turned_down_by_the_permission_that_its_state_asks_for()
    {
        Assert.Equal(403, await Post(ExampleOrdering.AwaitingApproval, "reject", Permission.ReviewOrders));
        Assert.Equal(403, await Post(ExampleOrdering.AwaitingArchitect, "reject", Permission.ApproveOrders));
        Assert.Equal(200, await Post(ExampleOrdering.AwaitingApproval, "reject", Permission.ApproveOrders));
        Assert.Equal(200, await Post(ExampleOrdering.AwaitingArchitect, "reject", Permission.ReviewOrders));
    }

    [Fact]
    public async Task Anothers_order_is_called_off_by_the_permission_of_the_bench_and_ones_own_by_the_orderers()
    {
        Assert.Equal(403, await Post(ExampleOrdering.Accepted, "cancel", Permission.PlaceOrders));
        Assert.Equal(200, await Post(ExampleOrdering.Accepted, "cancel", Permission.FulfilOrders));
        site.Example.Change($"update orders set orderer_id = (select id from users where user_name = 'allt') where number = '{ExampleOrdering.AwaitingApproval}'");
        Assert.Equal(403, await Post(ExampleOrdering.AwaitingApproval, "cancel", Permission.FulfilOrders));
        Assert.Equal(200, await Post(ExampleOrdering.AwaitingApproval, "cancel", Permission.PlaceOrders));
    }

    private async Task<int> Post(string order, string verb, Permission permission)
    {
        using var program = Calling.By(site, "allt", null, Permission.ViewOrders, permission);
        var seen = await program.Get("orders/" + order);
        return (await program.Post($"orders/{order}/{verb}", """{"reason":"Behövs inte"}""", ("If-Match", seen.ETag!))).Status;
    }
}
