using System.Data.Common;
using System.Globalization;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

internal sealed class ModelImport() : CodeTable(
    "models", Subject.Model, new ImportColumns("model_code", "kind", "vendor", "model", "list_price", "life_months"),
    ("code", "model_code"), ("kind", "kind"), ("vendor", "vendor"), ("name", "model"), ("list_price", "list_price"), ("life_months", "life_months"),
    ("device_type_id", "device_type"))
{
    private readonly Dictionary<string, long> deviceTypes = new(StringComparer.Ordinal);

    public override void Load(DbConnection connection)
    {
        foreach (var (key, id) in connection.Rows("select match_key, id from device_types", r => (r.GetString(0), r.GetInt64(1)))) deviceTypes[key] = id;
        base.Load(connection);
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        if (!AssetKinds.Vocabulary.TryParse(row.Raw("kind").ToString(), out var kind))
            row.Reject("unknown_kind", "kind", $"Write one of {string.Join(", ", AssetKinds.Vocabulary.Words)}.");
        var vendor = row.RequiredText("vendor");
        var name = row.RequiredText("model");
        object? deviceType = deviceTypes.TryGetValue(DeviceTypeImport.MatchKey(vendor, name), out var id) ? id : null;
        return [code, (long)kind, vendor, name, row.Amount("list_price").Ore, (long)row.Count("life_months", 600), deviceType];
    }

    protected override object? Spoken(string column, object? value) => column switch
    {
        "kind" => AssetKinds.Vocabulary.Word((AssetKind)(long)value!),
        "list_price" => Money.FromOre((long)value!).ToString(),
        "device_type_id" => value is long id ? id.ToString(CultureInfo.InvariantCulture) : null,
        _ => value,
    };
}
