using Assets.Core.Organisations;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Ordering;

/// <summary>A unit that somebody orders for, and what it belongs to.</summary>
public sealed record OrderingUnit(int Id, string Code, string Name, string Parent)
{
    /// <summary>The units within reach that go on, by what they belong to and by name: those that have cost codes of their own, or nothing below them.</summary>
    public static IReadOnlyList<OrderingUnit> Within(Database database, Reach reach, DateOnly today)
    {
        if (reach.IsNowhere) return [];
        using var reading = PageReading.Begin(database);
        return Within(reading, reach, today);
    }

    internal static IReadOnlyList<OrderingUnit> Within(PageReading reading, Reach reach, DateOnly today)
    {
        var query = new Query().Add($"select o.id, o.code, o.name, coalesce(p.name, '') from organisations o left join organisations p on p.id = o.parent_id where (o.kind = {OrganisationKind.Unit} or exists (select 1 from cost_codes c where c.unit_id = o.id)) and (o.valid_until is null or o.valid_until > {today})");
        if (!reach.IsEverywhere) query.Raw(" and o.id in ").Numbers(reach.Units);
        return reading.Rows(query.Raw(" order by 4, o.name, o.id"), r => new OrderingUnit(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3)));
    }

    /// <summary>The codes of a unit and of all above it, nearest first: what the rulebook's lists of who may order are held against.</summary>
    internal static IReadOnlyList<string> PathOf(PageReading reading, int unitId) => reading.Rows(
        new Query().Add($"select above.code from organisations o join organisations above on substr(o.lineage, 1, length(above.lineage)) = above.lineage where o.id = {unitId} order by length(above.lineage) desc"),
        r => r.GetString(0));
}
