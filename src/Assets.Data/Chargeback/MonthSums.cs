using System.Collections.Concurrent;
using System.Globalization;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

public sealed record UnitSum(int CustomerId, int UnitId, string Component, bool IsCorrection, long Charges, Money Amount);

public sealed record CustomerSum(int Id, string Code, string Name, OrganisationKind Kind, long Charges, Money Amount, Money Corrections);

/// <summary>
/// The sums of a month by customer and unit. A month has as many rows as there are lines, and a page asks for the sums each time it
/// is shown: they are added up once for each run of the month, and kept.
/// </summary>
public sealed class MonthSums(Database database)
{
    private readonly ConcurrentDictionary<BillingMonth, (string Stamp, IReadOnlyList<UnitSum> Sums)> known = new();

    public IReadOnlyList<UnitSum> Of(MonthHead month, Reach reach)
    {
        var stamp = month.Stamp;
        if (!known.TryGetValue(month.Month, out var entry) || entry.Stamp != stamp)
        {
            using var reading = PageReading.Begin(database);
            entry = (stamp, reading.Rows(
                new Query().Add($"select customer_id, unit_id, component, case when corrected_month = 0 then 0 else 1 end, count(*), sum(amount) from charges where month = {month.Month.Number} group by 1, 2, 3, 4 order by 1, 2, 3, 4"),
                r => new UnitSum(r.GetInt32(0), r.GetInt32(1), r.GetString(2), r.GetInt32(3) == 1, r.GetInt64(4), Money.FromOre(Convert.ToInt64(r.GetValue(5), CultureInfo.InvariantCulture)))));
            known[month.Month] = entry;
        }
        return reach.IsEverywhere ? entry.Sums : [.. entry.Sums.Where(s => reach.Covers(s.UnitId))];
    }

    /// <summary>By customer, the largest first.</summary>
    public IReadOnlyList<CustomerSum> ByCustomer(MonthHead month, Reach reach)
    {
        var sums = Of(month, reach);
        if (sums.Count == 0) return [];
        using var reading = PageReading.Begin(database);
        var customers = reading.Rows(
            new Query().Raw("select id, code, name, kind from organisations where id in ").Numbers(sums.Select(s => s.CustomerId).Distinct()),
            r => (Id: r.GetInt32(0), Code: r.GetString(1), Name: r.GetString(2), Kind: (OrganisationKind)r.GetInt32(3))).ToDictionary(c => c.Id);
        return [.. sums.GroupBy(s => s.CustomerId)
            .Select(g => new CustomerSum(
                g.Key, customers[g.Key].Code, customers[g.Key].Name, customers[g.Key].Kind, g.Sum(s => s.Charges),
                Total(g), Total(g.Where(s => s.IsCorrection))))
            .OrderByDescending(c => c.Amount).ThenBy(c => c.Code, StringComparer.Ordinal)];
    }

    public static Money Total(IEnumerable<UnitSum> sums) => sums.Aggregate(Money.Zero, (sum, s) => sum + s.Amount);
}
