using System.Data.Common;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

internal sealed class ModelImport() : CodeTable(
    "models", Subject.Model, new ImportColumns(["model_code", "kind", "vendor", "model", "list_price", "life_months"], ["end_of_life"]),
    ("code", "model_code"), ("kind", "kind"), ("vendor", "vendor"), ("name", "model"), ("list_price", "list_price"), ("life_months", "life_months"),
    ("device_type_id", "device_type"), ("end_of_life", "end_of_life"))
{
    private const int Kind = 1;
    private readonly Dictionary<string, long> deviceTypes = new(StringComparer.Ordinal);

    public override void Load(DbConnection connection)
    {
        foreach (var (key, id) in connection.Rows("select match_key, id from device_types", r => (r.GetString(0), r.GetInt64(1)))) deviceTypes[key] = id;
        base.Load(connection);
    }

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        base.Save(writing, changeSet, today, progress);
        // An asset has the kind of its model, written on it too since lists are sorted by it. The model's history tells of the change.
        foreach (var model in Pending.Where(model => model.Old is { } old && !Equals(old.Values[Kind], model.Values[Kind])))
            writing.Connection.Execute("update assets set kind = @p0, change_set_id = @p1 where model_id = @p2 and kind <> @p0", model.Values[Kind], changeSet, model.Id);
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        if (!AssetKinds.Vocabulary.TryParse(row.Raw("kind").ToString(), out var kind))
            row.Reject("unknown_kind", "kind", $"Write one of {string.Join(", ", AssetKinds.Vocabulary.Words)}.");
        var vendor = row.RequiredText("vendor");
        var name = row.RequiredText("model");
        object? deviceType = deviceTypes.TryGetValue(DeviceTypeImport.MatchKey(vendor, name), out var id) ? id : null;
        return [code, (long)kind, vendor, name, row.Amount("list_price").Ore, (long)row.Count("life_months", 600), deviceType, Days.Number(row.Day("end_of_life"))];
    }

    protected override object? Spoken(string column, object? value) => column switch
    {
        "kind" => AssetKinds.Vocabulary.Word((AssetKind)(long)value!),
        "list_price" => Money.FromOre((long)value!).ToString(),
        "end_of_life" => Days.Of(value),
        "device_type_id" => value is long id ? id.ToString(CultureInfo.InvariantCulture) : null,
        _ => value,
    };
}
