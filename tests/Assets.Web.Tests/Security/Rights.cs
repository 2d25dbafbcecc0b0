using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

[Collection(nameof(Site))]
public sealed class Rights(Site site)
{
    // None: for everybody who has signed in.
    private static readonly (string Address, Permission? Needs)[] Pages =
    [
        ("/", Permission.ViewRegister), ("/assets", Permission.ViewRegister), ("/assets/3", Permission.ViewRegister), ("/register/as-of", Permission.ViewRegister), ("/register/as-of?handler=File&format=csv", Permission.ViewRegister), ("/organisations", Permission.ViewRegister),
        ("/contracts", Permission.ViewContracts), ("/contracts/3", Permission.ViewContracts), ("/contracts/3/change", Permission.ChangeRented), ("/contracts/new", Permission.EditContracts),
        ("/months", Permission.ViewMonths), ("/months/2026-05", Permission.ViewMonths), ("/months/2026-06/findings/unpriced_line", Permission.ViewMonths),
        ("/months/2026-05/files/all.csv", Permission.ExportMonth),
        ("/order", Permission.PlaceOrders), ("/order/kontor", Permission.PlaceOrders), ("/order/wish", Permission.PlaceOrders), ("/basket", Permission.PlaceOrders),
        ("/orders", Permission.ViewOrders), ("/orders/B2026-00001", Permission.ViewOrders), ("/approvals/delegations", Permission.ApproveOrders),
        ("/queue", Permission.FulfilOrders), ("/queue/B2026-00002", Permission.FulfilOrders), ("/rented", Permission.PlaceOrders), ("/rented/5/move", Permission.PlaceOrders),
        ("/standard", null), ("/standard/2", null), ("/standard/rulebook", null), ("/standard/2/rulebook", null), ("/standard/1/rulebook?handler=pdf", null),
        ("/standard/3/rules", Permission.EditStandard), ("/standard/3/product", Permission.EditStandard), ("/standard/3/product?code=KONTOR", Permission.EditStandard),
        ("/standard/2/effect", Permission.ViewOwnCosts), ("/prices", Permission.ViewMonths),
        ("/purchases", Permission.Purchase), ("/purchases/new", Permission.Purchase), ("/purchases/I2026-00001", Permission.Purchase), ("/purchases/I2026-00001/receive", Permission.Purchase), ("/purchases/I2026-00001/edit", Permission.Purchase),
        ("/receive", Permission.Purchase), ("/labels", Permission.EditRegister), ("/assets/3/edit", Permission.EditRegister), ("/assets/3/steps", Permission.EditRegister),
        ("/audits", Permission.EditRegister), ("/audits/1", Permission.EditRegister), ("/search?q=latitude", Permission.ViewRegister), ("/t/nothing", Permission.ViewRegister),
        ("/charges/2026-05:C00003:rent:01", Permission.ViewContracts), ("/contracts/3/months/2026-05", Permission.ViewContracts),
        ("/costs", Permission.ViewOwnCosts), ("/costs/lines", Permission.ViewOwnCosts), ("/costs/file", Permission.ViewOwnCosts),
        ("/models", Permission.ViewRegister), ("/models/1", Permission.ViewRegister), ("/models/1/edit", Permission.EditRegister), ("/models/new", Permission.EditRegister), ("/device-types", Permission.ViewRegister),
        ("/sites", Permission.ViewRegister), ("/sites/1", Permission.ViewRegister), ("/sites/1/edit", Permission.EditRegister), ("/suppliers", Permission.ViewRegister),
        ("/suppliers/1", Permission.ViewRegister), ("/suppliers/new", Permission.EditRegister), ("/organisations/new", Permission.EditRegister),
        ("/organisations/2/edit", Permission.EditRegister), ("/cost-codes/new?unit=100-10-1", Permission.EditRegister), ("/cost-codes/1/edit", Permission.EditRegister),
        ("/import", Permission.Import), ("/audit", Permission.ViewAudit), ("/users", Permission.ManageUsers),
        ("/profile/tokens", null), ("/api", null), ("/webhooks", Permission.ManageSettings),
        ("/mails", Permission.ManageSettings), ("/mails?show=failed", Permission.ManageSettings), ("/profile", null), ("/profile/second-factor", null),
        ("/devices", Permission.ViewNetwork), ("/devices/1", Permission.ViewNetwork), ("/devices/new", Permission.EditNetwork), ("/devices/1/edit", Permission.EditNetwork),
        ("/devices/credentials", Permission.EditNetwork), ("/devices/discover", Permission.EditNetwork),
    ];

    // Open to who has another permission too.
    private static readonly Dictionary<string, Permission> Also = new(StringComparer.Ordinal)
    {
        ["/standard/2/effect"] = Permission.EditStandard, ["/charges/2026-05:C00003:rent:01"] = Permission.ViewOwnCosts, ["/contracts/3/months/2026-05"] = Permission.ViewOwnCosts,
    };

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_the_pages_that_its_permissions_open_and_no_other(Role role)
    {
        var account = "role-" + role;
        site.Example.Example.Person(account, account, "sv", new Appointed(role));
        var visitor = await site.As(account);

        foreach (var (address, needs) in Pages)
        {
            using var answer = await visitor.Get(address);
            Assert.Equal((address, (needs is not { } permission || Grants.Allows(role, permission) || (Also.TryGetValue(address, out var other) && Grants.Allows(role, other))) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (address, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("tove", "Run")]
    [InlineData("tove", "Close")]
    [InlineData("rut", "Run")]
    [InlineData("rut", "Close")]
    [InlineData("rut", "Propose")]
    [InlineData("rut", "Approve")]
    [InlineData("tove", "Approve")]
    public async Task A_month_is_not_run_or_closed_by_who_may_not(string account, string verb)
    {
        var visitor = await site.As(account);

        using var answer = await visitor.Post("/profile", $"/months/2026-06?handler={verb}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_right_in_a_part_of_the_organisation_shows_that_part_only()
    {
        var orderer = await site.As("olle"); // of 100-10: lines 5n and 5n+1

        var list = await orderer.Read("/assets");
        using var foreign = await orderer.Get("/assets/3");
        using var foreignLine = await orderer.Get("/contracts/3");
        using var own = await orderer.Get("/assets/5");
        var lines = await orderer.Read("/contracts?q=C0000");
        var tree = await orderer.Read("/organisations") + await orderer.Read("/organisations/2");

        Assert.Contains(">IT0000005<", list, StringComparison.Ordinal);
        Assert.DoesNotContain(">IT0000003<", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, foreignLine.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains(">C00005<", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(">C00003<", lines, StringComparison.Ordinal);
        Assert.Contains("Björkskolan", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("Solgården", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("Lövsta Energi", await orderer.Read("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_right_is_gone_at_the_next_click()
    {
        site.Example.Example.Person("kort", "Kort Tid", "sv", new Appointed(Role.Auditor));
        var visitor = await site.As("kort");
        using var before = await visitor.Get("/months");

        Change("delete from role_grants where user_id = (select id from users where user_name = 'kort')");
        using var after = await visitor.Get("/months");
        Change("update users set security_stamp = 'another' where user_name = 'kort'");
        using var ended = await visitor.Get("/profile");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
    }

    private void Change(string sql)
    {
        using var connection = site.Example.Example.Installation.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }
}
