using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A contract line in a list of costs: what it is, who has it, and what it comes to.</summary>
/// <param name="User">The account name of who uses the asset, where one is registered and the asset is still within what is looked at; so is the room.</param>
public sealed record CostLine(
    long LineId, string Code, long? AssetId, string? AssetTag, AssetKind? Kind, string? Model, string? User, string? Room, string Unit, string? CostCode, DateOnly From, DateOnly? Until, Money Amount);

/// <param name="Code">Of the cost code; 0 for the charges that have none, none for all.</param>
/// <param name="Kind">Of the asset; -1 for services, none for all.</param>
public sealed record CostLineFilter(int? Code = null, int? Kind = null);

/// <summary>The lines behind a sum, a page at a time in the order of their numbers.</summary>
public static class CostLines
{
    // User and room are of today, the month may be an old one: whoever has the thing now is the business of those who pay for it now.
    private const string StillTheirs = "coalesce(a.user_unit_id, (select g.unit_id from line_segments g where g.asset_id = a.id order by g.from_on desc limit 1))";

    private const string Joins = """
         join contract_lines l on l.id = s.line_id join organisations o on o.id = s.unit_id
        left join cost_codes k on k.id = s.cost_code_id left join assets a on a.id = s.asset_id left join models m on m.id = a.model_id order by l.id
        """;

    public static IReadOnlyList<CostLine> Read(Database database, BillingMonth month, CostSelection selection, CostLineFilter filter, long after, int limit)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Add($"select c.line_id, max(c.asset_id) as asset_id, max(c.unit_id) as unit_id, max(c.cost_code_id) as cost_code_id, min(c.from_on) as from_on, max(c.until_on) as until_on, sum(c.amount) as amount from charges c");
        if (filter.Kind is not null) query.Raw(" left join assets x on x.id = c.asset_id");
        query.Add($" where c.month = {month.Number} and c.line_id > {after}");
        selection.Limit(query, "c.unit_id");
        if (filter.Code is { } code) _ = code == 0 ? query.Raw(" and c.cost_code_id is null") : query.Add($" and c.cost_code_id = {code}");
        if (filter.Kind is { } kind) _ = kind < 0 ? query.Raw(" and x.kind is null") : query.Add($" and x.kind = {kind}");
        query.Add($" group by c.line_id order by c.line_id limit {limit}");
        return reading.Rows(query.Wrap(Columns(selection) + " (", ") s" + Joins), Line);
    }

    /// <summary>The lines of a cause, each with what it adds to it.</summary>
    public static IReadOnlyList<CostLine> Of(Database database, BillingMonth month, CostSelection selection, IReadOnlyList<LineChange> changes)
    {
        using var reading = PageReading.Begin(database);
        // In both months: a line that has ended is in the last one only. Another's part of a line that moved is no business of who looks.
        var query = new Query().Raw("select c.line_id, max(c.asset_id) as asset_id, max(c.unit_id) as unit_id, max(c.cost_code_id) as cost_code_id, min(c.from_on) as from_on, max(c.until_on) as until_on, 0 as amount from charges c")
            .Add($" where c.month in ({month.Number}, {month.Previous.Number}) and c.line_id in ").Numbers(changes.Select(c => checked((int)c.LineId)));
        selection.Limit(query, "c.unit_id").Raw(" group by c.line_id");
        var named = reading.Rows(query.Wrap(Columns(selection) + " (", ") s" + Joins), Line).ToDictionary(line => line.LineId);
        return [.. changes.Where(change => named.ContainsKey(change.LineId)).Select(change => named[change.LineId] with { Amount = change.Amount })];
    }

    private static string Columns(CostSelection selection)
    {
        var theirs = selection.Limit(Query.Of("1=1"), StillTheirs).Sql;
        return $"""
            select l.id, l.code, s.asset_id, a.tag, a.kind, m.vendor, m.name, case when {theirs} then a.user_account end, case when {theirs} then a.room end,
              o.name, k.code, s.from_on, s.until_on, s.amount from
            """;
    }

    private static CostLine Line(DbDataReader r) => new(
        r.GetInt64(0), r.GetString(1), r.Long(2), r.Text(3), r.Int(4) is { } kind ? (AssetKind)kind : null, r.IsDBNull(5) ? null : $"{r.GetString(5)} {r.GetString(6)}",
        r.Text(7), r.Text(8), r.GetString(9), r.Text(10), r.Day(11), r.DayOrNone(12), CostSums.Ore(r.GetValue(13)));
}
