using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The latest calculation of an open month.</summary>
/// <param name="Watermark">The last change set that it saw; below zero once the month before has been calculated anew.</param>
/// <param name="Previous">The last closed month at the time; none before the first.</param>
internal sealed record MonthRun(
    BillingMonth Month, long Watermark, BillingMonth? Previous, int RulesVersion, DateTimeOffset RunAt, string RunBy, long ChargeCount, Money Total)
{
    public static MonthRun? Find(DbConnection connection, BillingMonth month) => connection.Rows(
        "select watermark, previous_month, rules_version, run_at, run_by, charge_count, total from month_runs where month = @p0",
        r => new MonthRun(
            month,
            r.GetInt64(0),
            r.GetInt32(1) is var previous and not 0 ? BillingMonth.FromNumber(previous) : null,
            r.GetInt32(2),
            Conventions.ToInstant(r.GetInt64(3)),
            r.GetString(4),
            r.GetInt64(5),
            Money.FromOre(r.GetInt64(6))),
        month.Number).SingleOrDefault();

    public void Insert(DbConnection connection) => connection.Execute(
        "insert into month_runs (month, watermark, previous_month, rules_version, run_at, run_by, charge_count, total) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        Month.Number, Watermark, Previous?.Number ?? 0, RulesVersion, Conventions.ToMicroseconds(RunAt), RunBy, ChargeCount, Total.Ore);

    /// <summary>Takes away what was calculated for a month that is not closed.</summary>
    public static void Discard(DbConnection connection, BillingMonth month)
    {
        foreach (var table in (string[])["charges", "findings", "finding_counts", "month_changes", "month_runs"])
            connection.Execute($"delete from {table} where month = @p0", month.Number);
    }

    /// <summary>The causes of change of the month after are taken against this one: it has to be calculated anew when it is next asked for.</summary>
    public static void Outdate(DbConnection connection, BillingMonth month) =>
        connection.Execute("update month_runs set watermark = -1 where month = @p0", month.Number);
}
