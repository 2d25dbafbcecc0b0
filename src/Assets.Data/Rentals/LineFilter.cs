using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What every listed line has to fulfil, with codes resolved to ids. A code that does not exist matches nothing.</summary>
internal sealed record LineFilter(string Key, IReadOnlyCollection<int>? UnitIds, int? CostCodeId, DateOnly? EndsBefore, LineRuns Runs, Reach Reach, DateOnly Today)
{
    private const string Columns = "l.id, l.code, l.code_key, l.contract_id, l.version";

    public static LineFilter Resolve(PageReading reading, LineQuery query, UnitCustomers customers, Reach reach, DateOnly today)
    {
        IEnumerable<int>? units = query.Unit is null ? null : CodeOrName.Subtree(reading, query.Unit);
        if (query.Customer is { } customer) units = units?.Intersect(customers.UnitsOf(customer)) ?? customers.UnitsOf(customer);
        return new LineFilter(
            Keys.Fold(query.Term),
            units?.ToList(),
            query.CostCode is null ? null : reading.Number(new Query().Add($"select id from cost_codes where code_key = {Keys.Fold(query.CostCode)}")) is var code and not 0 ? (int)code : -1,
            query.EndsBefore,
            query.Runs,
            reach,
            today);
    }

    /// <summary>The lines as <c>l</c>, each with the last stretch that is seen of it: of a part of the organisation that may be another one than the line's own last, under the same names.</summary>
    public Query From(Query query)
    {
        if (Reach.IsEverywhere) return query.Raw(" from contract_lines l");
        query.Raw($" from (select {Columns}, g.from_on as last_from_on, coalesce(g.until_on, 99991231) as last_until_on, g.unit_id as last_unit_id, g.cost_code_id as last_cost_code_id, g.asset_id as last_asset_id, g.monthly_rent as last_rent");
        query.Raw(" from line_segments g join contract_lines l on l.id = g.line_id where g.unit_id in ").Numbers(Reach.Units);
        query.Raw(" and g.from_on = (select max(x.from_on) from line_segments x where x.line_id = g.line_id");
        Within(query).Raw($") union all select {Columns}, l.last_from_on, l.last_until_on, l.last_unit_id, l.last_cost_code_id, l.last_asset_id, l.last_rent");
        return query.Raw(" from contract_lines l where l.last_until_on = l.last_from_on and l.last_unit_id in ").Numbers(Reach.Units).Raw(") l");
    }

    /// <summary>The conditions on <c>l</c>, each beginning with <c>and</c>.</summary>
    /// <param name="onlyTest">Rows come in an order that an index keeps: no condition may lead SQLite to another index, after which all would have to be sorted.</param>
    public void Write(Query query, bool onlyTest)
    {
        var plus = onlyTest ? "+" : "";
        if (Key.Length > 0) OfTerm(query, plus);
        if (UnitIds is not null) query.Raw($" and {plus}l.last_unit_id in ").Numbers(UnitIds);
        if (CostCodeId is { } code) query.Raw($" and {plus}l.last_cost_code_id = ").Add($"{code}");
        if (EndsBefore is { } day) query.Raw($" and {plus}l.last_until_on <= ").Add($"{day}");
        switch (Runs)
        {
            case LineRuns.Now:
                query.Raw($" and {plus}l.last_until_on > ").Add($"{Today} and (l.last_from_on <= {Today} or exists (");
                Stretch(query).Add($" and x.until_on > {Today}))");
                break;
            case LineRuns.NotNow:
                query.Raw($" and ({plus}l.last_until_on <= ").Add($"{Today} or ").Raw($"{plus}l.last_from_on > ").Add($"{Today}) and not exists (");
                Stretch(query).Add($" and (x.until_on is null or x.until_on > {Today}))");
                break;
            case LineRuns.Later:
                query.Raw($" and {plus}l.last_from_on > ").Add($"{Today} and not exists (");
                Stretch(query).Raw(")");
                break;
        }
    }

    // Of a line without stretches the asset is found by what it had.
    private void OfTerm(Query query, string plus)
    {
        var after = Key + "\U0010FFFF";
        query.Raw($" and ({plus}l.code_key >= ").Add($"{Key} and ").Raw($"{plus}l.code_key < ").Add($"{after} or ").Raw($"{plus}l.id in (").Add($"select x.line_id from assets b join line_segments x on x.asset_id = b.id where b.tag_key >= {Key} and b.tag_key < {after}");
        Within(query).Add($" union all select y.id from contract_lines y join assets b on b.id = y.last_asset_id where y.last_until_on = y.last_from_on and b.tag_key >= {Key} and b.tag_key < {after}))");
    }

    private Query Stretch(Query query) => Within(query.Add($"select 1 from line_segments x where x.line_id = l.id and x.from_on <= {Today}"));

    private Query Within(Query query) => Reach.IsEverywhere ? query : query.Raw(" and x.unit_id in ").Numbers(Reach.Units);
}
