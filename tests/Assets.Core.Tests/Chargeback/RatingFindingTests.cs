using System.Reflection;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using static Assets.Core.Tests.Rentals.Lines;

namespace Assets.Core.Tests.Chargeback;

public sealed class RatingFindingTests
{
    [Fact]
    public void A_zero_rate_where_days_are_charged_is_an_unpriced_line() =>
        Assert.Equal([new Finding("unpriced_line", Severity.Stop, "C1", "2026-05-10")], Findings(Rent(0m, "2026-05-10"), May));

    [Fact]
    public void A_price_without_components_is_an_unpriced_line_too()
    {
        var line = Rent(0m, "2026-05-10");
        line = line with { Segments = [line.Segments[0] with { Price = new Price([]) }] };
        Assert.Equal("unpriced_line", Assert.Single(Findings(line, May)).Code);
    }

    [Fact]
    public void A_line_without_days_in_the_month_has_no_finding()
    {
        Assert.Empty(Findings(Rent(0m, "2026-06-01"), May));
        Assert.Empty(Findings(Rent(0m, "2026-04-01", "2026-05-01"), May));
        Assert.Empty(Findings(Code(Rent(10m, "2026-06-01"), ""), May));
    }

    [Fact]
    public void One_priced_component_is_enough()
    {
        var line = Rent(0m, "2026-05-10");
        line = line with { Segments = [line.Segments[0] with { Price = new Price([new FlatComponent("rent", Money.Zero), new FlatComponent("support", Kr(1m))]) }] };
        Assert.Empty(Findings(line, May));
        Assert.Equal("support 10–31 0.71", Rated.Text(Rated.Month(line, May)));
    }

    [Fact]
    public void What_outlives_its_term_is_free_and_not_unpriced()
    {
        var line = PcLine(Method.A);
        line = line with { Segments = [line.Segments[0] with { Price = new Price([Pc(Method.A)]), CostCode = "" }] };
        Assert.Empty(Findings(line, new BillingMonth(2031, 1)));
        Assert.Empty(Rated.Month(line, new BillingMonth(2031, 1)));
    }

    [Fact]
    public void A_charge_without_a_cost_code_is_written_and_found()
    {
        var line = Code(Rent(31m, "2026-05-10"), "");
        Assert.Equal([new Finding("missing_code", Severity.Stop, "C1", "2026-05-10")], Findings(line, May));
        Assert.Equal("rent 10–31 22.00", Rated.Text(Rated.Month(line, May)));
    }

    [Fact]
    public void A_line_that_lacks_price_and_code_says_both_at_once_and_each_but_once()
    {
        var line = Code(Rent(0m, "2026-03-10"), "");
        var moved = LineTimeline.MoveTo(line, "U2", "", Day("2026-05-20")).Value;
        Assert.Equal(["unpriced_line", "missing_code"], Findings(moved, May).Select(finding => finding.Code));
    }

    [Fact]
    public void A_fee_without_a_cost_code_is_found_in_its_month()
    {
        var lost = LineTimeline.LoseOn(Code(Rent(31m, "2026-03-10"), ""), Day("2026-05-01"), Kr(5m)).Value;
        Assert.Equal("missing_code", Assert.Single(Findings(lost, May)).Code);
        Assert.Empty(Findings(lost, June));
    }

    [Fact]
    public void Every_finding_code_has_a_severity_and_stops_are_few()
    {
        var codes = typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(codes.Order(), FindingCodes.Severities.Keys.Order());
        Assert.Equal(
            ["expired_code", "missing_code", "unpriced_line"],
            FindingCodes.Severities.Where(pair => pair.Value == Severity.Stop).Select(pair => pair.Key).Order());
        Assert.Throws<KeyNotFoundException>(() => FindingCodes.Find("misspelt", "C1", ""));
    }

    private static List<Finding> Findings(LineSnapshot line, BillingMonth month)
    {
        var findings = new List<Finding>();
        Rated.Month(line, month, findings);
        return findings;
    }

    private static LineSnapshot Code(LineSnapshot line, string code) => line with { Segments = [line.Segments[0] with { CostCode = code }] };
}
