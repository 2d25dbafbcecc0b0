using System.Net;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Monitoring;
using Assets.Web.Security;
using Assets.Web.Tests.Values;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assets.Web.Tests.Access;

/// <summary>The first start of a real installation, by its pages.</summary>
public sealed class SettingUp
{
    private const string Password = "ett långt lösenord";

    [Fact]
    public async Task An_installation_without_people_is_claimed_with_the_code_of_its_console_and_set_up_step_by_step()
    {
        await using var site = await ExampleSite.Start(Example.Fresh());
        using var first = new Visitor(site);
        using (var lead = await first.Get("/sign-in")) Assert.Equal("/setup", lead.Headers.Location?.OriginalString);

        using var claimed = await Claim(first, Code(site));
        Assert.Equal("/setup/host", claimed.Headers.Location?.OriginalString);

        using (var host = await first.Post("/setup/host", "/setup/host?handler=Host", ("code", "lovsta"), ("name", "Lövsta kommun"), ("number", "212099-0003"))) Assert.Equal("/setup/organisations", host.Headers.Location?.OriginalString);
        (await first.Post("/setup/organisations", "/setup/organisations?handler=Organisation", ("code", "skola"), ("name", "Skol, \"förvaltningen\""), ("kind", "administration"), ("parent", "lovsta"))).Dispose();
        (await first.PostFile("/setup/organisations", "/setup/organisations?handler=File", "enheter.csv", "org_code,name,kind,parent_code,org_number\nbjork,Björkskolan,unit,skola,\n"u8.ToArray())).Dispose();
        (await first.Post("/setup/cost-codes", "/setup/cost-codes?handler=CostCode", ("code", "12000"), ("unit", "bjork"), ("name", "Drift"))).Dispose();
        (await first.Post("/setup/network", "/setup/network?handler=Range", ("range", "10.20.0.77/22"), ("community", "hemligt ord"))).Dispose();
        Assert.Contains("Skol, &quot;förvaltningen&quot;", await first.Read("/setup/organisations"), StringComparison.Ordinal);
        var network = await first.Read("/setup/network");
        Assert.Contains("10.20.0.0/22", network, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt ord", network, StringComparison.Ordinal);

        using var finished = await first.Post("/setup/next", "/setup/next?handler=Finish");
        using var closed = await first.Get("/setup/host");
        Assert.Equal("/", finished.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await first.PostWith(Visitor.TokenOf(await first.Read("/profile")), "/setup/next?handler=Finish")).StatusCode);
        Assert.Equal("3|1|administrator", site.Example.Scalar("select (select count(*) from organisations) || '|' || (select count(*) from cost_codes) || '|' || (select case role when 9 then 'administrator' end from role_grants)"));
        var installation = site.Example.Installation;
        Assert.Equal("hemligt ord", Assert.Single(SnmpRanges.Open(installation, CommunityKeys.Open(installation))).Community);
    }

    [Fact]
    public async Task The_last_step_names_whoever_the_work_cannot_begin_without_and_marks_who_is_there()
    {
        await using var site = await ExampleSite.Start(Example.Fresh());
        using var first = new Visitor(site);
        (await Claim(first, Code(site))).Dispose();

        var before = WebUtility.HtmlDecode(await first.Read("/setup/next"));
        site.Example.Person("rad", "Rådets Ledamot", "sv", new Appointed(Role.Council));
        site.Example.Change("insert into interest_rates (valid_from, milli_percent, change_set_id) select 20260101, 2500, max(id) from change_sets");
        var after = WebUtility.HtmlDecode(await first.Read("/setup/next"));

        foreach (var named in new[] { "IT-rådets ledamot", "attestanter", "IT-arkitekten", "internräntan" }) Assert.Contains(named, before, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/users\">Utse IT-rådets ledamot</a>", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Utse IT-rådets ledamot</a><span class=\"text-success\">", before, StringComparison.Ordinal);
        Assert.Contains("Utse IT-rådets ledamot</a><span class=\"text-success\">", after, StringComparison.Ordinal);
        Assert.Contains("Ange internräntan</strong><span class=\"text-success\">", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_left_for_the_administrator_and_nobody_else()
    {
        await using var site = await ExampleSite.Start(Example.Fresh());
        using (var first = new Visitor(site))
        {
            (await Claim(first, Code(site))).Dispose();
            (await first.Post("/setup/host", "/setup/host?handler=Host", ("code", "lovsta"), ("name", "Lövsta kommun"), ("number", "212099-0003"))).Dispose();
        }
        site.Example.Person("tove", "Tove Teknik", "sv", new Appointed(Role.Technician));
        using var tove = await Visitor.SignedIn(site, "tove");
        using var again = new Visitor(site);
        (await again.SignIn("ada", Password)).Dispose();

        using var foreign = await tove.Get("/setup/host");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Contains("Lövsta kommun", await again.Read("/setup/host"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_claims_it_without_the_code_or_twice()
    {
        await using var site = await ExampleSite.Start(Example.Fresh());
        using var thief = new Visitor(site);
        using var wrong = await Claim(thief, "aaaaa-aaaaa-aaaaa-aaaaa");
        using var empty = await Claim(thief, "");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, empty.StatusCode));
        Assert.Equal("0", site.Example.Scalar("select count(*) from users"));
        var token = Visitor.TokenOf(await thief.Read("/setup"));
        using var owner = new Visitor(site);
        (await Claim(owner, Code(site))).Dispose();

        using var late = await thief.PostWith(token, "/setup", Fields(Code(site)));

        Assert.Equal("/sign-in?to=%2Fsetup%2Fhost", late.Headers.Location?.OriginalString);
        Assert.Equal("1", site.Example.Scalar("select count(*) from users"));
    }

    [Fact]
    public async Task A_row_that_is_wrong_is_not_kept_and_what_is_wrong_is_said()
    {
        await using var site = await ExampleSite.Start(Example.Fresh());
        using var first = new Visitor(site);
        (await Claim(first, Code(site))).Dispose();

        (await first.Post("/setup/host", "/setup/host?handler=Host", ("code", "lovsta"), ("name", "Lövsta kommun"), ("number", "123"))).Dispose();

        Assert.Contains("Ingenting sparades", await first.Read("/setup/host"), StringComparison.Ordinal);
        using var finished = await first.Post("/setup/next", "/setup/next?handler=Finish");
        Assert.Equal("/setup/host", finished.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_installation_that_has_people_without_a_first_start_has_no_pages_of_it()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        using var step = await anna.Get("/setup/host");
        using var begin = await anna.Get("/setup");

        Assert.Equal(HttpStatusCode.NotFound, step.StatusCode);
        Assert.Equal("/setup/host", begin.Headers.Location?.OriginalString);
    }

    private static string Code(ExampleSite site) => site.App.Services.GetRequiredService<SetupCode>().Text;

    private static (string, string)[] Fields(string code) => [("typed", code), ("account", "ada"), ("name", "Ada Admin"), ("password", Password), ("again", Password)];

    private static Task<HttpResponseMessage> Claim(Visitor visitor, string code) => visitor.Post("/setup", "/setup", Fields(code));
}
