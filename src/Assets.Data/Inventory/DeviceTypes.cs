using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

/// <summary>A maker's data sheet in its list.</summary>
/// <param name="Height">Rack units, with at most one decimal.</param>
/// <param name="Model">The model of the register that it describes, if any.</param>
public sealed record DeviceTypeItem(int Id, string Manufacturer, string Name, string? PartNumber, decimal Height, (int Id, string Code)? Model);

/// <summary>What a data sheet says of a model beside its name.</summary>
/// <param name="Parts">How many there are of each component that it lists, as <c>interfaces</c>, by the names of the library.</param>
public sealed record DeviceSheet(string Manufacturer, string Name, string? PartNumber, decimal Height, string? Weight, IReadOnlyList<(string Part, int Count)> Parts);

/// <summary>The imported data sheets: some thousands at most, which are searched where they are read.</summary>
public static class DeviceTypes
{
    /// <summary>The components that a sheet tells of, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["interfaces", "console-ports", "power-ports", "power-outlets", "module-bays"];

    public static IReadOnlyList<DeviceTypeItem> Read(Database database, string term)
    {
        using var reading = PageReading.Begin(database);
        var words = Keys.Fold(term).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. reading.Rows(
                Query.Of("select t.id, t.manufacturer, t.model, t.part_number, t.height_tenths, m.id, m.code from device_types t left join models m on m.device_type_id = t.id order by t.manufacturer, t.model, t.slug_key, m.code_key"),
                r => new DeviceTypeItem(r.GetInt32(0), r.GetString(1), r.GetString(2), r.Text(3), r.GetInt32(4) / 10m, r.Int(5) is { } model ? (model, r.GetString(6)) : null))
            .Where(item => words.Length == 0 || Fits(words, item)),
        ];
    }

    /// <summary>The sheet that describes a model; none where nobody has imported one of that maker and name.</summary>
    public static DeviceSheet? Of(Database database, int modelId)
    {
        using var reading = PageReading.Begin(database);
        return reading.First(
            Query.Of("select t.manufacturer, t.model, t.part_number, t.height_tenths, t.details from models m join device_types t on t.id = m.device_type_id").Add($" where m.id = {modelId}"),
            r => Sheet(r.GetString(0), r.GetString(1), r.Text(2), r.GetInt32(3) / 10m, r.GetString(4)));
    }

    private static DeviceSheet Sheet(string manufacturer, string name, string? part, decimal height, string details)
    {
        using var json = JsonDocument.Parse(details);
        var root = json.RootElement;
        var weight = root.TryGetProperty("weight", out var number) && number.ToString() is { Length: > 0 } said ? $"{said} {(root.TryGetProperty("weight_unit", out var unit) ? unit.ToString() : "")}".Trim() : null;
        return new DeviceSheet(
            manufacturer, name, part, height, weight,
            [.. Parts.Where(one => root.TryGetProperty(one, out var list) && list.ValueKind == JsonValueKind.Array).Select(one => (one, root.GetProperty(one).GetArrayLength())).Where(one => one.Item2 > 0)]);
    }

    private static bool Fits(string[] words, DeviceTypeItem item)
    {
        var text = Keys.Fold($"{item.Manufacturer} {item.Name} {item.PartNumber} {item.Model?.Code}");
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }
}
