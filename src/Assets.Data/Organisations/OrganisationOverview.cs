using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Organisations;

/// <summary>One organisation in the tree, with what it and everything below it rents today.</summary>
public sealed record OrganisationNode(int Id, string Code, string Name, OrganisationKind Kind, int? ParentId, string? OrgNumber, string Lineage)
{
    public int Depth => Lineage.Count(c => c == '/') - 2;

    public long Lines { get; set; }

    public Money MonthlyRent { get; set; }

    /// <summary>The last day of one that ends or has ended.</summary>
    public DateOnly? LastDay { get; init; }
}

public sealed record CostCodeFacts(int Id, string Code, string Name, DateOnly? ValidFrom, DateOnly? ValidUntil);

public sealed class OrganisationOverview(Database database, CostMemory memory, TimeProvider clock)
{
    /// <summary>The whole tree within reach, in the order of a printed one: each below its parent, by name. What is rented is not added up.</summary>
    public IReadOnlyList<OrganisationNode> Tree(Reach reach)
    {
        using var reading = PageReading.Begin(database);
        return Nodes(reading, reach);
    }

    /// <summary>The same, with what each and all below it rent today.</summary>
    public IReadOnlyList<OrganisationNode> TreeWithRents(Reach reach)
    {
        using var reading = PageReading.Begin(database);
        var nodes = Nodes(reading, reach);
        var byId = nodes.ToDictionary(n => n.Id);
        foreach (var (unit, running) in RunningRent.ByUnit(reading, memory, reach, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)))
        {
            for (var node = byId.GetValueOrDefault(unit); node is not null; node = node.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null)
            {
                node.Lines += running.Lines;
                node.MonthlyRent += running.Rent;
            }
        }
        return nodes;
    }

    private static List<OrganisationNode> Nodes(PageReading reading, Reach reach)
    {
        var nodes = reading.Rows(
            Query.Of("select id, code, name, kind, parent_id, org_number, lineage, valid_until from organisations order by name, id"),
            r => new OrganisationNode(r.GetInt32(0), r.GetString(1), r.GetString(2), (OrganisationKind)r.GetInt32(3), r.Int(4), r.Text(5), r.GetString(6)) { LastDay = r.DayOrNone(7)?.AddDays(-1) });
        var children = nodes.Where(n => reach.Covers(n.Id)).ToLookup(n => n.ParentId is { } parent && reach.Covers(parent) ? parent : 0);
        var ordered = new List<OrganisationNode>(nodes.Count);
        void Add(int parent)
        {
            foreach (var node in children[parent])
            {
                ordered.Add(node);
                Add(node.Id);
            }
        }
        Add(0);
        return ordered;
    }

    /// <summary>Where a unit lies in the tree; none where it is not there.</summary>
    public string? LineageOf(int unitId)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(new Query().Add($"select lineage from organisations where id = {unitId}"), r => r.GetString(0));
    }

    public IReadOnlyList<CostCodeFacts> CostCodes(int unitId)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(
            new Query().Add($"select id, code, name, valid_from, valid_until from cost_codes where unit_id = {unitId} order by code"),
            r => new CostCodeFacts(r.GetInt32(0), r.GetString(1), r.GetString(2), r.DayOrNone(3), r.DayOrNone(4)));
    }
}
