using System.Data.Common;
using System.Globalization;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>Makers' data sheets. Models that agree in maker and model point to theirs afterwards, whichever was imported first.</summary>
internal sealed class DeviceTypeImport() : CodeTable(
    "device_types", Subject.DeviceType, new ImportColumns(["slug", "manufacturer", "model", "u_height", "details"], ["part_number"]),
    ("slug", "slug"), ("manufacturer", "manufacturer"), ("model", "model"), ("match_key", "match"), ("part_number", "part_number"),
    ("height_tenths", "u_height"), ("details", "details"))
{
    public static string MatchKey(string manufacturer, string model) => Keys.Fold($"{manufacturer.Trim()} {model.Trim()}");

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        base.Save(writing, changeSet, today, progress);
        var byKey = writing.Connection.Rows("select match_key, id from device_types", r => (r.GetString(0), r.GetInt64(1)));
        var models = writing.Connection.Rows("select id, vendor, name, device_type_id from models", r => (Id: r.GetInt64(0), Key: MatchKey(r.GetString(1), r.GetString(2)), Type: r.Long(3)));
        var types = byKey.DistinctBy(t => t.Item1).ToDictionary(t => t.Item1, t => t.Item2, StringComparer.Ordinal);
        foreach (var (id, key, type) in models)
        {
            if (types.TryGetValue(key, out var found) && found != type)
                writing.Connection.Execute("update models set device_type_id = @p0 where id = @p1", found, id);
        }
    }

    protected override object?[] Parse(RowReader row, string code)
    {
        var manufacturer = row.RequiredText("manufacturer");
        var model = row.RequiredText("model");
        var height = row.Raw("u_height");
        var fits = decimal.TryParse(height, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var units) && units is >= 0 and <= 100 && units * 10 == decimal.Truncate(units * 10);
        if (!fits) row.Reject("height_format", "u_height", "The height is a number of rack units with at most one decimal.");
        return [code, manufacturer, model, MatchKey(manufacturer, model), row.Text("part_number"), fits ? (long)(units * 10) : 0L, row.Raw("details").ToString()];
    }
}
