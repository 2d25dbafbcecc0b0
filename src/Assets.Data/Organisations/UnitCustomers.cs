using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Access;
using Assets.Data.Storage;

namespace Assets.Data.Organisations;

/// <summary>Who is charged for each unit today: its legal entity or, inside the host entity, its administration. A line that has moved keeps its contract, and is charged to the customer of its unit.</summary>
internal sealed class UnitCustomers
{
    private readonly Dictionary<int, NamedCode> customers;

    private UnitCustomers(Dictionary<int, NamedCode> customers) => this.customers = customers;

    /// <param name="host">The code of the host entity; none: the municipality that came first. Where there is neither, nobody is known.</param>
    public static UnitCustomers Read(PageReading reading, string? host)
    {
        var rows = reading.Rows(
            Query.Of("select o.id, o.code, o.name, o.kind, p.code, o.org_number from organisations o left join organisations p on p.id = o.parent_id order by o.id"),
            r => (Id: r.GetInt32(0), Row: new Organisation(r.GetString(1), r.GetString(2), (OrganisationKind)r.GetInt32(3), r.Text(4), OrgNumber.TryParse(r.Text(5), out var number) ? number : null)));
        var entity = host is null ? rows.Find(r => r.Row.Kind == OrganisationKind.Municipality).Row : rows.Find(r => r.Row.Code.Equals(host.Trim(), StringComparison.OrdinalIgnoreCase)).Row;
        if (entity is null) return new UnitCustomers([]);
        var tree = OrganisationTree.Build(rows.Select(r => r.Row), new List<Finding>());
        return new UnitCustomers(rows.Where(r => tree.TryFind(r.Row.Code, out _) && tree.TryFind(entity.Code, out _)).ToDictionary(r => r.Id, r => Named(tree.CustomerOf(r.Row.Code, entity.Code))));
    }

    public NamedCode? Of(int unitId) => customers.GetValueOrDefault(unitId);

    /// <summary>Those of the units within reach, by name: to choose from.</summary>
    public IReadOnlyList<NamedCode> Within(Reach reach) =>
        [.. customers.Where(unit => reach.Covers(unit.Key)).Select(unit => unit.Value).Distinct().OrderBy(customer => customer.Name, StringComparer.Ordinal).ThenBy(customer => customer.Code, StringComparer.Ordinal)];

    /// <summary>The units that are charged to what is called so.</summary>
    public IEnumerable<int> UnitsOf(string typed)
    {
        var key = Keys.Fold(typed);
        var coded = customers.Where(unit => Keys.Fold(unit.Value.Code) == key).Select(unit => unit.Key).ToList();
        return coded.Count > 0 ? coded : customers.Where(unit => Keys.Fold(unit.Value.Name) == key).Select(unit => unit.Key);
    }

    private static NamedCode Named(Organisation customer) => new(customer.Code, customer.Name);
}
