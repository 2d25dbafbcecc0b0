using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>How many findings a month has and how many of them are open: the run's own counts, less what was accepted since.</summary>
internal static class FindingNumbers
{
    /// <summary>Code, severity, open, accepted; stops first, then by code.</summary>
    /// <param name="today">An acceptance counts until its day, that day not included.</param>
    public static Query ByCode(BillingMonth month, DateOnly today) => new Query()
        .Raw("select c.code, c.severity, c.found - coalesce(y.accepted, 0), coalesce(y.accepted, 0) from finding_counts c left join (select x.code, f.severity, count(*) as accepted from ")
        .Raw(Accepted).Add($" and (x.until_on is null or x.until_on > {today}) and x.month = {month.Number} group by x.code, f.severity)")
        .Add($" y on y.code = c.code and y.severity = c.severity where c.month = {month.Number} order by c.severity desc, c.code");

    /// <summary>An expression: the open findings that stop the month <c>m.month</c>.</summary>
    public static string OpenStops(DateOnly today) => $"""
        (select coalesce(sum(c.found), 0) from finding_counts c where c.month = m.month and c.severity = {(int)Severity.Stop})
        - (select count(*) from {Accepted} and x.month = m.month and f.severity = {(int)Severity.Stop} and (x.until_on is null or x.until_on > {Conventions.ToNumber(today)}))
        """;

    // From the few acceptances to their findings, and not the other way.
    private const string Accepted = "finding_acceptances x cross join findings f where f.month = x.month and f.code = x.code and f.record = x.record";
}
