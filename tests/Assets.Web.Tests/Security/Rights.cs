using System.Net;
using System.Text.RegularExpressions;
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
    public async Task The_auditor_opens_what_others_work_with_and_finds_no_button_there()
    {
        await using var busy = await ExampleSite.Start(Example.Busy());
        using var auditor = await Visitor.SignedIn(busy, "rut");
        foreach (var address in new[] { "/users", "/users/2", "/audits", "/audits/1", "/queue", "/mails", "/mails?show=failed", "/import", "/tasks/1", "/standard/3", "/standard/3/effect", "/months/2026-05" })
        {
            var page = await auditor.Read(address);
            var body = page[page.IndexOf("<main", StringComparison.Ordinal)..];

            // One's own views of a list are saved by whoever sees it.
            Assert.Empty(Regex.Matches(body, "<(form|button)[^>]*(method=\"post\"|formaction)[^>]*>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Where(form => !form.Value.Contains("action=\"/views", StringComparison.Ordinal)).Select(form => $"{address}: {form.Value}"));
            Assert.DoesNotContain("href=\"/queue/", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_auditor_takes_the_files_of_closed_months_only_and_it_is_noted()
    {
        await using var own = await ExampleSite.Start(Example.Full());
        using var auditor = await Visitor.SignedIn(own, "rut");

        using var booked = await auditor.Get("/months/2026-05/files/all.csv");
        using var open = await auditor.Get("/months/2026-06/files/all.csv");
        var month = await auditor.Read("/months/2026-05");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (booked.StatusCode, open.StatusCode));
        Assert.Equal("1", own.Example.Scalar("select count(*) from downloads where account = 'rut'"));
        Assert.Contains("/months/2026-05/files/all.csv", month, StringComparison.Ordinal);
        Assert.DoesNotContain("/files/", await auditor.Read("/months/2026-06"), StringComparison.Ordinal);
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
