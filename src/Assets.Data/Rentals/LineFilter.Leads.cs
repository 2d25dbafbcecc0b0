using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>What leads the database to the rows: all else that is asked for is only tested on them.</summary>
internal enum LineLead
{
    /// <summary>Whatever the database chooses.</summary>
    Any = 0,

    /// <summary>The index of the order is walked.</summary>
    Order = 1,
    Term = 2,
    Unit = 3,
    CostCode = 4,
    Start = 5,
    End = 6,
}

// By which of its conditions a database had best find the rows.
internal sealed partial record LineFilter
{
    /// <summary>What is asked for that an index of its own knows.</summary>
    public IEnumerable<LineLead> Leads
    {
        get
        {
            if (Key.Length > 0 && AssetIds is not null) yield return LineLead.Term;
            if (UnitIds is not null) yield return LineLead.Unit;
            if (CostCodeId is not null) yield return LineLead.CostCode;
            if (Runs == LineRuns.Later) yield return LineLead.Start;
            if (EndsBefore is not null) yield return LineLead.End;
        }
    }

    /// <summary>How many lines an index of its own finds by one of the conditions, at most so many.</summary>
    public Query Count(LineLead lead, long most)
    {
        var query = Query.Of("select count(*) from (select 1 from contract_lines l where 1=1");
        switch (lead)
        {
            case LineLead.Term: OfTerm(query, "", TermPlace.Anywhere); break;
            case LineLead.Unit: ByUnit(query, lead); break;
            case LineLead.CostCode: ByCostCode(query, lead); break;
            case LineLead.Start: ByStart(query, lead); break;
            case LineLead.End: ByEnd(query, lead); break;
            default: throw new ArgumentOutOfRangeException(nameof(lead));
        }
        return query.Add($" limit {most}) f");
    }

    // A condition on an expression is in no index: SQLite, which knows of no numbers of rows, takes the index that leads.
    private static string Plus(LineLead lead, LineLead? own) => lead == LineLead.Any || lead == own ? "" : "+";

    private void ByUnit(Query query, LineLead lead)
    {
        if (OfNobody) query.Raw(" and l.last_unit_id is null");
        if (UnitIds is null) return;
        query.Raw($" and {Plus(lead, LineLead.Unit)}l.last_unit_id ");
        if (UnitIds.Count == 1) query.Raw("= ").Add($"{UnitIds.First()}"); // then an index has them in the order of their numbers too
        else query.Raw("in ").Numbers(UnitIds);
    }

    private void ByCostCode(Query query, LineLead lead)
    {
        if (CostCodeId is { } code) query.Raw($" and {Plus(lead, LineLead.CostCode)}l.last_cost_code_id = ").Add($"{code}");
    }

    private void ByStart(Query query, LineLead lead) => query.Raw($" and {Plus(lead, LineLead.Start)}l.last_from_on > ").Add($"{Today}");

    private void ByEnd(Query query, LineLead lead)
    {
        if (EndsBefore is { } day) query.Raw($" and {Plus(lead, LineLead.End)}l.last_until_on <= ").Add($"{day}");
        if (Runs == LineRuns.Now) query.Raw($" and {Plus(lead, LineLead.End)}l.last_until_on > ").Add($"{Today}");
    }
}
