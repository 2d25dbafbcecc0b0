using System.Data.Common;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>What one cause adds to, or takes from, a customer's month against the month before.</summary>
public sealed record MonthChange(string Customer, ChangeCause Cause, Money Amount);

/// <summary>The stored causes of a month's change against the month before.</summary>
internal static class MonthChanges
{
    /// <summary>By customer, then by cause.</summary>
    public static List<MonthChange> Of(DbConnection connection, BillingMonth month) => connection.Rows(
        "select o.code, c.cause, c.amount from month_changes c join organisations o on o.id = c.customer_id where c.month = @p0 order by o.code, c.cause",
        r => ChangeWords.Vocabulary.TryParse(r.GetString(1), out var cause)
            ? new MonthChange(r.GetString(0), cause, Money.FromOre(r.GetInt64(2)))
            : throw new InvalidDataException($"The cause '{r.GetString(1)}' in month_changes is none of this program's."),
        month.Number);
}
