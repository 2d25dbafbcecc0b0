using System.Data.Common;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Organisations;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>One organisation, cost code, site, supplier or model as a form shows it: texts by the names that files and the history use.</summary>
/// <param name="UnitId">The organisation that it is or belongs to; none for what is everybody's.</param>
public sealed record RegisterRecord(RegisterKind Kind, int Id, string Name, int? UnitId, long ChangeSetId, IReadOnlyDictionary<string, string?> Fields)
{
    public string Code => Fields[FieldsOf(Kind)[0]]!;

    /// <summary>In the order in which a form asks for them, the code first.</summary>
    public static IReadOnlyList<string> FieldsOf(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => ["org_code", "name", "kind", "parent_code", "org_number", "valid_to"],
        RegisterKind.CostCode => ["cost_code", "name", "unit_code", "valid_from", "valid_to"],
        RegisterKind.Site => ["site_code", "name", "municipality_code", "postcode", "connection", "latitude", "longitude"],
        RegisterKind.Supplier => ["supplier_code", "name", "org_number"],
        RegisterKind.Model => ["model_code", "kind", "vendor", "model", "list_price", "life_months", "end_of_life"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static RegisterRecord? Find(Database database, RegisterKind kind, int id)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(Query.Of(Select(kind)).Add($" where r.id = {id}"), r =>
        {
            var fields = FieldsOf(kind).Zip(Values(kind, r)).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
            return new RegisterRecord(kind, r.GetInt32(0), kind == RegisterKind.Model ? $"{fields["vendor"]} {fields["model"]}" : fields["name"]!, r.Int(1), r.GetInt64(2), fields);
        });
    }

    public RecordHistory History(Database database)
    {
        using var reading = PageReading.Begin(database);
        return RecordHistory.Of(reading, SubjectOf(Kind), Id);
    }

    /// <summary>How many assets there are of a model, at a site or from a supplier.</summary>
    public long Assets(Database database)
    {
        var column = Kind switch { RegisterKind.Model => "model_id", RegisterKind.Site => "site_id", RegisterKind.Supplier => "supplier_id", _ => throw new InvalidOperationException("No asset names it.") };
        using var reading = PageReading.Begin(database);
        return reading.Number(Query.Of("select count(*) from assets where ").Raw(column).Add($" = {Id}"));
    }

    /// <summary>The makers that models have, for choosing one.</summary>
    public static IReadOnlyList<string> Vendors(Database database)
    {
        using var reading = PageReading.Begin(database);
        return reading.Rows(Query.Of("select distinct vendor from models order by vendor"), r => r.GetString(0));
    }

    private static string Select(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => "select r.id, r.id, r.change_set_id, r.code, r.name, r.kind, p.code, r.org_number, r.valid_until from organisations r left join organisations p on p.id = r.parent_id",
        RegisterKind.CostCode => "select r.id, r.unit_id, r.change_set_id, r.code, r.name, u.code, r.valid_from, r.valid_until from cost_codes r join organisations u on u.id = r.unit_id",
        RegisterKind.Site => "select r.id, null, r.change_set_id, r.code, r.name, m.code, r.postcode, r.connection, r.latitude, r.longitude from sites r left join organisations m on m.id = r.municipality_id",
        RegisterKind.Supplier => "select r.id, null, r.change_set_id, r.code, r.name, r.org_number from suppliers r",
        _ => "select r.id, null, r.change_set_id, r.code, r.kind, r.vendor, r.name, r.list_price, r.life_months, r.end_of_life from models r",
    };

    private static string?[] Values(RegisterKind kind, DbDataReader r) => kind switch
    {
        RegisterKind.Organisation => [r.GetString(3), r.GetString(4), OrganisationKinds.Vocabulary.Word((OrganisationKind)r.GetInt32(5)), r.Text(6), r.Text(7), Day(r.DayOrNone(8)?.AddDays(-1))],
        RegisterKind.CostCode => [r.GetString(3), r.GetString(4), r.GetString(5), Day(r.DayOrNone(6)), Day(r.DayOrNone(7)?.AddDays(-1))],
        RegisterKind.Site => [r.GetString(3), r.GetString(4), r.Text(5), r.Text(6), r.Text(7), Degrees(r, 8), Degrees(r, 9)],
        RegisterKind.Supplier => [r.GetString(3), r.GetString(4), r.Text(5)],
        _ =>
        [
            r.GetString(3), AssetKinds.Vocabulary.Word((AssetKind)r.GetInt32(4)), r.GetString(5), r.GetString(6), Money.FromOre(r.GetInt64(7)).ToString(),
            r.GetInt32(8).ToString(CultureInfo.InvariantCulture), Day(r.DayOrNone(9)),
        ],
    };

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? Degrees(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetDouble(column).ToString("R", CultureInfo.InvariantCulture);

    private static Subject SubjectOf(RegisterKind kind) => kind switch
    {
        RegisterKind.Organisation => Subject.Organisation,
        RegisterKind.CostCode => Subject.CostCode,
        RegisterKind.Site => Subject.Site,
        RegisterKind.Supplier => Subject.Supplier,
        _ => Subject.Model,
    };
}
