using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <param name="Term">The beginning of a line's code or of an asset's tag.</param>
/// <param name="Current">Only lines that run today; false: only those that do not; none: both.</param>
public sealed record LineQuery(string Term = "", string? Unit = null, bool? Current = null, string? After = null, string? Before = null, int PageSize = 50);

public sealed record LineListItem(
    long Id, string Code, string ContractNumber, string Customer, string Unit, string? CostCode, long? AssetId, string? AssetTag, DateOnly From, DateOnly? Until, int Quantity, Money MonthlyRent);

public sealed record LineListPage(IReadOnlyList<LineListItem> Items, string? Next, string? Previous);

/// <summary>Contract lines by code, a page at a time; each with the last stretch of its timeline that lies within reach: what became of a line elsewhere is not told.</summary>
public sealed class LineList(Database database, TimeProvider clock)
{
    public LineListPage Read(Reach reach, LineQuery query)
    {
        using var reading = PageReading.Begin(database);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var sql = Select(query, reach, today);
        var backward = query.Before is not null;
        if (query.After is { } after) sql.Add($" and l.code_key > {after}");
        if (query.Before is { } before) sql.Add($" and l.code_key < {before}");
        sql.Raw(backward ? " order by l.code_key desc" : " order by l.code_key").Add($" limit {query.PageSize + 1}");
        var rows = reading.Rows(sql, r => (Item: new LineListItem(
            r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.Text(5), r.Long(6), r.Text(7), r.Day(8), r.DayOrNone(9), r.GetInt32(10), 
            MonthlyRent.On(LineText.Parse(r.GetString(11)).Segments.First(segment => segment.Period.From == r.Day(8)), today)), Key: r.GetString(12)));
        var more = rows.Count > query.PageSize;
        if (more) rows.RemoveAt(rows.Count - 1);
        if (backward) rows.Reverse();
        return new LineListPage(
            [.. rows.Select(r => r.Item)],
            rows.Count > 0 && (backward || more) ? rows[^1].Key : null,
            rows.Count > 0 && (backward ? more : query.After is not null) ? rows[0].Key : null);
    }

    private static Query Select(LineQuery query, Reach reach, DateOnly today)
    {
        var sql = new Query().Raw("""
            select l.id, l.code, t.number, k.name, o.name, c.code, g.asset_id, a.tag, g.from_on, g.until_on, g.quantity, v.body, l.code_key
            from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version
              join line_segments g on g.line_id = l.id and g.from_on = (select max(x.from_on) from line_segments x where x.line_id = l.id
            """);
        Within(sql).Raw("""
            )
              join contracts t on t.id = l.contract_id join organisations k on k.id = t.customer_id join organisations o on o.id = g.unit_id
              left join cost_codes c on c.id = g.cost_code_id left join assets a on a.id = g.asset_id
            where 1=1
            """);
        if (query.Term.Length > 0)
        {
            var key = Keys.Fold(query.Term);
            sql.Add($" and (l.code_key >= {key} and l.code_key < {key + "\U0010FFFF"} or l.id in (select x.line_id from assets b join line_segments x on x.asset_id = b.id where b.tag_key >= {key} and b.tag_key < {key + "\U0010FFFF"}");
            Within(sql).Raw("))");
        }
        if (query.Unit is { } unit)
        {
            sql.Add($" and l.id in (select x.line_id from organisations top join organisations below on below.lineage >= top.lineage and below.lineage < top.lineage || {"\U0010FFFF"} join line_segments x on x.unit_id = below.id where top.code_key = {Keys.Fold(unit)}");
            Within(sql).Raw(")");
        }
        if (!reach.IsEverywhere) sql.Raw(" and l.id in (select x.line_id from line_segments x where x.unit_id in ").Numbers(reach.Units).Raw(")");
        if (query.Current == true) sql.Add($" and g.from_on <= {today} and (g.until_on is null or g.until_on > {today})");
        if (query.Current == false) sql.Add($" and (g.from_on > {today} or g.until_on <= {today})");
        return sql;

        Query Within(Query on) => reach.IsEverywhere ? on : on.Raw(" and x.unit_id in ").Numbers(reach.Units);
    }
}
