using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Access;

public sealed partial class PeoplePages
{
    [Fact]
    public async Task A_new_person_gets_a_password_and_a_role_and_is_locked_out_again()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        using var added = await anna.Post("/users", "/users?handler=Add", ("account", "nils"), ("name", "Nils Ny"), ("language", "sv"));
        var person = added.Headers.Location!.OriginalString;
        var password = Password().Match(WebUtility.HtmlDecode(await anna.Read(person))).Groups["password"].Value;
        using var given = await anna.Post(person, person + "?handler=Give", ("role", "orderer"), ("organisation", "vård- och omsorgsförvaltningen"));

        using var nils = new Visitor(site);
        using var entered = await nils.SignIn("nils", password);
        var costs = await nils.Read("/costs?month=2026-05");
        using var locked = await anna.Post(person, person + "?handler=Lock");
        using var after = await nils.Get("/costs");
        var trail = await anna.Read("/audit?verb=lock");

        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        Assert.Contains("Solgården", costs, StringComparison.Ordinal);
        Assert.DoesNotContain("Björkskolan", costs, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, after.StatusCode); // to the sign-in page
        Assert.Contains("lock user", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_users_are_searched_and_turned_over_page_by_page()
    {
        var example = Example.Empty();
        for (var i = 1; i <= 60; i++) example.Change(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"insert into users (user_name, normalized_user_name, display_name, language, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, mail_digest) select 'elev{i:00}', 'ELEV{i:00}', 'Örjan Elev {i:00}', language, 0, 0, 0, 1, 0, 0 from users where user_name = 'anna'"));
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        var seen = new HashSet<string>();

        for (var address = "/users"; address.Length > 0;)
        {
            var page = await anna.Read(address);
            foreach (Match match in Regex.Matches(page, "elev[0-9]{2}", RegexOptions.None, TimeSpan.FromSeconds(2))) seen.Add(match.Value);
            address = WebUtility.HtmlDecode(Regex.Match(page, "rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value);
        }
        var found = await anna.Read("/users?q=" + Uri.EscapeDataString("örjan 42"));

        Assert.Equal(60, seen.Count);
        Assert.Contains("elev42", found, StringComparison.Ordinal);
        Assert.DoesNotContain("elev41", found, StringComparison.Ordinal);
        Assert.Contains("Ingen användare stämmer", await anna.Read("/users?q=100%25"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_users_with_many_roles_each_is_within_a_hundred_kilobytes()
    {
        var example = Example.Full();
        var roles = Enum.GetValues<Role>().Where(role => role != Role.BudgetHolder).Take(5).Select(role => new Appointed(role)).ToArray();
        for (var i = 1; i <= 60; i++) example.Person(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"chef.{i:00}@kommunen.example"), $"Förvaltningschefen Margareta Andersson {i}", "sv", roles);
        example.Change("update users set two_factor_enabled = 1, email = user_name where user_name like 'chef.%'");
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");

        var page = await anna.Read("/users?q=Margareta");
        var one = Regex.Match(page, "href=\"(?<address>/users/[0-9]+[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value;

        Assert.Equal(50, Regex.Count(page, "Margareta Andersson [0-9]", RegexOptions.None, TimeSpan.FromSeconds(2)));
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, 100_000);
        Assert.Contains("href=\"/users?q=Margareta\"", await anna.Read(one), StringComparison.Ordinal); // back to what was looked for
    }

    [Fact]
    public async Task Who_manages_users_names_a_stand_in_for_a_budget_holder_and_nobody_else_does()
    {
        await using var site = await ExampleSite.Start(Example.Busy());
        using var anna = await Visitor.SignedIn(site, "anna");
        using var tove = await Visitor.SignedIn(site, "tove");
        var berit = "/users/" + site.Example.Scalar("select id from users where user_name = 'berit'");
        var other = "/users/" + site.Example.Scalar("select id from users where user_name = 'tove'");
        (string, string)[] fields = [("account", "vera"), ("from", "2026-06-15"), ("lastDay", "2026-07-15"), ("reason", "Sjuk")];

        using var forbidden = await tove.Post("/profile", berit + "?handler=StandIn", fields);
        using var unneeded = await anna.Post(berit, other + "?handler=StandIn", fields);
        var refused = await anna.Read(other);
        using var named = await anna.Post(berit, berit + "?handler=StandIn", fields);
        var page = await anna.Read(berit);
        var delegation = site.Example.Scalar("select max(id) from delegations")!;
        using var ended = await anna.Post(berit, berit + "?handler=EndStandIn", ("delegation", delegation));
        var trail = await anna.Read("/audit?verb=delegate");

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("attesterar inga beställningar", WebUtility.HtmlDecode(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=StandIn", refused, StringComparison.Ordinal);
        Assert.Contains("vera, ", page, StringComparison.Ordinal);
        Assert.Contains("handler=EndStandIn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=EndStandIn", await anna.Read(berit), StringComparison.Ordinal);
        Assert.Contains("delegate approval", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_ends_other_sessions_and_the_attempts_are_listed()
    {
        var example = Example.Empty();
        example.Person("bo", "Bo Byte", "sv", new Appointed(Role.Auditor));
        await using var site = await ExampleSite.Start(example);
        using var here = await Visitor.SignedIn(site, "bo");
        using var there = await Visitor.SignedIn(site, "bo");
        using var stranger = new Visitor(site);
        using var wrong = await stranger.SignIn("bo", "gissning gissning");

        using var changed = await here.Post("/profile", "/profile?handler=Password", ("old", Example.Password), ("fresh", "en helt ny lösenfras"));
        var profile = await here.Read("/profile");
        using var elsewhere = await there.Get("/profile");

        Assert.Contains("Lösenordet är bytt", profile, StringComparison.Ordinal);
        Assert.Contains("Fel lösenord", profile, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_file_is_tried_with_its_bad_rows_shown_and_then_imported()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        var file = Encoding.UTF8.GetBytes("supplier_code,name,org_number\nS7,Nordkabel AB,559900-0014\nS8,,\n");

        using var sent = await anna.PostFile("/import", "/import", "leverantörer.csv", file, ("kind", "suppliers"));
        var tried = await anna.ReadUntil("/import", "Ingenting är sparat");
        var task = Regex.Match(tried, "name=\"id\" value=\"(?<id>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["id"].Value;
        using var applied = await anna.Post("/import", "/import?handler=Apply", ("id", task));
        var done = await anna.ReadUntil("/import", "rader inlästa");

        Assert.Contains("1 nya", tried, StringComparison.Ordinal);
        Assert.Contains("1 avvisade", done, StringComparison.Ordinal);
    }

    [GeneratedRegex("Lösenordet för nils är (?<password>[a-z0-9-]+)\\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Password();
}
