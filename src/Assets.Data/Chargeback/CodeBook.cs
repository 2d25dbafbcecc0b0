using Assets.Core.Organisations;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>
/// From the codes that facts are written in to the numbers that the database keeps, and back: units with the customers that pay for
/// them, cost codes with their validity. Some thousands of rows, read once a run; assets, which are many, are asked for one by one.
/// </summary>
internal sealed class CodeBook : IDisposable
{
    private readonly Dictionary<string, int> unitIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Unit> units = [];
    private readonly Dictionary<string, int> costCodeIds = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CostCode> costCodes = [];
    private readonly Dictionary<long, string> tags = [];
    private readonly Reading reading;
    private readonly BulkRead assets;

    private CodeBook(Reading reading)
    {
        this.reading = reading;
        assets = reading.Query("select tag from assets where id = @p0");
    }

    /// <exception cref="DatabaseRefusedException">The setting names a host entity that is not in the register.</exception>
    public static CodeBook Read(Reading reading, string? hostCode)
    {
        var book = new CodeBook(reading);
        var rows = reading.Connection.Rows(
            "select o.id, o.code, o.name, o.kind, p.code, o.org_number from organisations o left join organisations p on p.id = o.parent_id order by o.id",
            r => (Id: r.GetInt32(0), Organisation: new Organisation(
                r.GetString(1), r.GetString(2), (OrganisationKind)r.GetInt32(3), r.Text(4), OrgNumber.TryParse(r.Text(5), out var number) ? number : null)));
        var ids = rows.ToDictionary(row => row.Organisation.Code, row => row.Id, StringComparer.OrdinalIgnoreCase);
        var host = HostOf(rows.ConvertAll(row => row.Organisation), hostCode);
        var tree = OrganisationTree.Build(rows.Select(row => row.Organisation), []);
        foreach (var (id, organisation) in rows)
        {
            var customer = CustomerOf(tree, organisation, host);
            book.unitIds.Add(organisation.Code, id);
            book.units.Add(id, new Unit(organisation.Code, ids[customer], customer));
        }
        foreach (var code in reading.Connection.Rows(
            "select id, code, valid_from, valid_until from cost_codes",
            r => (Id: r.GetInt32(0), Code: new CostCode(r.GetString(1), r.DayOrNone(2), r.DayOrNone(3)))))
        {
            book.costCodeIds.Add(code.Code.Code, code.Id);
            book.costCodes.Add(code.Id, code.Code);
        }
        return book;
    }

    /// <exception cref="KeyNotFoundException">A stored line names a unit that the register does not have under this very name.</exception>
    public int UnitId(string code) =>
        unitIds.TryGetValue(code, out var id) ? id : throw new KeyNotFoundException($"A contract line names the unit '{code}', which the register does not know.");

    /// <returns>None for the empty code, which is a missing one.</returns>
    public int? CostCodeId(string code)
    {
        if (code.Length == 0) return null;
        return costCodeIds.TryGetValue(code, out var id) ? id : throw new KeyNotFoundException($"A contract line names the cost code '{code}', which the register does not know.");
    }

    public string UnitCode(int id) => units[id].Code;

    public string CostCodeOf(int? id) => id is { } known ? costCodes[known].Code : "";

    public int CustomerId(int unitId) => units[unitId].CustomerId;

    public int OrganisationId(string code) => unitIds[code];

    /// <summary>The customer's code, for a unit's.</summary>
    public string CustomerCode(string unitCode) => units[unitIds[unitCode]].Customer;

    /// <summary>True where the code is valid on every day from <paramref name="from"/> up to but not including <paramref name="until"/>.</summary>
    public bool IsValid(int costCodeId, DateOnly from, DateOnly until)
    {
        var code = costCodes[costCodeId];
        return (code.ValidFrom is not { } first || first <= from) && (code.ValidUntil is not { } end || until <= end);
    }

    public string? Tag(long? assetId)
    {
        if (assetId is not { } id) return null;
        if (tags.TryGetValue(id, out var known)) return known;
        assets.Run(id);
        var tag = assets.Next() ? assets.Text(0) : throw new KeyNotFoundException($"A charge names asset number {id}, which the register does not have.");
        tags.Add(id, tag);
        return tag;
    }

    /// <summary>Reads the whole register where need be: only for the odd fee for an asset that no segment of its line names any more.</summary>
    public long AssetId(string tag) => reading.Connection.Scalar("select id from assets where tag = @p0", tag) is { } id
        ? Convert.ToInt64(id, System.Globalization.CultureInfo.InvariantCulture)
        : throw new KeyNotFoundException($"A contract line names the asset '{tag}', which the register does not know.");

    public void Dispose() => assets.Dispose();

    private static string? HostOf(List<Organisation> organisations, string? setting)
    {
        if (setting is null) return organisations.Find(o => o.Kind == OrganisationKind.Municipality)?.Code;
        return organisations.Find(o => string.Equals(o.Code, setting.Trim(), StringComparison.OrdinalIgnoreCase))?.Code
            ?? throw new DatabaseRefusedException($"The setting Assets:HostOrganisation names '{setting}', which is not in the register. Correct it to the org_code of the entity that owns the hardware, or import the organisations first.");
    }

    // An organisation that does not hang together is its own customer: the month is calculated all the same, and the register shows it.
    private static string CustomerOf(OrganisationTree tree, Organisation organisation, string? host)
    {
        if (!tree.TryFind(organisation.Code, out _)) return organisation.Code;
        return host is not null && tree.TryFind(host, out _) ? tree.CustomerOf(organisation.Code, host).Code : tree.LegalEntityOf(organisation.Code).Code;
    }

    private sealed record Unit(string Code, int CustomerId, string Customer);

    private sealed record CostCode(string Code, DateOnly? ValidFrom, DateOnly? ValidUntil);
}
