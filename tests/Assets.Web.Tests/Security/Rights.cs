using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Security;

[Collection(nameof(Site))]
public sealed class Rights(Site site)
{
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
