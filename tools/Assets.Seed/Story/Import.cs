using System.Globalization;
using System.Text;
using Assets.Operations;
using Assets.Operations.Imports;
using Assets.Seed.Files;

namespace Assets.Seed.Story;

/// <summary>Imports made-up files as any file is imported: from a folder, by the product's own verb.</summary>
internal static class Import
{
    public static Action<Installation> Of(string kind, CsvText file, string? reason = null) => installation =>
    {
        var folder = Directory.CreateTempSubdirectory("assets-demo-");
        try
        {
            var path = Path.Combine(folder.FullName, $"{file.Name}.csv");
            File.WriteAllText(path, file.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            var outcome = ImportFile.Run(installation, new ImportRequest(kind, path, Reason: reason), null, CancellationToken.None);
            if (outcome.Rejected == 0 && outcome.Read == file.Count) return;
            var first = string.Join("; ", outcome.First.Select(finding => string.Create(CultureInfo.InvariantCulture, $"row {finding.Record}: {finding.Message}")));
            throw new InvalidOperationException($"The demo's file {file.Name} has {outcome.Rejected} bad rows: {first}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    };
}
