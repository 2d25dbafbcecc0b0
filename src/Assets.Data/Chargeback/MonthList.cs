using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A month as a whole: run, or closed for good.</summary>
/// <param name="Head">The head of the chain of months, once the month is closed.</param>
/// <param name="At">When it was closed, or last run.</param>
/// <param name="Stops">Open findings that keep it from closing.</param>
public sealed record MonthHead(
    BillingMonth Month,
    bool IsClosed,
    long Charges,
    Money Total,
    DateTimeOffset At,
    string By,
    string? Head,
    string? AcceptReason,
    int Stops,
    int Notes)
{
    /// <summary>The day on which an acceptance has to hold: today, and once the month is closed the day on which that was done.</summary>
    public DateOnly JudgedOn(DateOnly today, TimeZoneInfo place) => IsClosed ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, place).DateTime) : today;

    /// <summary>Another for each run: sums that are kept belong to one.</summary>
    internal string Stamp => Head ?? Conventions.ToMicroseconds(At).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public static class MonthList
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Only months before it; none from the newest.</param>
    public static IReadOnlyList<MonthHead> Read(Database database, DateOnly today, int limit, BillingMonth? before = null)
    {
        using var reading = PageReading.Begin(database);
        return Heads(reading, today, before is { } month ? new Query().Add($" where m.month < {month.Number}") : new Query(), limit);
    }

    public static MonthHead? Find(Database database, DateOnly today, BillingMonth month)
    {
        using var reading = PageReading.Begin(database);
        return Heads(reading, today, new Query().Add($" where m.month = {month.Number}"), 1).FirstOrDefault();
    }

    // A finding that was accepted is no longer in the way, for as long as the acceptance holds.
    private static List<MonthHead> Heads(PageReading reading, DateOnly today, Query condition, int limit) => reading.Rows(
        condition.Wrap($"""
            select m.month, m.closed, m.charge_count, m.total, m.at, m.who, m.head, m.accept_reason,
              {FindingNumbers.OpenStops(today)},
              (select coalesce(sum(c.found), 0) from finding_counts c where c.month = m.month and c.severity = {(int)Severity.Note})
            from (
              select month, 1 as closed, charge_count, total, closed_at as at, closed_by as who, head, accept_reason from closed_months
              union all
              select month, 0, charge_count, total, run_at, run_by, null, null from month_runs where month not in (select month from closed_months)
            ) m
            """, " order by m.month desc").Add($" limit {limit}"),
        r => new MonthHead(
            BillingMonth.FromNumber(r.GetInt32(0)), r.GetInt32(1) == 1, r.GetInt64(2), Money.FromOre(r.GetInt64(3)), Conventions.ToInstant(r.GetInt64(4)), r.GetString(5), r.Text(6), r.Text(7), (int)r.GetInt64(8), (int)r.GetInt64(9)));
}
