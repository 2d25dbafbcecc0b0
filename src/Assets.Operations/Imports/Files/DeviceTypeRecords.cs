using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// One YAML file of the device-type library, a folder or a zip of them, as rows: a file is a record, and one broken file never hides the
/// others. A zip is read where it lies: no entry's name ever becomes a path, and what it unpacks to is counted as it comes, not believed.
/// </summary>
internal sealed class DeviceTypeRecords : RecordSource
{
    public const int MostEntries = 50_000;
    public const int MostMegabytes = 200;
    private const int LargestFile = 1024 * 1024;
    private const int MostNodes = 100_000;
    private static readonly string[] Header = ["slug", "manufacturer", "model", "u_height", "part_number", "details"];
    private static readonly string[] Kept =
    [
        "is_full_depth", "weight", "weight_unit", "airflow", "description", "comments", "interfaces", "console-ports", "power-ports", "power-outlets", "module-bays", "subdevice_role",
    ];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly IReadOnlyList<(string Name, Func<Stream> Open)> files;
    private readonly ZipArchive? zip;
    private long unpacked;
    private int nodesLeft;
    private int next = -1;

    private DeviceTypeRecords(IReadOnlyList<(string Name, Func<Stream> Open)> files, ZipArchive? zip = null) => (this.files, this.zip) = (files, zip);

    public override bool IsDecimalComma => false;

    public static DeviceTypeRecords Open(string path)
    {
        if (File.Exists(path)) return IsZip(path) ? OfZip(path) : new DeviceTypeRecords([(Path.GetFileName(path), () => File.OpenRead(path))]);
        if (!Directory.Exists(path)) throw new ImportRefusedException($"There is no file or folder {path}.") { Code = ImportFaults.FileGone };
        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsYaml).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0) throw new ImportRefusedException($"The folder {path} holds no YAML file.") { Code = ImportFaults.NoYaml };
        return new DeviceTypeRecords([.. files.Select(file => (Path.GetFileName(file), (Func<Stream>)(() => File.OpenRead(file))))]);
    }

    private static DeviceTypeRecords OfZip(string path)
    {
        ZipArchive zip;
        try
        {
            zip = ZipFile.OpenRead(path);
        }
        catch (InvalidDataException e)
        {
            throw new ImportRefusedException($"{path} is no readable zip file: {e.Message}", e) { Code = ImportFaults.ZipDamaged };
        }
        if (zip.Entries.Count <= MostEntries && zip.Entries.Where(entry => IsYaml(entry.Name) && !entry.Name.StartsWith("._", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList() is { Count: > 0 } found)
            return new DeviceTypeRecords([.. found.Select(entry => (entry.Name, (Func<Stream>)entry.Open))], zip);
        var tooMany = zip.Entries.Count > MostEntries;
        zip.Dispose();
        throw tooMany
            ? new ImportRefusedException($"{path} has more than {MostEntries} entries. Divide it.") { Code = ImportFaults.ZipTooMany, Detail = $"{MostEntries}" }
            : new ImportRefusedException($"{path} holds no YAML file.") { Code = ImportFaults.NoYaml };
    }

    public override bool Read(ImportRecord record)
    {
        record.Clear();
        record.IsAscii = false;
        record.Line = 1;
        if (next < 0)
        {
            next = 0;
            foreach (var field in Header) record.Add(field);
            return true;
        }
        if (next == files.Count) return false;
        var (name, open) = files[next++];
        using var bytes = new MemoryStream();
        try
        {
            nodesLeft = MostNodes;
            Copy(open, bytes);
            using var reader = new StreamReader(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) throw new InvalidDataException("it is no single mapping");
            foreach (var field in Header[..^1]) record.Add(root.Children.TryGetValue(field, out var node) && node is YamlScalarNode scalar ? scalar.Value ?? "" : "");
            record.Add(JsonSerializer.Serialize(Kept.Where(k => root.Children.ContainsKey(k)).ToDictionary(k => k, k => Plain(root.Children[k], 0), StringComparer.Ordinal), Json));
        }
        catch (Exception e) when (e is YamlException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            record.Clear();
            record.Line = e is YamlException yaml ? (int)yaml.Start.Line : 1;
            record.Fault = "yaml_invalid";
            record.FaultField = Values.Shown(name);
            record.FaultDetail = $"{Values.Shown(name)} is no device type: {Values.Shown(e.Message)}";
        }
        catch (DecoderFallbackException)
        {
            record.Clear();
            record.FaultField = Values.Shown(name);
            (record.Fault, record.FaultDetail) = Encodings.NameFault(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        return true;
    }

    public override void Dispose() => zip?.Dispose();

    // What an entry says of its own length is not believed.
    private void Copy(Func<Stream> open, MemoryStream to)
    {
        using var stream = open();
        to.SetLength(LargestFile + 1);
        var length = stream.ReadAtLeast(to.GetBuffer().AsSpan(0, LargestFile + 1), LargestFile + 1, throwOnEndOfStream: false);
        to.SetLength(length);
        unpacked += length;
        if (unpacked > MostMegabytes * 1_000_000L) throw new ImportRefusedException($"It unpacks to more than {MostMegabytes} MB. Divide it.") { Code = ImportFaults.ZipTooLarge, Detail = $"{MostMegabytes}" };
        if (length > LargestFile) throw new InvalidDataException("it is larger than 1 MiB");
    }

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    private static bool IsYaml(string name) => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    // A few aliases of aliases are more than any memory, however small the file.
    private object? Plain(YamlNode node, int depth) => depth > 8 || --nodesLeft < 0 ? throw new InvalidDataException("it is nested too deeply") : node switch
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
        YamlMappingNode map => map.Children.ToDictionary(p => (p.Key as YamlScalarNode)?.Value ?? throw new InvalidDataException("a key is no text"), p => Plain(p.Value, depth + 1), StringComparer.Ordinal),
        _ => null,
    };
}
