using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <param name="CostCode">None where no code was given.</param>
/// <param name="Kind">Of the asset; none for a service or a workplace without a machine of its own.</param>
public sealed record CostSum(int UnitId, int? CostCodeId, string? CostCode, string CostCodeName, AssetKind? Kind, bool IsCorrection, long Lines, Money Amount);

/// <summary>What a selection pays, by month; and one month by unit, cost code and kind.</summary>
public sealed class CostSums(Database database, CostMemory memory)
{
    public IReadOnlyList<CostSum> Of(MonthHead month, CostSelection selection) => memory.Of($"sums {month.Month} {month.Stamp} {selection.Key}", () =>
    {
        using var reading = PageReading.Begin(database);
        var inner = new Query().Add($"select c.unit_id, c.cost_code_id, a.kind, case when c.corrected_month = 0 then 0 else 1 end as corrected, count(distinct c.line_id) as lines, sum(c.amount) as amount from charges c left join assets a on a.id = c.asset_id where c.month = {month.Month.Number}");
        selection.Limit(inner, "c.unit_id").Raw(" group by 1, 2, 3, 4");
        return (IReadOnlyList<CostSum>)reading.Rows(
            inner.Wrap("select s.unit_id, s.cost_code_id, k.code, k.name, s.kind, s.corrected, s.lines, s.amount from (", ") s left join cost_codes k on k.id = s.cost_code_id order by s.unit_id, coalesce(k.code, ''), coalesce(s.kind, -1), s.corrected"),
            r => new CostSum(r.GetInt32(0), r.Int(1), r.Text(2), r.Text(3) ?? "", r.Int(4) is { } kind ? (AssetKind)kind : null, r.GetInt32(5) == 1, r.GetInt64(6), Ore(r.GetValue(7))));
    });

    /// <summary>In the order of the months asked for; a month of which the selection has no part is zero.</summary>
    public IReadOnlyList<(MonthHead Month, Money Amount)> ByMonth(IReadOnlyList<MonthHead> months, CostSelection selection)
    {
        if (selection.Units is null) return [.. months.Select(month => (month, month.Total))];
        var known = memory.Of($"months {string.Join(' ', months.Select(m => $"{m.Month}={m.Stamp}"))} {selection.Key}", () =>
        {
            using var reading = PageReading.Begin(database);
            var query = new Query().Raw("select c.month, sum(c.amount) from charges c where c.month in ").Numbers(months.Select(m => m.Month.Number));
            return reading.Rows(selection.Limit(query, "c.unit_id").Raw(" group by c.month"), r => (Month: r.GetInt32(0), Amount: Ore(r.GetValue(1)))).ToDictionary(m => m.Month, m => m.Amount);
        });
        return [.. months.Select(month => (month, known.GetValueOrDefault(month.Month.Number)))];
    }

    public static Money Total(IEnumerable<CostSum> sums) => sums.Aggregate(Money.Zero, (sum, s) => sum + s.Amount);

    internal static Money Ore(object value) => Money.FromOre(Convert.ToInt64(value, CultureInfo.InvariantCulture));
}
