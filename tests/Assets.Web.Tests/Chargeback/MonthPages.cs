using System.IO.Compression;
using System.Net;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

public sealed class MonthPages
{
    [Fact]
    public async Task A_month_is_run_refused_while_a_finding_stops_it_and_closed_with_a_reason()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var visitor = await Visitor.SignedIn(site, "anna");

        using var run = await visitor.Post("/months/2026-06", "/months/2026-06?handler=Run");
        var afterRun = await visitor.ReadUntil("/months/2026-06", "Inget har ändrats sedan förra körningen");
        using var refused = await visitor.Post("/months/2026-06", "/months/2026-06?handler=Close", ("reason", " "));
        var afterRefusal = await visitor.Read("/months/2026-06");
        using var closed = await visitor.Post("/months/2026-06", "/months/2026-06?handler=Close", ("reason", "Priset kommer i juli"));
        var afterClose = await visitor.Read("/months/2026-06");

        Assert.Equal(HttpStatusCode.Found, run.StatusCode);
        Assert.Contains("Inget har ändrats sedan förra körningen", afterRun, StringComparison.Ordinal);
        Assert.Contains("Anmärkningar hindrar stängning (unpriced_line 1)", afterRefusal, StringComparison.Ordinal);
        Assert.Contains("Juni 2026 är stängd", afterClose, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Priset kommer i juli", afterClose, StringComparison.Ordinal);
        Assert.Matches("<code class=\"chain\">[0-9a-f]{64}</code>", afterClose);
        Assert.Contains("Stängd av anna", afterClose, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_of_seven_years_are_all_reached_page_by_page()
    {
        var example = Example.Full();
        example.Change("""
            with recursive n (i) as (select 0 union all select i + 1 from n where i < 71)
            insert into month_runs (month, charge_count, previous_month, rules_version, run_at, run_by, total, watermark)
            select (2018 + i / 12) * 100 + i % 12 + 1, 0, r.previous_month, r.rules_version, r.run_at, r.run_by, 0, r.watermark from n, month_runs r where r.month = 202606
            """);
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");

        var first = await anna.Read("/months");
        var onward = first[(first.IndexOf("rel=\"next\" href=\"", StringComparison.Ordinal) + 17)..].Split('"')[0];
        var second = await anna.Read(onward);

        Assert.Equal("/months?before=2020-02", onward);
        Assert.Contains("href=\"/months/2020-02\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/months/2020-01\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/months/2020-01\"", second, StringComparison.Ordinal);
        Assert.Contains("href=\"/months/2018-01\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_broken_off_is_told_of_the_day_after_and_begun_again_by_one_click()
    {
        var example = Example.Full();
        var at = (example.Clock.Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        example.Change($"insert into tasks (kind, subject, input, started_by, created_at, state, percent, done_count, seen_at, finished_at) values ('charge', '2026-06', '{{}}', 'anna', {at}, 4, 0, 0, {at}, {at})");
        example.Clock.Now += TimeSpan.FromHours(24);
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");

        var broken = WebUtility.HtmlDecode(await anna.Read("/months/2026-06"));
        using var again = await anna.Post("/months/2026-06", "/months/2026-06?handler=Run");
        var done = WebUtility.HtmlDecode(await anna.ReadUntil("/months/2026-06", "Klart"));

        Assert.Contains("Programmet stannade mitt i. Inget är sparat till hälften", broken, StringComparison.Ordinal);
        Assert.Contains("handler=Run", broken, StringComparison.Ordinal);
        Assert.DoesNotContain("stannade mitt i", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_a_month_are_downloaded_under_their_names()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var visitor = await Visitor.SignedIn(site, "anna");

        using var workbook = await visitor.Get("/months/2026-05/files/all.xlsx");
        using var customer = await visitor.Get("/months/2026-05/files/100-10.csv");
        using var all = await visitor.Get("/months/2026-05/files/files.zip");

        Assert.Equal("2026-05-all.xlsx", workbook.Content.Headers.ContentDisposition?.FileName);
        using var sheets = new ZipArchive(await workbook.Content.ReadAsStreamAsync());
        Assert.Contains(sheets.Entries, entry => entry.FullName == "xl/workbook.xml");
        Assert.Equal("2026-05-100-10.csv", customer.Content.Headers.ContentDisposition?.FileName);
        using var files = new ZipArchive(await all.Content.ReadAsStreamAsync());
        Assert.Contains(files.Entries, entry => entry.Name == "2026-05-control.xlsx");
        Assert.Contains(files.Entries, entry => entry.Name == "2026-05-B1.xlsx");
    }

    [Fact]
    public async Task An_empty_installation_says_what_to_do_next_on_each_page()
    {
        await using var site = await ExampleSite.Start(Example.Empty());
        using var visitor = await Visitor.SignedIn(site, "anna");

        foreach (var address in new[] { "/", "/assets", "/contracts", "/months", "/devices", "/organisations", "/standard" })
            Assert.Contains("class=\"empty-subtitle", await visitor.Read(address), StringComparison.Ordinal);
    }
}
