using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
using Assets.Operations.Monitoring;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Monitoring;

[Collection(nameof(Site))]
public sealed class DevicePages(Site site)
{
    [Fact]
    public async Task A_device_is_put_under_watch_with_a_credential_that_is_never_shown_again()
    {
        var visitor = await site.As("tove");

        using var credential = await visitor.Post("/devices/credentials", "/devices/credentials?handler=Add", ("name", "Webben"), ("version", "2"), ("community", "hemligt-4711"));
        var id = site.Example.Example.Scalar("select id from credentials where name = 'Webben'")!;
        using var bad = await visitor.Post("/devices/new", "/devices/new", Device("sw-webb", "10.99.0.1; rm", id));
        using var added = await visitor.Post("/devices/new", "/devices/new", Device("sw-webb", "10.99.0.1", id));
        var address = added.Headers.Location!.OriginalString;
        var form = await visitor.Read(address + "/edit");
        var seen = site.Example.Example.Scalar("select change_set_id from devices where name = 'sw-webb'")!;
        using var changed = await visitor.Post(address + "/edit", address + "/edit", [.. Device("sw-webb", "10.99.0.2", id), ("Form.Seen", seen), ("Form.Seconds", "600")]);
        using var late = await visitor.Post(address + "/edit", address + "/edit", [.. Device("sw-annan", "10.99.0.2", id), ("Form.Seen", seen)]);

        Assert.Equal(HttpStatusCode.Found, credential.StatusCode);
        Assert.Contains("varken en IP-adress", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("hemligt-4711", form + await visitor.Read("/devices/credentials") + await visitor.Read(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Contains("<td>sw-annan</td><td>sw-webb</td>", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("10.99.0.2 600", site.Example.Example.Scalar("select address || ' ' || poll_seconds from devices where name = 'sw-webb'"));
    }

    [Fact]
    public async Task Many_devices_are_turned_over_page_by_page_those_that_are_down_first()
    {
        var example = Example.Full();
        for (var i = 1; i <= 120; i++)
            example.Change(string.Create(CultureInfo.InvariantCulture, $"insert into devices (name, address, port, version, protected_community, profile, enabled, status, change_set_id) values ('åk {i:000}', '10.9.0.{i}', 161, 2, 'x', 'full', 1, {i % 3}, 1)"));
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        var seen = new List<string>();
        var pages = 0;

        for (var address = "/devices?q=%C3%85k"; address.Length > 0; pages++)
        {
            var page = await anna.Read(address);
            Assert.InRange(page.Length, 1, 100_000);
            seen.AddRange(Regex.Matches(page, "åk [0-9]{3}", RegexOptions.None, TimeSpan.FromSeconds(2)).Select(match => match.Value));
            address = WebUtility.HtmlDecode(Regex.Match(page, "rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Groups["address"].Value);
        }

        Assert.Equal(3, pages);
        Assert.Equal([.. ByStatus(2), .. ByStatus(0), .. ByStatus(1)], seen);
        Assert.Contains("åk 002", await anna.Read("/devices?after=nonsense"), StringComparison.Ordinal);
        Assert.Contains("href=\"/devices\">", await anna.Read("/devices?after=2%209999%20%C3%B6"), StringComparison.Ordinal); // what was there has gone: the way back

        static IEnumerable<string> ByStatus(int status) => Enumerable.Range(1, 120).Where(i => i % 3 == status).Select(i => string.Create(CultureInfo.InvariantCulture, $"åk {i:000}"));
    }

    [Fact]
    public async Task A_search_of_a_network_runs_as_a_task_and_says_what_it_found()
    {
        var visitor = await site.As("tove");
        using var credential = await visitor.Post("/devices/credentials", "/devices/credentials?handler=Add", ("name", "Sökning"), ("version", "2"), ("community", "x"));
        var id = site.Example.Example.Scalar("select id from credentials where name = 'Sökning'")!;

        using var bad = await visitor.Post("/devices/discover", "/devices/discover", ("range", "10.0.0.0/4"), ("port", "161"), ("credentials", id));
        using var started = await visitor.Post("/devices/discover", "/devices/discover", ("range", "127.0.0.1"), ("port", "9"), ("credentials", id));
        var page = await visitor.ReadUntil(started.Headers.Location!.OriginalString, "Klart");

        Assert.Contains("är inget nät", await bad.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("0 utrustningar svarade.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_was_kept_at_the_first_start_is_searched_with_its_own_credential_and_can_be_removed()
    {
        var visitor = await site.As("tove");
        var installation = site.Example.Example.Installation;
        var kept = SnmpRanges.Keep(installation, CommunityKeys.Open(installation), "127.0.0.77/32", "kvarlämnat ord").Value.Id.ToString(CultureInfo.InvariantCulture);

        var offered = await visitor.Read("/devices/discover");
        for (var search = 0; search < 2; search++)
        {
            using var started = await visitor.Post("/devices/discover", "/devices/discover?handler=Kept", ("range", kept));
            await visitor.ReadUntil(started.Headers.Location!.OriginalString, "Klart");
        }
        using var removed = await visitor.Post("/devices/discover", "/devices/discover?handler=Forget", ("range", kept));
        using var gone = await visitor.Post("/devices/discover", "/devices/discover?handler=Kept", ("range", kept));

        Assert.Contains(">127.0.0.77/32</span>", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("kvarlämnat ord", offered, StringComparison.Ordinal);
        Assert.Equal("1", site.Example.Example.Scalar("select count(*) from credentials where name = '127.0.0.77/32'"));
        Assert.Contains("Nätet finns inte kvar", await visitor.Read(gone.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Kept", await visitor.Read("/devices/discover"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_watches_a_part_only_does_not_choose_what_is_asked()
    {
        site.Example.Example.Person("delnat", "Del Nät", "sv", new Appointed(Role.Technician, "100-10"));
        var visitor = await site.As("delnat");

        foreach (var address in new[] { "/devices/new", "/devices/1/edit", "/devices/credentials", "/devices/discover" })
        {
            using var answer = await visitor.Get(address);
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
        }
        Assert.DoesNotContain("/devices/new", await visitor.Read("/devices"), StringComparison.Ordinal);
    }

    private static (string, string)[] Device(string name, string address, string credential) =>
        [("Form.Name", name), ("Form.Address", address), ("Form.Port", "161"), ("Form.Credential", credential), ("Form.Profile", "full"), ("Form.Enabled", "true")];
}
