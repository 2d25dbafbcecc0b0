using System.Data.Common;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Organisations;

/// <summary>Who is charged for each organisation: its legal entity or, inside the host entity, the administration.</summary>
internal sealed class Customers
{
    private readonly OrganisationTree tree;
    private readonly string host;
    private readonly Dictionary<int, string> codes;
    private readonly Dictionary<string, int> ids;
    private readonly Dictionary<int, (int Id, string Code)> found = [];

    private Customers(OrganisationTree tree, string host, Dictionary<int, string> codes)
    {
        this.tree = tree;
        this.host = host;
        this.codes = codes;
        ids = codes.ToDictionary(c => c.Value, c => c.Key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The organisation code of the host entity.</summary>
    public string Host => host;

    /// <summary>Reads the organisations; the host is the setting or, without one, the municipality that was imported first.</summary>
    /// <param name="belief">As they were known to hang together at that moment; none: as they are. Names are those of today, and the setting too.</param>
    /// <exception cref="DatabaseRefusedException">There is no host entity: the setting names none that exists, or there is no municipality.</exception>
    public static Customers Load(DbConnection connection, string? hostSetting, DateTimeOffset? belief = null)
    {
        var rows = connection.Rows(
            "select o.id, o.code, o.name, o.kind, p.code, o.org_number from organisations o left join organisations p on p.id = o.parent_id order by o.id",
            r => (Id: r.GetInt32(0), Row: new Organisation(
                r.GetString(1), r.GetString(2), (OrganisationKind)r.GetInt32(3), r.Text(4), OrgNumber.TryParse(r.Text(5), out var number) ? number : null)));
        if (belief is { } then) rows = Before(rows, LaterChanges.Of(connection, Subject.Organisation, then));
        var host = hostSetting is null
            ? rows.Select(r => r.Row).FirstOrDefault(o => o.Kind == OrganisationKind.Municipality)
            : rows.Select(r => r.Row).FirstOrDefault(o => o.Code.Equals(hostSetting.Trim(), StringComparison.OrdinalIgnoreCase));
        if (host is null)
        {
            throw new DatabaseRefusedException(hostSetting is null
                ? "No municipality has been imported, so that nobody can be charged. Import the organisations first."
                : $"The setting Assets:HostOrganisation names {hostSetting}, which is no organisation here. Correct it, or import the organisations.");
        }
        return new Customers(OrganisationTree.Build(rows.Select(r => r.Row), new List<Finding>()), host.Code, rows.ToDictionary(r => r.Id, r => r.Row.Code));
    }

    public (int Id, string Code) Of(int organisationId)
    {
        if (found.TryGetValue(organisationId, out var known)) return known;
        var customer = tree.CustomerOf(codes[organisationId], host);
        return found[organisationId] = (ids[customer.Code], customer.Code);
    }

    /// <summary>The administration of an organisation, in whichever municipality, with a name that says which; itself where it belongs to none.</summary>
    public (string Code, string Name) Administration(int organisationId)
    {
        var administration = tree.AdministrationOf(codes[organisationId]);
        var entity = tree.LegalEntityOf(administration.Code);
        return (administration.Code, entity == administration || entity.Code == host ? administration.Name : $"{administration.Name}, {entity.Name}");
    }

    // A unit whose payer has become another since was charged to the one that it had: what was closed then does not change by it.
    private static List<(int Id, Organisation Row)> Before(List<(int Id, Organisation Row)> rows, List<(long Id, IReadOnlyList<FieldChange> Changes)> later)
    {
        var known = rows.ToDictionary(row => (long)row.Id, row => row.Row);
        foreach (var (id, changes) in later)
        {
            if (!known.TryGetValue(id, out var organisation)) continue;
            known[id] = changes.Aggregate(organisation, (was, change) => change.Field switch
            {
                "parent_code" => was with { ParentCode = change.Before },
                "kind" => was with { Kind = OrganisationKinds.Vocabulary.TryParse(change.Before, out var kind) ? kind : was.Kind },
                _ => was,
            });
        }
        return rows.ConvertAll(row => (row.Id, known[row.Id]));
    }
}
