using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Operations.Chargeback;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

/// <summary>Finance's month: findings settled, a second person's approval, files taken.</summary>
public sealed partial class FinancePages
{
    [Fact]
    public async Task A_month_that_two_persons_close_is_proposed_by_one_and_closed_by_another()
    {
        var example = Example.Full(("Assets:ClosingApproval", "true"));
        example.Person("finn", "Finn Finans", "sv", new Appointed(Role.Finance));
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        using var finn = await Visitor.SignedIn(site, "finn");

        using var alone = await anna.Post("/months/2026-06", "/months/2026-06?handler=Close", ("reason", "Snabbt"));
        var afterAlone = await anna.Read("/months/2026-06");
        using var proposed = await anna.Post("/months/2026-06", "/months/2026-06?handler=Propose", ("reason", "Priset kommer i juli"));
        var number = Number().Match(await finn.Read("/months/2026-06")).Groups["id"].Value;
        using var own = await anna.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));
        var afterOwn = await anna.Read("/months/2026-06");
        using var approved = await finn.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));
        var closed = await finn.Read("/months/2026-06");

        Assert.Contains("Två personer stänger månaden: föreslå den först", afterAlone, StringComparison.Ordinal);
        Assert.Contains("Den som föreslår kan inte godkänna", afterOwn, StringComparison.Ordinal);
        Assert.Contains("Stängd av finn", closed, StringComparison.Ordinal);
        Assert.Contains("Föreslagen av anna", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finance_runs_and_closes_alone_but_never_both_proposes_and_approves()
    {
        var example = Example.Full(("Assets:ClosingApproval", "true"));
        example.Person("finn", "Finn Finans", "sv", new Appointed(Role.Finance));
        example.Change("update users set email = user_name || '@kommun.example'");
        await using var site = await ExampleSite.Start(example);
        using var finn = await Visitor.SignedIn(site, "finn");
        using var anna = await Visitor.SignedIn(site, "anna");

        using var run = await finn.Post("/months/2026-06", "/months/2026-06?handler=Run");
        await finn.ReadUntil("/months/2026-06", "Körd av finn");
        using var proposed = await finn.Post("/months/2026-06", "/months/2026-06?handler=Propose", ("reason", "Priset kommer i juli"));
        var number = Number().Match(await anna.Read("/months/2026-06")).Groups["id"].Value;
        var (hers, his) = (await anna.Read("/"), await finn.Read("/"));
        using var own = await finn.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));
        var afterOwn = await finn.Read("/months/2026-06");
        using var approved = await anna.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));

        Assert.Equal(HttpStatusCode.Found, run.StatusCode);
        Assert.Contains("Den som föreslår kan inte godkänna", afterOwn, StringComparison.Ordinal);
        Assert.Contains("Stängd av anna", await finn.Read("/months/2026-06"), StringComparison.Ordinal);
        Assert.Contains("finn har föreslagit stängning", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("har föreslagit stängning", his, StringComparison.Ordinal);
        Assert.DoesNotContain("har föreslagit stängning", await anna.Read("/"), StringComparison.Ordinal);
        Assert.Equal("anna;emma", example.Scalar("select group_concat(user_name, ';') from (select u.user_name from mails m join users u on u.id = m.user_id where m.template = 'closing_to_approve' order by 1)"));
    }

    [Fact]
    public async Task A_month_that_was_not_run_says_so_and_offers_the_run_to_who_may()
    {
        var example = Example.Full();
        example.Person("finn", "Finn Finans", "sv", new Appointed(Role.Finance));
        example.Clock.Now = new DateTimeOffset(2026, 7, 3, 9, 0, 0, TimeSpan.Zero);
        await using var site = await ExampleSite.Start(example);
        using var finn = await Visitor.SignedIn(site, "finn");
        using var rut = await Visitor.SignedIn(site, "rut");

        var offered = await finn.Read("/months/2026-07");
        var told = await rut.Read("/months/2026-07");
        using var future = await finn.Get("/months/2026-08");
        using var shutOut = await finn.Get("/months/2020-01");

        Assert.Contains("juli 2026 är inte körd", offered, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("handler=Run", offered, StringComparison.Ordinal);
        Assert.Contains("juli 2026 är inte körd", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("handler=Run", told, StringComparison.Ordinal);
        Assert.Contains("Ekonomi eller IT-chefen kör månaden", told, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (future.StatusCode, shutOut.StatusCode));
    }

    [Fact]
    public async Task Findings_of_one_code_are_accepted_together_and_the_month_closes_without_a_reason()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        const string page = "/months/2026-06/findings/unpriced_line";

        using var blank = await anna.Post(page, page + "?handler=AcceptAll", ("reason", " "));
        var afterBlank = await anna.Read(page + "?show=open");
        using var accepted = await anna.Post(page, page + "?handler=Accept", ("record", "C00080"), ("reason", "Priset kommer"), ("until", "2026-08-01"));
        var afterAccept = await anna.Read(page + "?show=accepted");
        using var taken = await anna.Get("/months/2026-06/files/all.csv");
        using var close = await anna.Post("/months/2026-06", "/months/2026-06?handler=Close");
        var closed = await anna.Read("/months/2026-06");

        Assert.Contains("C00080", afterBlank, StringComparison.Ordinal);
        Assert.Contains("Priset kommer", afterAccept, StringComparison.Ordinal);
        Assert.Contains("Stängd av anna", closed, StringComparison.Ordinal);
        Assert.Contains("2026-06-all.csv", closed, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task An_acceptance_holds_through_the_day_that_was_typed_is_shown_with_it_and_can_be_taken_back()
    {
        await using var site = await ExampleSite.Start(Example.Full());
        using var anna = await Visitor.SignedIn(site, "anna");
        const string page = "/months/2026-06/findings/unpriced_line";

        using var accepted = await anna.Post(page, page + "?handler=Accept", ("record", "C00080"), ("reason", "Priset kommer"), ("until", "2026-06-15"));
        var onItsLastDay = await anna.Read(page + "?show=accepted");
        using var taken = await anna.Post(page, page + "?handler=Reopen", ("record", "C00080"));
        var afterwards = await anna.Read(page + "?show=open");

        Assert.Contains("Till och med 2026-06-15", onItsLastDay, StringComparison.Ordinal);
        Assert.Contains("Tidigare godtagen av anna 2026-06-15", afterwards, StringComparison.Ordinal);
        Assert.Contains("<span class=\"reason\">Priset kommer</span>", afterwards, StringComparison.Ordinal);
        Assert.Contains("Anmärkningen om C00080 är öppen igen", WebUtility.HtmlDecode(afterwards), StringComparison.Ordinal);
        Assert.Contains("handler=Accept", afterwards, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Close", "Stängd av anna")]
    [InlineData("Propose", "Föreslagen av anna")]
    public async Task A_month_that_would_leave_an_earlier_one_open_for_ever_is_closed_only_when_the_page_has_named_it(string handler, string done)
    {
        var example = handler == "Close" ? Example.Full() : Example.Full(("Assets:ClosingApproval", "true")); // June has been run and is open
        example.Clock.Now = new DateTimeOffset(2026, 7, 31, 9, 0, 0, TimeSpan.Zero);
        Assert.True(ChargeMonth.Run(example.Installation, new BillingMonth(2026, 7)).IsDone);
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        const string page = "/months/2026-07";

        var asked = await anna.Read(page);
        using var unnamed = await anna.Post(page, $"{page}?handler={handler}", ("reason", "Juli först"));
        var afterUnnamed = WebUtility.HtmlDecode(await anna.Read(page));
        using var another = await anna.Post(page, $"{page}?handler={handler}", ("reason", "Juli först"), ("leaves", "2026-05"));
        var afterAnother = WebUtility.HtmlDecode(await anna.Read(page));
        using var named = await anna.Post(page, $"{page}?handler={handler}", ("reason", "Juli först"), ("leaves", "2026-06"));
        var afterNamed = await anna.Read(page);

        Assert.Contains("<input type=\"hidden\" name=\"leaves\" value=\"2026-06\" />", asked, StringComparison.Ordinal);
        foreach (var refused in new[] { afterUnnamed, afterAnother })
        {
            Assert.Contains("Tidigare månader är körda men inte stängda (2026-06)", refused, StringComparison.Ordinal);
            Assert.DoesNotContain(done, refused, StringComparison.Ordinal);
        }
        Assert.Contains(done, afterNamed, StringComparison.Ordinal);
        if (handler != "Close") return;
        using var lost = await anna.Get("/months/2026-06");
        Assert.Equal(HttpStatusCode.NotFound, lost.StatusCode);
        Assert.Equal("2026-07", example.Scalar("select substr(max(month), 1, 4) || '-' || substr(max(month), 5) from closed_months"));
    }

    [Fact]
    public async Task Every_finding_is_reached_page_by_page_and_the_filter_looks_at_all_of_them()
    {
        var example = Example.Full();
        example.Change("""
            with recursive n(i) as (select 1 union all select i + 1 from n where i < 150)
            insert into findings (month, code, record, severity, detail) select 202606, 'asset_without_contract', 'ZZ' || (1000 + i), 0, '' from n
            """);
        example.Change("insert into finding_acceptances (month, code, record, reason, accepted_by, accepted_at) values (202606, 'asset_without_contract', 'ZZ1150', 'Lånad', 'anna', 0)");
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        var seen = new HashSet<string>();

        for (var address = "/months/2026-06/findings/asset_without_contract"; address.Length > 0;)
        {
            var page = await anna.Read(address);
            foreach (var record in Made().Matches(page).Select(m => m.Value)) seen.Add(record);
            address = WebUtility.HtmlDecode(Further().Match(page).Groups["address"].Value);
        }
        var accepted = await anna.Read("/months/2026-06/findings/asset_without_contract?show=accepted");

        Assert.Equal(150, seen.Count);
        Assert.Contains("ZZ1150", accepted, StringComparison.Ordinal);
        Assert.DoesNotContain("ZZ1149", accepted, StringComparison.Ordinal);
    }

    [GeneratedRegex("ZZ1[0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Made();

    [GeneratedRegex("rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Further();

    [GeneratedRegex("name=\"proposal\" value=\"(?<id>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
