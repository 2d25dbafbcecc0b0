using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Standard;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Standard;

/// <summary>What runs on a day, counted by unit, product or model, and the months in which terms end and assets were bought.</summary>
internal static class RunningProducts
{
    /// <summary>Lines of one unit that are alike; their administration is for the caller to find.</summary>
    public static List<(int UnitId, RunningLines Lines)> On(DbConnection connection, DateOnly day, Reach reach)
    {
        // A day is the number yyyymmdd: its month groups the lines that are renewed together. The first of a month is its own, every
        // other day belongs to the next, since only whole months are counted; after December that is a month 13.
        var query = new Query().Add($"""
            select g.unit_id, g.product_code, m.code, m.kind, (g.term_until + 98) / 100, (a.purchased_on + 98) / 100, sum(g.quantity)
            from line_segments g left join assets a on a.id = g.asset_id left join models m on m.id = a.model_id
            where g.from_on <= {day} and (g.until_on is null or g.until_on > {day})
            """);
        if (!reach.IsEverywhere) query.Raw(" and g.unit_id in ").Numbers(reach.Units);
        query.Raw(" group by 1, 2, 3, 4, 5, 6");
        return connection.Rows(
            query.Sql,
            r => (r.GetInt32(0), new RunningLines(
                "", r.Text(1), r.Text(2), r.Int(3) is { } kind ? (AssetKind)kind : null, FirstOf(r.Int(4)), FirstOf(r.Int(5)),
                Convert.ToInt64(r.GetValue(6), System.Globalization.CultureInfo.InvariantCulture))),
            query.Values);
    }

    private static DateOnly? FirstOf(int? month) => month is { } number ? new DateOnly(number / 100, 1, 1).AddMonths((number % 100) - 1) : null;
}
