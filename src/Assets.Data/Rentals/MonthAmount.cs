using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What some lines cost in one posting month, corrections of earlier months apart.</summary>
public sealed record MonthAmount(BillingMonth Month, Money Amount, Money Corrections)
{
    private const int MonthsShown = 12;

    /// <param name="assetId">Only what was charged for this asset, where one is given.</param>
    internal static List<MonthAmount> OfLines(PageReading reading, IReadOnlyCollection<long> lines, long? assetId, Reach reach)
    {
        if (lines.Count == 0) return [];
        var months = reading.Rows(Query.Of("select month from closed_months union select month from month_runs order by 1 desc"), r => r.GetInt32(0)).Take(MonthsShown).ToList();
        if (months.Count == 0) return [];
        var query = new Query().Raw("select month, sum(case when corrected_month = 0 then amount else 0 end), sum(case when corrected_month = 0 then 0 else amount end) from charges where month in ").Numbers(months)
            .Raw($" and line_id in ({string.Join(',', lines)})");
        if (assetId is { } asset) query.Add($" and asset_id = {asset}");
        if (!reach.IsEverywhere) query.Raw(" and unit_id in ").Numbers(reach.Units);
        return reading.Rows(
            query.Raw(" group by month order by month desc"),
            r => new MonthAmount(BillingMonth.FromNumber(r.GetInt32(0)), Money.FromOre(Convert.ToInt64(r.GetValue(1), System.Globalization.CultureInfo.InvariantCulture)), Money.FromOre(Convert.ToInt64(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture))));
    }
}
