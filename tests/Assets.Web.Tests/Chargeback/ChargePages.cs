using System.Net;
using System.Text.RegularExpressions;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

/// <summary>Every amount explains itself, to whom it concerns.</summary>
[Collection(nameof(Site))]
public sealed partial class ChargePages(Site site)
{
    [Fact]
    public async Task From_a_lines_costs_to_the_charge_and_its_explanation()
    {
        var anna = await site.As("anna");

        var line = await anna.Read("/contracts/3");
        var month = await anna.Read("/contracts/3/months/2026-05");
        var charge = WebUtility.HtmlDecode(await anna.Read(WebUtility.HtmlDecode(ChargeLink().Match(month).Groups["address"].Value)));

        Assert.Contains("href=\"/contracts/3/months/2026-05\"", line, StringComparison.Ordinal);
        Assert.Contains("Hela månaden debiteras", charge, StringComparison.Ordinal);
        Assert.Contains("31 av månadens 31 dagar", charge, StringComparison.Ordinal);
        Assert.Contains("Priset är satt på raden", charge, StringComparison.Ordinal);
        Assert.Contains("maj 2026 stängdes av karin", charge, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2026-05:C00003:rent:01", charge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_tells_what_it_takes_back_and_what_it_puts_in_its_place()
    {
        var olle = await site.As("olle"); // of 100-10, whose line C00020 was returned in February and reported in April

        var month = WebUtility.HtmlDecode(await olle.Read("/contracts/20/months/2026-04"));
        var old = WebUtility.HtmlDecode(await olle.Read("/charges/2026-04%3AC00020%3Arent%3A01%3A2026-02%3Aold"));
        var put = WebUtility.HtmlDecode(await olle.Read("/charges/2026-04:C00020:rent:01:2026-02:new"));

        Assert.Contains("Rättelse av februari 2026", month, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Återtar det som debiterades för februari 2026", old, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("href=\"/charges/2026-02%3AC00020%3Arent%3A01\"", old, StringComparison.Ordinal);
        Assert.Contains("14 av månadens 28 dagar", put, StringComparison.Ordinal);
        Assert.Contains("Återlämnad i februari, anmäld i april", put, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/charges/2026-05:C00003:rent:01")] // another administration's
    [InlineData("/charges/2026-05:C99999:rent:01")]
    [InlineData("/charges/nothing")]
    [InlineData("/charges/")]
    [InlineData("/charges/2026-05/../x:rent:01")]
    [InlineData("/contracts/3/months/2026-05")]
    [InlineData("/contracts/20/months/1999-01")]
    [InlineData("/contracts/20/months/x")]
    public async Task Anothers_charge_is_missing_whatever_the_address_says(string address)
    {
        var olle = await site.As("olle");

        using var answer = await olle.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_lines_of_the_cost_card_lead_to_the_explanation()
    {
        var olle = await site.As("olle");

        Assert.Contains("/months/2026-05\"", await olle.Read("/costs/lines?month=2026-05"), StringComparison.Ordinal);
    }

    [GeneratedRegex("href=\"(?<address>/charges/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ChargeLink();
}
