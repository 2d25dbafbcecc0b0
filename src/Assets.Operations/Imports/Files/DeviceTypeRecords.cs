using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assets.Operations.Imports.Files;

/// <summary>One YAML file of the device-type library, or a folder of them, as rows: a file is a record, and one broken file never hides the others.</summary>
internal sealed class DeviceTypeRecords : RecordSource
{
    private const long LargestFile = 1024 * 1024;
    private static readonly string[] Header = ["slug", "manufacturer", "model", "u_height", "part_number", "details"];
    private static readonly string[] Kept =
    [
        "is_full_depth", "weight", "weight_unit", "airflow", "description", "comments", "interfaces", "console-ports", "power-ports", "power-outlets", "module-bays", "subdevice_role",
    ];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IReadOnlyList<string> files;
    private int next = -1;

    private DeviceTypeRecords(IReadOnlyList<string> files) => this.files = files;

    public override bool IsDecimalComma => false;

    /// <summary>The file that was read last.</summary>
    public string Current => files[next - 1];

    public static DeviceTypeRecords Open(string path)
    {
        if (File.Exists(path)) return new DeviceTypeRecords([path]);
        if (!Directory.Exists(path)) throw new ImportRefusedException($"There is no file or folder {path}.");
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0) throw new ImportRefusedException($"The folder {path} holds no YAML file.");
        return new DeviceTypeRecords(files);
    }

    public override bool Read(ImportRecord record)
    {
        record.Clear();
        record.IsAscii = false;
        record.Line = 1;
        if (next < 0)
        {
            next = 0;
            foreach (var name in Header) record.Add(name);
            return true;
        }
        if (next == files.Count) return false;
        var file = files[next++];
        try
        {
            if (new FileInfo(file).Length > LargestFile) throw new ImportRefusedException("it is larger than 1 MiB");
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) throw new ImportRefusedException("it is no single mapping");
            foreach (var name in Header[..^1]) record.Add(root.Children.TryGetValue(name, out var node) && node is YamlScalarNode scalar ? scalar.Value ?? "" : "");
            record.Add(JsonSerializer.Serialize(Kept.Where(k => root.Children.ContainsKey(k)).ToDictionary(k => k, k => Plain(root.Children[k], 0), StringComparer.Ordinal), Json));
        }
        catch (Exception e) when (e is YamlException or ImportRefusedException or IOException or UnauthorizedAccessException)
        {
            record.Clear();
            record.Line = e is YamlException yaml ? (int)yaml.Start.Line : 1;
            record.Fault = "yaml_invalid";
            record.FaultDetail = $"{Path.GetFileName(file)} is no device type: {Values.Shown(e.Message)}";
        }
        return true;
    }

    public override void Dispose()
    {
    }

    private static object? Plain(YamlNode node, int depth) => depth > 8 ? throw new ImportRefusedException("it is nested too deeply") : node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => scalar.Value switch
        {
            "true" => true,
            "false" => false,
            "null" or "" or "~" => null,
            var text => text,
        },
        YamlScalarNode scalar => scalar.Value,
        YamlSequenceNode list => list.Children.Select(c => Plain(c, depth + 1)).ToList(),
        YamlMappingNode map => map.Children.ToDictionary(p => ((YamlScalarNode)p.Key).Value ?? "", p => Plain(p.Value, depth + 1), StringComparer.Ordinal),
        _ => null,
    };
}
