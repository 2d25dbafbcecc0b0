using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>Somebody's word that a month may be closed as it was calculated at <see cref="RunAt"/>.</summary>
/// <param name="Figures">A hash of the sums by customer, unit and cost code, and of the findings that a closing has to accept.</param>
public sealed record ClosingProposal(int Id, BillingMonth Month, DateTimeOffset RunAt, long Charges, Money Total, string Figures, string? Reason, string By, DateTimeOffset At)
{
    private const string Columns = "select p.id, p.month, p.run_at, p.charge_count, p.total, p.figures, p.reason, p.proposed_by, p.proposed_at from closing_proposals p";

    /// <summary>The last one, where the month is open and its run still that which was proposed.</summary>
    public static ClosingProposal? Standing(Database database, BillingMonth month)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Raw(Columns).Add($" join month_runs r on r.month = p.month and r.run_at = p.run_at where p.month = {month.Number} order by p.id desc limit 1"), Read);
    }

    /// <summary>Of each open month the last one, where its run still stands and somebody else made it; the oldest month first.</summary>
    public static IReadOnlyList<ClosingProposal> WaitingFor(Database database, string account)
    {
        using var reading = PageReading.Begin(database);
        var standing = reading.Rows(
            new Query().Raw(Columns).Raw(" join month_runs r on r.month = p.month and r.run_at = p.run_at where p.id = (select max(x.id) from closing_proposals x where x.month = p.month) order by p.month"), Read);
        return standing.FindAll(proposal => !string.Equals(proposal.By, account, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>All that were ever made for a month, the newest first.</summary>
    public static IReadOnlyList<ClosingProposal> All(Database database, BillingMonth month)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(new Query().Raw(Columns).Add($" where p.month = {month.Number} order by p.id desc limit 50"), Read);
    }

    internal static ClosingProposal? Last(DbConnection connection, BillingMonth month) =>
        connection.Rows($"{Columns} where p.month = @p0 order by p.id desc limit 1", Read, month.Number).SingleOrDefault();

    internal static void Insert(DbConnection connection, MonthRun run, string figures, string? reason, string actor, DateTimeOffset at) => connection.Execute(
        "insert into closing_proposals (month, run_at, charge_count, total, figures, reason, proposed_by, proposed_at) values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)",
        run.Month.Number, Conventions.ToMicroseconds(run.RunAt), run.ChargeCount, run.Total.Ore, figures, reason, actor, Conventions.ToMicroseconds(at));

    /// <summary>
    /// The same for the same sums by customer, unit, cost code and component with the same findings of severity stop, and for no others:
    /// the proposal's reason accepts them all, so one that came afterwards is nobody's word.
    /// </summary>
    internal static string FiguresOf(DbConnection connection, BillingMonth month)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = connection.Rows(
            "select customer_id, unit_id, coalesce(cost_code_id, 0), component, corrected_month, count(*), sum(amount) from charges where month = @p0 group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5",
            r => string.Join(' ', Enumerable.Range(0, 7).Select(column => Convert.ToString(r.GetValue(column), CultureInfo.InvariantCulture))), month.Number);
        rows.AddRange(connection.Rows($"select code, record from findings where month = @p0 and severity = {(int)Severity.Stop}", r => $"{r.GetString(0)} {r.GetString(1)}", month.Number));
        rows.Sort(StringComparer.Ordinal); // each database sorts texts its own way
        foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes(row + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ClosingProposal Read(DbDataReader r) => new(
        r.GetInt32(0), BillingMonth.FromNumber(r.GetInt32(1)), Conventions.ToInstant(r.GetInt64(2)), r.GetInt64(3), Money.FromOre(r.GetInt64(4)), r.GetString(5), r.Text(6), r.GetString(7), Conventions.ToInstant(r.GetInt64(8)));
}
