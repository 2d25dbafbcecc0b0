using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <param name="LineId">The contract line that it is about, where it is about one.</param>
/// <param name="AssetId">The asset that it is about, where it is about one.</param>
/// <param name="AcceptedUntil">The first day on which it is open again; none where it is accepted for good, or not at all.</param>
public sealed record MonthFinding(
    string Code, Severity Severity, string Record, string Detail, long? LineId, long? AssetId, string? AcceptedBy, string? AcceptReason, DateTimeOffset? AcceptedAt, DateOnly? AcceptedUntil)
{
    public bool IsOpen => AcceptedBy is null;
}

public sealed record FindingCount(string Code, Severity Severity, int Open, int Accepted);

public static class MonthFindings
{
    private const string Acceptances =
        "finding_acceptances x on x.month = f.month and x.code = f.code and x.record = f.record and (x.until_on is null or x.until_on > ";

    /// <summary>How many there are of each code; what stops first.</summary>
    /// <param name="day">As <see cref="MonthHead.JudgedOn"/> says.</param>
    public static IReadOnlyList<FindingCount> Count(Database database, BillingMonth month, DateOnly day)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            FindingNumbers.ByCode(month, day),
            r => new FindingCount(r.GetString(0), (Severity)r.GetInt32(1), (int)r.GetInt64(2), (int)r.GetInt64(3)));
    }

    /// <summary>Some of one code, by record.</summary>
    /// <param name="isOpen">Only those that are open, or only those that are accepted; none for both.</param>
    /// <param name="after">The record after which to go on; none from the beginning.</param>
    public static IReadOnlyList<MonthFinding> Read(Database database, BillingMonth month, DateOnly day, string code, bool? isOpen, string? after, int limit)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query()
            .Raw("select f.code, f.severity, f.record, f.detail, l.id, a.id, x.accepted_by, x.reason, x.accepted_at, x.until_on from findings f left join ").Raw(Acceptances)
            .Add($"{day}) left join contract_lines l on l.code = f.record and l.code_key = ").Raw(InCapitals.Of("f.record")).Raw(" left join assets a on a.tag = f.record and a.tag_key = ").Raw(InCapitals.Of("f.record")).Add($" where f.month = {month.Number} and f.code = {code}");
        if (isOpen is { } open) query.Raw(open ? " and x.code is null" : " and x.code is not null");
        if (after is not null) query.Add($" and f.record > {after}");
        return reading.Rows(
            query.Add($" order by f.record limit {limit}"),
            r => new MonthFinding(
                r.GetString(0), (Severity)r.GetInt32(1), r.GetString(2), r.GetString(3), r.Long(4), r.Long(5), r.Text(6), r.Text(7),
                r.Long(8) is { } at ? Conventions.ToInstant(at) : null, r.DayOrNone(9)));
    }

    /// <summary>Why the month differs from the one before, by cause as stored; exact to the öre.</summary>
    public static IReadOnlyList<(string Cause, Money Amount)> Causes(Database database, BillingMonth month, Reach reach)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select cause, sum(amount) from month_changes where month = {month.Number}");
        if (!reach.IsEverywhere) query.Raw(" and customer_id in ").Numbers(reach.Units);
        return reading.Rows(query.Raw(" group by cause"), r => (r.GetString(0), Money.FromOre(Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture))));
    }
}
