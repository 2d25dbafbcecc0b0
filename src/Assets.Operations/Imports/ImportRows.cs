using System.Text;
using Assets.Core.Values;

namespace Assets.Operations.Imports;

/// <summary>A few rows that somebody typed, by the rules of a file: what a file refuses, a form refuses too.</summary>
public static class ImportRows
{
    /// <summary>A row was rejected. Detail: the first finding's field and message.</summary>
    public const string Rejected = "rows_rejected";

    /// <param name="columns">The header's names, in the order of the values of each row.</param>
    public static Outcome<ImportOutcome> Run(Installation installation, string kind, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("assets-rows-");
        try
        {
            var path = Path.Combine(folder.FullName, "typed.csv");
            var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
            foreach (var row in rows) text.AppendJoin(',', row.Select(Quoted)).Append('\n');
            File.WriteAllText(path, text.ToString());
            return OfFile(installation, kind, path, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A small file at once; nothing of it where a row is rejected, so that it can be corrected and sent again.</summary>
    public static Outcome<ImportOutcome> OfFile(Installation installation, string kind, string path, CancellationToken cancel)
    {
        try
        {
            var tried = ImportFile.Run(installation, new ImportRequest(kind, path, DryRun: true), null, cancel);
            if (tried.Rejected > 0 && tried.First.FirstOrDefault(finding => finding.IsError) is { } first) return new Refusal(Rejected, $"{first.Line}: {first.Field}: {first.Message}");
            return ImportFile.Run(installation, new ImportRequest(kind, path), null, cancel);
        }
        catch (ImportRefusedException refused)
        {
            return new Refusal(Rejected, refused.Message);
        }
    }

    private static string Quoted(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim()}\"";
}
