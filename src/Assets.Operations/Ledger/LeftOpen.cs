using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>
/// What closing a month would leave behind for ever: months before it that were run and not closed, whose charges are thrown away and
/// can never be made again. Whoever closes in the browser or by the interface has to name them; the command line closes as it is told.
/// </summary>
public static class LeftOpen
{
    /// <summary>The months that were run before this one and are open, the oldest first.</summary>
    public static IReadOnlyList<BillingMonth> Before(Database database, BillingMonth month)
    {
        using var connection = database.Open();
        return Before(connection, month);
    }

    /// <param name="named">The months that whoever closes knows of.</param>
    internal static Refusal? Check(Installation installation, DbConnection connection, BillingMonth month, IReadOnlyCollection<BillingMonth> named)
    {
        if (month > BillingMonth.Of(installation.Today)) return new Refusal(MonthRefusals.MonthAhead, month.ToString());
        var unnamed = Before(connection, month).Except(named).ToList();
        return unnamed.Count == 0 ? null : new Refusal(MonthRefusals.LeavesOpen, string.Join(", ", unnamed));
    }

    private static List<BillingMonth> Before(DbConnection connection, BillingMonth month) =>
        connection.Rows("select month from month_runs where month < @p0 order by month", r => BillingMonth.FromNumber(r.GetInt32(0)), month.Number);
}
