using System.Net;
using Assets.Core.Standard;
using Assets.Data.Standard;
using Assets.Operations.Standard;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Standard;

public sealed class RunningLinesPages
{
    [Fact]
    public async Task An_edition_that_says_so_offers_its_price_for_running_lines_to_who_changes_prices_once()
    {
        var example = Example.Full();
        Decide(example, new DateOnly(2026, 7, 1));
        example.Clock.Now = new DateTimeOffset(2026, 7, 2, 9, 0, 0, TimeSpan.Zero);
        await using var site = await ExampleSite.Start(example);
        using var anna = await Visitor.SignedIn(site, "anna");
        using var olle = await Visitor.SignedIn(site, "olle");

        var offered = await anna.Read("/standard/3");
        var told = await olle.Read("/standard/3");
        var book = await olle.Read("/standard/3/rulebook");
        using var forbidden = await olle.Post("/profile", "/standard/3?handler=Apply");
        using var applied = await anna.Post("/standard/3", "/standard/3?handler=Apply");
        var afterwards = WebUtility.HtmlDecode(await anna.Read("/standard/3"));

        Assert.Contains("handler=Apply", offered, StringComparison.Ordinal);
        Assert.Contains("löpande rader sitt pris från 2026-07-01", told, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Apply", told, StringComparison.Ordinal);
        Assert.Contains("Från 2026-07-01 får även löpande hyror", WebUtility.HtmlDecode(book), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("rader har fått utgåvans pris från 2026-07-01", afterwards, StringComparison.Ordinal);
        Assert.Contains("Löpande rader har utgåvans pris från 2026-07-01", afterwards, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Apply", afterwards, StringComparison.Ordinal);
    }

    private static void Decide(Example example, DateOnly day)
    {
        var content = DatedEdition.InForce(example.Installation.Database, day)!.Content;
        var draft = DatedEdition.Find(example.Installation.Database, 3)!;
        var changed = ChangeDraft.Run(example.Installation, 3, draft.Version, content with { Rules = content.Rules with { RunningLinesFrom = day } }, day).Value;
        var proposed = ProposeEdition.Run(example.Installation, 3, changed.Version).Value;
        Assert.True(DecideEdition.Run(example.Installation, 3, proposed.Version, new CouncilDecision(new DateOnly(2026, 6, 15), "§ 7/2026", day)).IsDone);
    }
}
