using System.Net;
using System.Text.RegularExpressions;
using Assets.Core.Access;
using Assets.Data.Access;
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
        await using var site = await ExampleSite.Start(example);
        using var finn = await Visitor.SignedIn(site, "finn");
        using var anna = await Visitor.SignedIn(site, "anna");

        using var run = await finn.Post("/months/2026-06", "/months/2026-06?handler=Run");
        await finn.ReadUntil("/months/2026-06", "Inget har ändrats sedan förra körningen");
        using var proposed = await finn.Post("/months/2026-06", "/months/2026-06?handler=Propose", ("reason", "Priset kommer i juli"));
        var number = Number().Match(await anna.Read("/months/2026-06")).Groups["id"].Value;
        using var own = await finn.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));
        var afterOwn = await finn.Read("/months/2026-06");
        using var approved = await anna.Post("/months/2026-06", "/months/2026-06?handler=Approve", ("proposal", number));

        Assert.Equal(HttpStatusCode.Found, run.StatusCode);
        Assert.Contains("Den som föreslår kan inte godkänna", afterOwn, StringComparison.Ordinal);
        Assert.Contains("Stängd av anna", await finn.Read("/months/2026-06"), StringComparison.Ordinal);
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

    [GeneratedRegex("name=\"proposal\" value=\"(?<id>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
