using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>What one customer's month differs by, for one cause.</summary>
/// <param name="IsWhole">Nobody else pays for anything below the customer in the tree: its lines are those of its subtree.</param>
public sealed record CustomerChange(int CustomerId, string Customer, bool IsWhole, string Cause, Money Amount);

public static class MonthDifference
{
    /// <summary>As stored with the run; by customer's name.</summary>
    public static IReadOnlyList<CustomerChange> ByCustomer(Database database, BillingMonth month, Reach reach)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select o.id, o.name, o.lineage, c.cause, c.amount from month_changes c join organisations o on o.id = c.customer_id where c.month = {month.Number}");
        if (!reach.IsEverywhere) query.Raw(" and c.customer_id in ").Numbers(reach.Units);
        var rows = reading.Rows(query.Raw(" order by o.name, o.id, c.cause"), r => (Id: r.GetInt32(0), Name: r.GetString(1), Lineage: r.GetString(2), Cause: r.GetString(3), Amount: Money.FromOre(r.GetInt64(4))));
        var payers = reading.Rows(Query.Of("select distinct o.lineage from contracts t join organisations o on o.id = t.customer_id"), r => r.GetString(0));
        payers.AddRange(rows.Select(row => row.Lineage));
        var whole = rows.Select(row => row.Lineage).Distinct(StringComparer.Ordinal)
            .ToDictionary(own => own, own => !payers.Exists(other => other != own && other.StartsWith(own, StringComparison.Ordinal)), StringComparer.Ordinal);
        return [.. rows.Select(row => new CustomerChange(row.Id, row.Name, whole[row.Lineage], row.Cause, row.Amount))];
    }
}
