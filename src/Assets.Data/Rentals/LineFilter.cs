using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>Where a line may have the term.</summary>
internal enum TermPlace
{
    Anywhere = 0,
    Code = 1,
    Asset = 2,
}

/// <summary>What every listed line has to fulfil, with codes resolved to ids. A code that does not exist matches nothing.</summary>
/// <param name="AssetIds">The assets whose tags begin with the term; none where they are too many to be named.</param>
/// <param name="UnitIds">Who may pay, within reach; none: everybody.</param>
internal sealed partial record LineFilter(string Key, IReadOnlyCollection<long>? AssetIds, IReadOnlyCollection<int>? UnitIds, int? CostCodeId, DateOnly? EndsBefore, LineRuns Runs, Reach Reach, DateOnly Today)
{
    public const string Columns = "l.id, l.code, l.code_key, l.contract_id, l.version, l.last_from_on, l.last_until_on, l.last_unit_id, l.last_cost_code_id, l.last_asset_id, l.last_rent";

    /// <summary>Only lines that were never anybody's.</summary>
    public bool OfNobody { get; init; }

    /// <summary>The places of which each is looked up by an index of its own.</summary>
    public IReadOnlyList<TermPlace> Places => Key.Length == 0 ? [TermPlace.Anywhere] : AssetIds is { Count: 0 } ? [TermPlace.Code] : [TermPlace.Code, TermPlace.Asset];

    public static LineFilter Resolve(PageReading reading, LineQuery query, UnitCustomers customers, Reach reach, DateOnly today)
    {
        IEnumerable<int>? units = query.Unit is null ? null : CodeOrName.Subtree(reading, query.Unit);
        if (query.Customer is { } customer) units = units?.Intersect(customers.UnitsOf(customer)) ?? customers.UnitsOf(customer);
        if (!reach.IsEverywhere) units = units?.Where(reach.Covers) ?? reach.Units;
        var key = Keys.Fold(query.Term);
        var assets = key.Length == 0 ? [] : reading.Rows(new Query().Add($"select id from assets where tag_key >= {key} and tag_key < {After(key)} limit {LineList.CountedTo + 1}"), r => r.GetInt64(0));
        return new LineFilter(
            key,
            assets.Count > LineList.CountedTo ? null : assets,
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
    public Query FromEach(Query query, string columns, string joined, LineLead lead, Action<Query> rest)
    {
        query.Raw($"select * from (select {columns} from contract_lines l{joined} where 1=1");
        ByUnit(query, lead);
        rest(query);
        query.Raw(") own");
        if (Reach.IsEverywhere) return query;
        query.Raw($" union all select * from (select {columns} from (");
        GoneElsewhere(query).Raw($") l{joined} where 1=1");
        rest(query);
        return query.Raw(") gone");
    }

    /// <summary>The conditions on <c>l</c> but that of its unit, each beginning with <c>and</c>.</summary>
    public void Write(Query query, LineLead lead, TermPlace place = TermPlace.Anywhere)
    {
        if (Key.Length > 0) OfTerm(query, Plus(lead, LineLead.Term), place);
        ByCostCode(query, lead);
        ByEnd(query, lead);
        switch (Runs)
        {
            case LineRuns.Now:
                query.Raw(" and (l.last_from_on <= ").Add($"{Today} or exists (");
                Stretch(query).Add($" and x.until_on > {Today}))");
                break;
            case LineRuns.NotNow:
                var plus = Plus(lead, null);
                query.Raw($" and ({plus}l.last_until_on <= ").Add($"{Today} or ").Raw($"{plus}l.last_from_on > ").Add($"{Today}) and not exists (");
                Stretch(query).Add($" and (x.until_on is null or x.until_on > {Today}))");
                break;
            case LineRuns.Later:
                ByStart(query, lead);
                query.Raw(" and l.last_until_on > l.last_from_on and not exists (");
                Stretch(query).Raw(")");
                break;
        }
    }

    private void OfTerm(Query query, string plus, TermPlace place)
    {
        query.Raw(" and (");
        if (place != TermPlace.Asset) query.Raw($"{plus}l.code_key >= ").Add($"{Key} and ").Raw($"{plus}l.code_key < ").Add($"{After(Key)}");
        if (place == TermPlace.Anywhere) query.Raw(" or ");
        if (place != TermPlace.Code) OfAsset(query, plus);
        query.Raw(")");
    }

    // Of a line without stretches the asset is found by what it had. Where very many assets are meant, each line is asked for its own.
    private void OfAsset(Query query, string plus)
    {
        if (AssetIds is { } ids)
        {
            Within(query.Raw($"{plus}l.id in (select x.line_id from line_segments x where x.asset_id in ").Numbers(ids))
                .Raw(" union all select y.id from contract_lines y where y.last_until_on = y.last_from_on and y.last_asset_id in ").Numbers(ids).Raw(")");
            return;
        }
        Within(query.Add($"exists (select 1 from line_segments x join assets b on b.id = x.asset_id where x.line_id = l.id and b.tag_key >= {Key} and b.tag_key < {After(Key)}"))
            .Add($") or (l.last_until_on = l.last_from_on and exists (select 1 from assets b where b.id = l.last_asset_id and b.tag_key >= {Key} and b.tag_key < {After(Key)}))");
    }

    private static string After(string key) => key + "\U0010FFFF";

    private Query GoneElsewhere(Query query) => Within(query
        .Raw("""
            select l.id, l.code, l.code_key, l.contract_id, l.version, g.from_on as last_from_on, g.until_on as last_until_on, g.unit_id as last_unit_id,
              g.cost_code_id as last_cost_code_id, g.asset_id as last_asset_id, g.monthly_rent as last_rent
            from line_segments g join contract_lines l on l.id = g.line_id where g.until_on is not null
            """).Raw(" and g.unit_id in ").Numbers(UnitIds ?? Reach.Units).Raw(" and l.last_unit_id not in ").Numbers(Reach.Units)
        .Raw(" and g.from_on = (select max(x.from_on) from line_segments x where x.line_id = g.line_id")).Raw(")");

    private Query Stretch(Query query) => Within(query.Add($"select 1 from line_segments x where x.line_id = l.id and x.from_on <= {Today}"));

    private Query Within(Query query) => Reach.IsEverywhere ? query : query.Raw(" and x.unit_id in ").Numbers(Reach.Units);
}
