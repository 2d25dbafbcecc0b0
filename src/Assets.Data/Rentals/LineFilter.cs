using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What every listed line has to fulfil, with codes resolved to ids. A code that does not exist matches nothing.</summary>
internal sealed record LineFilter(string Key, IReadOnlyCollection<int>? UnitIds, int? CostCodeId, DateOnly? EndsBefore, LineRuns Runs, Reach Reach, DateOnly Today)
{
    public const string Columns = "l.id, l.code, l.code_key, l.contract_id, l.version, l.last_from_on, l.last_until_on, l.last_unit_id, l.last_cost_code_id, l.last_asset_id, l.last_rent";

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

    /// <summary>
    /// Lines as <c>l</c>, each with the last stretch that is seen of it under the names of the line's own last one. In a part of the
    /// organisation they come from two places: nearly all have their own last stretch there, which indexes know, and some went elsewhere after it.
    /// </summary>
    /// <param name="rest">What is said of either: conditions, each beginning with <c>and</c>, order and limit.</param>
    public Query FromEach(Query query, string columns, string joined, bool onlyTest, Action<Query> rest)
    {
        query.Raw($"select * from (select {columns} from contract_lines l{joined} where 1=1");
        if (!Reach.IsEverywhere) query.Raw(onlyTest ? " and +l.last_unit_id in " : " and l.last_unit_id in ").Numbers(Reach.Units);
        rest(query);
        query.Raw(") own");
        if (Reach.IsEverywhere) return query;
        query.Raw($" union all select * from (select {columns} from (");
        GoneElsewhere(query).Raw($") l{joined} where 1=1");
        rest(query);
        return query.Raw(") gone");
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

    private Query GoneElsewhere(Query query) => Within(query
        .Raw("""
            select l.id, l.code, l.code_key, l.contract_id, l.version, g.from_on as last_from_on, g.until_on as last_until_on, g.unit_id as last_unit_id,
              g.cost_code_id as last_cost_code_id, g.asset_id as last_asset_id, g.monthly_rent as last_rent
            from line_segments g join contract_lines l on l.id = g.line_id where g.until_on is not null
            """).Raw(" and g.unit_id in ").Numbers(Reach.Units).Raw(" and l.last_unit_id not in ").Numbers(Reach.Units)
        .Raw(" and g.from_on = (select max(x.from_on) from line_segments x where x.line_id = g.line_id")).Raw(")");

    private Query Stretch(Query query) => Within(query.Add($"select 1 from line_segments x where x.line_id = l.id and x.from_on <= {Today}"));

    private Query Within(Query query) => Reach.IsEverywhere ? query : query.Raw(" and x.unit_id in ").Numbers(Reach.Units);
}
