using Assets.Core.Values;

namespace Assets.Core.Organisations;

public sealed partial class OrganisationTree
{
    /// <summary>The same code twice: the second is left out.</summary>
    public const string DuplicateCode = "duplicate_organisation";

    /// <summary>The parent is not there, or was itself left out.</summary>
    public const string UnknownParent = "unknown_parent";

    /// <summary>An administration in a company, a municipality in anything, a unit in nothing.</summary>
    public const string WrongParent = "wrong_parent";

    /// <summary>It is its own ancestor.</summary>
    public const string Cycle = "organisation_cycle";

    /// <summary>A legal entity without an organisation number, which cannot be invoiced. It stays in the tree.</summary>
    public const string MissingOrgNumber = "missing_org_number";

    /// <summary>Makes the tree of what hangs together, in any order of rows. One bad row never hides the others.</summary>
    /// <param name="findings">Receives one finding for each row that is left out, by code, and one for each missing number.</param>
    public static OrganisationTree Build(IEnumerable<Organisation> rows, List<Finding> findings)
    {
        var byCode = new Dictionary<string, Organisation>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (!byCode.TryAdd(row.Code, row)) findings.Add(new Finding(DuplicateCode, Severity.Stop, row.Code, row.Name));
        }

        var nodes = new Dictionary<string, Node>(byCode.Count, StringComparer.OrdinalIgnoreCase);
        var refused = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in byCode.Values.OrderBy(row => row.Code, CodePointOrder.Instance)) Place(row, byCode, nodes, refused, findings);

        // An ancestor may have been placed out of turn, on the climb of its first descendant. Sorted once: a place for each on its own would
        // make a parent of many children walk all of them again for each.
        foreach (var node in nodes.Values) node.Children.Sort(static (a, b) => CodePointOrder.Instance.Compare(a.Organisation.Code, b.Organisation.Code));
        return new OrganisationTree(nodes);
    }

    // Climbs to the first ancestor that is already decided, then comes down again deciding each; a row met twice on the way up closes a circle.
    private static void Place(
        Organisation row, Dictionary<string, Organisation> byCode, Dictionary<string, Node> nodes, HashSet<string> refused, List<Finding> findings)
    {
        var climb = new List<Organisation>();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = row; at is not null && !nodes.ContainsKey(at.Code) && !refused.Contains(at.Code); at = at.ParentCode is null ? null : byCode.GetValueOrDefault(at.ParentCode))
        {
            if (!places.TryAdd(at.Code, climb.Count))
            {
                var met = places[at.Code];
                foreach (var inCircle in climb.Skip(met)) Refuse(Cycle, inCircle, refused, findings);
                climb.RemoveRange(met, climb.Count - met);
                break;
            }
            climb.Add(at);
        }
        for (var i = climb.Count - 1; i >= 0; i--) Decide(climb[i], nodes, refused, findings);
    }

    private static void Decide(Organisation row, Dictionary<string, Node> nodes, HashSet<string> refused, List<Finding> findings)
    {
        var parent = row.ParentCode is null ? null : nodes.GetValueOrDefault(row.ParentCode);
        if (row.ParentCode is not null && parent is null)
        {
            Refuse(UnknownParent, row, refused, findings);
            return;
        }
        if (!OrganisationKinds.MayBelongTo(row.Kind, parent?.Organisation.Kind))
        {
            Refuse(WrongParent, row, refused, findings);
            return;
        }
        if (row.IsLegalEntity && row.Number is null) findings.Add(new Finding(MissingOrgNumber, Severity.Note, row.Code, row.Name));

        var node = new Node(row, parent);
        nodes.Add(row.Code, node);
        parent?.Children.Add(node);
    }

    private static void Refuse(string code, Organisation row, HashSet<string> refused, List<Finding> findings)
    {
        refused.Add(row.Code);
        findings.Add(new Finding(code, Severity.Stop, row.Code, row.ParentCode ?? ""));
    }
}
