using System.Globalization;
using Assets.Core.Organisations;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

public sealed record CostPlace(int Id, string Code, string Name, OrganisationKind Kind, string Lineage);

/// <summary>
/// Whose costs are looked at: all that lies within reach, or the part of it below one organisation. What lies outside the reach is
/// in no selection, whatever an address says.
/// </summary>
public sealed class CostSelection
{
    private CostSelection(CostPlace? chosen, IReadOnlyList<CostPlace> above, IReadOnlyList<CostPlace> below, IReadOnlySet<int>? units, IReadOnlyDictionary<int, CostPlace> places)
    {
        Chosen = chosen;
        Above = above;
        Below = below;
        Units = units;
        Places = places;
        Key = units is null ? "*" : string.Join(',', units.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>None where several parts lie within reach and none of them is chosen.</summary>
    public CostPlace? Chosen { get; }

    /// <summary>From the top of the reach down to the parent.</summary>
    public IReadOnlyList<CostPlace> Above { get; }

    /// <summary>The next step down: what hangs directly below, or the tops of the reach.</summary>
    public IReadOnlyList<CostPlace> Below { get; }

    /// <summary>None for the whole installation.</summary>
    public IReadOnlySet<int>? Units { get; }

    public IReadOnlyDictionary<int, CostPlace> Places { get; }

    /// <summary>The same for the same units and no others: what is kept for one selection is never shown for another.</summary>
    internal string Key { get; }

    /// <returns>None where the organisation does not exist or lies outside the reach.</returns>
    public static CostSelection? Of(Database database, Reach reach, int? unit)
    {
        using var reading = PageReading.Begin(database);
        var places = reading.Rows(
            Query.Of("select id, code, name, kind, lineage from organisations order by name, id"),
            r => new CostPlace(r.GetInt32(0), r.GetString(1), r.GetString(2), (OrganisationKind)r.GetInt32(3), r.GetString(4)))
            .Where(place => reach.Covers(place.Id)).ToList();
        var byId = places.ToDictionary(place => place.Id);
        var tops = places.Where(place => ParentOf(place) is not { } parent || !byId.ContainsKey(parent)).ToList();
        if (unit is null && tops.Count == 1) unit = tops[0].Id;
        if (unit is null) return new CostSelection(null, [], tops, reach.IsEverywhere ? null : byId.Keys.ToHashSet(), byId);
        if (!byId.TryGetValue(unit.Value, out var chosen)) return null;
        var above = chosen.Lineage.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => byId.GetValueOrDefault(int.Parse(id, CultureInfo.InvariantCulture))).OfType<CostPlace>().Where(place => place != chosen).ToList();
        var within = places.Where(place => place.Lineage.StartsWith(chosen.Lineage, StringComparison.Ordinal)).ToList();
        return new CostSelection(
            chosen, above, [.. within.Where(place => ParentOf(place) == chosen.Id)], within.Count == places.Count && reach.IsEverywhere ? null : within.Select(place => place.Id).ToHashSet(), byId);
    }

    /// <summary>Which of <see cref="Below"/> a unit belongs to; none for the chosen organisation itself.</summary>
    public CostPlace? PartOf(int unitId) => Places.GetValueOrDefault(unitId) is { } place
        ? Below.FirstOrDefault(part => place.Lineage.StartsWith(part.Lineage, StringComparison.Ordinal))
        : null;

    public bool Covers(int unitId) => Units?.Contains(unitId) ?? true;

    internal Query Limit(Query query, string column) => Units is null ? query : query.Raw($" and {column} in ").Numbers(Units);

    private static int? ParentOf(CostPlace place)
    {
        var ids = place.Lineage.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return ids.Length < 2 ? null : int.Parse(ids[^2], CultureInfo.InvariantCulture);
    }
}
