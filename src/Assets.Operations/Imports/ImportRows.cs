using System.Text;

namespace Assets.Operations.Imports;

/// <summary>A few rows that somebody typed, by the rules of a file: what a file refuses, a form refuses too.</summary>
public static class ImportRows
{
    /// <param name="columns">The header's names, in the order of the values of each row.</param>
    /// <inheritdoc cref="OfFile"/>
    public static ImportOutcome Run(Installation installation, string kind, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> rows, CancellationToken cancel)
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

    /// <summary>A small file at once. Where a row is rejected nothing of it is kept, so that it can be corrected and sent again.</summary>
    /// <exception cref="ImportRefusedException">The file as a whole cannot be imported.</exception>
    public static ImportOutcome OfFile(Installation installation, string kind, string path, CancellationToken cancel)
    {
        var tried = ImportFile.Run(installation, new ImportRequest(kind, path, DryRun: true), null, cancel);
        return tried.Rejected > 0 ? tried : ImportFile.Run(installation, new ImportRequest(kind, path), null, cancel);
    }

    private static string Quoted(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Trim()}\"";
}
