using System.Net;
using Assets.Web.Tests.Values;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Assets.Web.Tests.Security;

/// <summary>What whoever runs an installation relies on: health, metrics, the proxy before it.</summary>
public sealed class Operating
{
    [Fact]
    public async Task Ready_is_said_while_database_and_jobs_answer_and_not_after()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var nobody = new Visitor(site);
        for (var tries = 0; tries < 300; tries++) // the jobs begin once the web serves
        {
            using var answer = await nobody.Get("/health/ready");
            if (answer.StatusCode == HttpStatusCode.OK) break;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal("ready", await nobody.Read("/health/ready"));

        site.Example.Change("alter table users rename to others");
        using var broken = await nobody.Get("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.DoesNotContain("users", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_that_has_ended_leaves_one_file_of_its_database_and_holds_none()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        await anna.Read("/");
        await anna.Read("/assets");
        var log = new FileInfo(Path.Combine(site.Example.Folder, "assets.db-wal"));
        Assert.True(log.Exists);

        await site.App.StopAsync(TestContext.Current.CancellationToken);

        log.Refresh();
        Assert.False(log.Exists);
        Assert.DoesNotContain(OpenFiles(), file => file.StartsWith(site.Example.Folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_watches_no_file()
    {
        await using var site = await ExampleSite.Start(Example.Empty());

        Assert.DoesNotContain(OpenFiles(), file => file.Contains("inotify", StringComparison.Ordinal));
        Assert.DoesNotContain(
            ((IConfigurationRoot)site.App.Configuration).Providers.OfType<FileConfigurationProvider>(), settings => settings.Source.ReloadOnChange);
    }

    private static IEnumerable<string> OpenFiles() => OperatingSystem.IsLinux()
        ? Directory.GetFiles("/proc/self/fd").Select(number => new FileInfo(number).LinkTarget ?? "")
        : [];

    [Fact]
    public async Task Metrics_are_for_who_has_the_token_and_are_in_the_format_of_prometheus()
    {
        var example = Example.Full(("Assets:MetricsToken", "s3cret"), ("Assets:BackupFolder", Path.GetTempPath()));
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        (await anna.Get("/assets/3")).Dispose();
        (await anna.Get("/assets/4")).Dispose();

        Assert.Equal(HttpStatusCode.Unauthorized, (await Metrics(anna, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Metrics(anna, "Bearer s3cre")).Status);
        var (status, page) = await Metrics(anna, "Bearer s3cret");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\nassets_http_request_duration_seconds_count{route=\"assets/{id:long}\",method=\"GET\",status=\"200\"} 2\n", page, StringComparison.Ordinal);
        Assert.Contains("\nassets_months_open 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nassets_last_closed_month 202605\n", page, StringComparison.Ordinal);
        Assert.Contains("\nassets_devices{status=\"down\"} 1\n", page, StringComparison.Ordinal);
        Assert.Contains("\nassets_mails_unsent{state=\"waiting\"} ", page, StringComparison.Ordinal);
        Assert.All(page.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+\\})? [0-9.E+-]+)$", line));
    }

    [Fact]
    public async Task Without_a_token_there_are_no_metrics()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var anna = await Visitor.SignedIn(site, "anna");

        Assert.Equal(HttpStatusCode.NotFound, (await Metrics(anna, "Bearer ")).Status);
    }

    [Theory]
    [InlineData("", "127.0.0.1", false)]
    [InlineData("10.0.0.9", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "203.0.113.7", true)]
    [InlineData("127.0.0.0/8", "203.0.113.7", true)]
    public async Task What_a_proxy_says_is_believed_of_the_one_that_is_named_and_of_no_other(string proxies, string address, bool secure)
    {
        await using var site = await ExampleSite.Start(Example.Empty(("Assets:Proxies", proxies)));
        using var anna = new Visitor(site);
        using var page = await anna.Send(Forwarded(HttpMethod.Get));
        using var content = new FormUrlEncodedContent([new("account", "anna"), new("password", "wrong"), new("__RequestVerificationToken", Visitor.TokenOf(await page.Content.ReadAsStringAsync()))]);
        using var request = Forwarded(HttpMethod.Post);
        request.Content = content;
        var formCookie = Assert.Single(page.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("assets.form", StringComparison.Ordinal));
        request.Headers.Add("Cookie", formCookie.Split(';')[0]); // a browser would be on https

        (await anna.Send(request)).Dispose();

        Assert.Equal(secure, formCookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(address, site.Example.Scalar("select address from sign_ins"));
    }

    [Fact]
    public async Task The_accessibility_statement_is_for_anyone_and_says_who_answers_and_when_it_was_reviewed()
    {
        await using var site = await ExampleSite.Start(Example.Empty(("Assets:Accessibility:Organisation", "Lövsta kommun"), ("Assets:Accessibility:Mail", "tillganglighet@lovsta.example"), ("Assets:Accessibility:ReviewedOn", "2025-04-01")));
        using var nobody = new Visitor(site);

        Assert.Contains("href=\"/accessibility\"", await nobody.Read("/sign-in"), StringComparison.Ordinal);
        var page = await nobody.Read("/accessibility");

        Assert.Contains("Lövsta kommun svarar", page, StringComparison.Ordinal);
        Assert.Contains("mailto:tillganglighet@lovsta.example", page, StringComparison.Ordinal);
        Assert.Contains("granskades senast 2025-04-01", page, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Forwarded(HttpMethod method)
    {
        var request = new HttpRequestMessage(method, "/sign-in");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        return request;
    }

    private static async Task<(HttpStatusCode Status, string Page)> Metrics(Visitor visitor, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await visitor.Send(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
