using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A site as the basket's list of suggestions offers it.</summary>
public sealed record SiteSuggestion(string Code, string Name)
{
    /// <summary>What stands in the field once it is chosen: <c>L1 · Björkvägen 4</c>.</summary>
    public string Text => $"{Code} · {Name}";
}

/// <summary>A cost code as it is checked while it is typed; both days are inside.</summary>
public sealed record CostCodeSuggestion(string Code, string Name, bool IsOfUnit, DateOnly? ValidFrom, DateOnly? ValidUntil)
{
    public bool HoldsOn(DateOnly day) => (ValidFrom is not { } from || day >= from) && (ValidUntil is not { } until || day <= until);
}

/// <summary>What a basket's fields suggest while they are typed in.</summary>
public static class BasketFinder
{
    private const int Suggested = 20;

    /// <summary>Sites whose code begins with the words or whose name holds them.</summary>
    public static IReadOnlyList<SiteSuggestion> Sites(Database database, string words)
    {
        using var reading = PageReading.Begin(database);
        var query = Query.Of("select code, name from sites where 1=1");
        foreach (var word in words.Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var key = Keys.Fold(word);
            query.Add($" and (code_key like {InCapitals.Beginning(key)} escape '!' or ").Raw(InCapitals.Of("name")).Add($" like {InCapitals.Holding(key)} escape '!')");
        }
        return reading.Rows(query.Add($" order by name, code_key limit {Suggested}"), r => new SiteSuggestion(r.GetString(0), r.GetString(1)));
    }

    /// <summary>The unit's own cost codes, those of the units above it among them.</summary>
    public static IReadOnlyList<CostCodeSuggestion> CostCodes(Database database, int unitId)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select c.code, c.name, c.valid_from, c.valid_until from organisations o join organisations above on substr(o.lineage, 1, length(above.lineage)) = above.lineage join cost_codes c on c.unit_id = above.id where o.id = {unitId} order by length(above.lineage) desc, c.code limit 100"),
            r => new CostCodeSuggestion(r.GetString(0), r.GetString(1), true, r.DayOrNone(2), r.DayOrNone(3)?.AddDays(-1)));
    }

    /// <summary>The cost code that is written so, whosever it is; its name only where it is the unit's.</summary>
    public static CostCodeSuggestion? CostCode(Database database, string code, int unitId)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(
            new Query().Add($"select c.code, c.name, c.valid_from, c.valid_until, (select count(*) from organisations o join organisations above on substr(o.lineage, 1, length(above.lineage)) = above.lineage where o.id = {unitId} and above.id = c.unit_id) from cost_codes c where c.code_key = {Keys.Fold(code)}"),
            r => new CostCodeSuggestion(r.GetString(0), r.GetString(1), r.GetInt32(4) > 0, r.DayOrNone(2), r.DayOrNone(3)?.AddDays(-1)));
    }
}
