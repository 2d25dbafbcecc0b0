using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Assets.Web.Tests.Values;
using Xunit;

namespace Assets.Web.Tests.Chargeback;

/// <summary>The cost card as departments see it.</summary>
[Collection(nameof(Site))]
public sealed partial class CostPages(Site site)
{
    [Fact]
    public async Task A_department_sees_what_it_pays_by_code_and_kind_and_nobody_elses()
    {
        var orderer = await site.As("olle"); // of 100-10

        var card = await orderer.Read("/costs?month=2026-05");

        Assert.Contains("Björkskolan", card, StringComparison.Ordinal);
        Assert.Contains(">12000<", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Solgården", card, StringComparison.Ordinal);
        Assert.DoesNotContain(">12003<", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lövsta Energi", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/costs?unit=5")] // another administration
    [InlineData("/costs?unit=1")] // the municipality above one's own
    [InlineData("/costs?unit=8")] // a company
    [InlineData("/costs?unit=999")]
    [InlineData("/costs?unit=-1")]
    [InlineData("/costs?month=1999-01")]
    [InlineData("/costs?month=../etc")]
    [InlineData("/costs/lines?unit=5")]
    [InlineData("/costs/lines?unit=5&cause=started")]
    [InlineData("/costs/lines?code=4")] // another's cost code
    [InlineData("/costs/lines?cause=no-such")]
    [InlineData("/costs/file?unit=5")]
    [InlineData("/costs/file?unit=1")]
    public async Task Another_administration_is_missing_whatever_the_address_says(string address)
    {
        var orderer = await site.As("olle");

        using var answer = await orderer.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("anna", "2026-06")]
    [InlineData("anna", "2026-04")]
    [InlineData("olle", "2026-06")]
    [InlineData("olle", "2026-04")]
    public async Task The_causes_sum_to_the_difference_and_the_lines_of_each_to_the_cause(string account, string month)
    {
        var visitor = await site.As(account);
        var card = await visitor.Read($"/costs?month={month}");
        var steps = Step().Matches(card).Select(m => Ore(m.Groups["amount"].Value)).ToList();
        var causes = CauseLink().Matches(card).Select(m => (Address: WebUtility.HtmlDecode(m.Groups["address"].Value), Amount: Ore(m.Groups["amount"].Value))).ToList();

        Assert.NotEmpty(causes);
        Assert.Equal(steps[^1] - steps[0], causes.Sum(c => c.Amount));
        foreach (var (address, amount) in causes) Assert.Equal(amount, await SumOfLines(visitor, address));
    }

    [Fact]
    public async Task The_lines_of_every_cost_code_sum_to_the_total()
    {
        var visitor = await site.As("olle");
        var card = await visitor.Read("/costs?month=2026-05");
        var codes = CodeLink().Matches(card).Select(m => WebUtility.HtmlDecode(m.Groups["address"].Value)).Distinct().ToList();
        var sum = 0L;
        foreach (var address in codes) sum += await SumOfLines(visitor, address);

        Assert.Equal(2, codes.Count);
        Assert.Contains($">{Swedish(sum)}<", WebUtility.HtmlDecode(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_of_the_year_is_marked_as_a_forecast()
    {
        var visitor = await site.As("olle");

        var card = await visitor.Read("/costs");

        Assert.Contains("december 2026 (prognos)", card, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(6, ForecastBar().Count(card));
    }

    [Fact]
    public async Task The_workbook_holds_the_sums_of_the_page()
    {
        var visitor = await site.As("olle");

        using var file = await visitor.Get("/costs/file?month=2026-05");
        using var sheets = new ZipArchive(await file.Content.ReadAsStreamAsync());
        using var first = new StreamReader(sheets.GetEntry("xl/worksheets/sheet8.xml")!.Open());

        Assert.Equal("2026-05-100-10.xlsx", file.Content.Headers.ContentDisposition?.FileName);
        var summary = await first.ReadToEndAsync();
        Assert.Contains("SUM(", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("AVVIKER</v>", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_starts_with_its_own_figures_and_it_with_its_own()
    {
        var orderer = await (await site.As("olle")).Read("/");
        var manager = await (await site.As("anna")).Read("/");

        Assert.Contains("Beställningar på gång", orderer, StringComparison.Ordinal);
        Assert.Contains("href=\"/costs#ends\"", orderer, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/months/", orderer, StringComparison.Ordinal);
        Assert.DoesNotContain("Beställningar på gång", manager, StringComparison.Ordinal);
    }

    private static async Task<long> SumOfLines(Visitor visitor, string address)
    {
        var sum = 0L;
        for (var next = address; next.Length > 0;)
        {
            var page = await visitor.Read(next);
            sum += LineAmount().Matches(page).Sum(m => Ore(m.Groups["amount"].Value));
            next = WebUtility.HtmlDecode(NextLink().Match(page).Groups["address"].Value);
        }
        return sum;
    }

    private static long Ore(string amount) => long.Parse(
        WebUtility.HtmlDecode(amount).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u2212", "-", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);

    private static string Swedish(long ore) => (ore / 100m).ToString("#,0.00", new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," });

    [GeneratedRegex("</svg></td><td class=\"number\">(?<amount>[^<]+)</td>|</svg></td>\\s*<td class=\"number\">(?<amount>[^<]+)</td>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Step();

    [GeneratedRegex("<a href=\"(?<address>/costs/lines[^\"]*cause=[^\"]+)\">[^<]+</a></th>\\s*<td class=\"drawing\">.*?</td>\\s*<td class=\"number\">(?<amount>[^<]+)</td>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CauseLink();

    [GeneratedRegex("<a href=\"(?<address>/costs/lines[^\"]*code=[^\"]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CodeLink();

    [GeneratedRegex("<td class=\"number\">(?<amount>[^<]+)</td>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LineAmount();

    [GeneratedRegex("rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex NextLink();

    [GeneratedRegex("class=\"bar forecast\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ForecastBar();
}
