using System.Globalization;
using System.Text;
using Assets.Operations.Imports.Files;

namespace Assets.Operations.Imports;

/// <summary>What an import found, row by row, written as it goes: <c>record,line,severity,code,field,message</c>.</summary>
internal sealed class ImportReport : IDisposable
{
    public const string Header = "record,line,severity,code,field,message";
    private static readonly string[] Columns = Header.Split(',');
    private readonly StreamWriter? file;

    public ImportReport(string? path)
    {
        if (path is null) return;
        file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        file.WriteLine(Header);
    }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>The first findings, for the screen, and the first error however many warnings come before it.</summary>
    public List<ImportFinding> First { get; } = [];

    public void Add(ImportFinding finding)
    {
        if (finding.IsError) Errors++;
        else Warnings++;
        if (First.Count < 20 || (finding.IsError && Errors == 1)) First.Add(finding);
        file?.WriteLine(Row(finding));
    }

    public void Flush() => file?.Flush();

    /// <summary>What a report holds, in its order.</summary>
    public static IEnumerable<ImportFinding> Read(string path)
    {
        using var source = RecordSource.Open(path, Columns);
        var record = new ImportRecord();
        source.Read(record);
        while (source.Read(record))
        {
            if (record.Fault is null && record.Count == Columns.Length) yield return Finding(record);
        }
    }

    public static string Row(ImportFinding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Record},{finding.Line},{(finding.IsError ? "error" : "warning")},{finding.Code},{Quoted(finding.Field)},{Quoted(finding.Message)}");

    public void Dispose() => file?.Dispose();

    private static ImportFinding Finding(ImportRecord record) => new(
        int.Parse(record[0], CultureInfo.InvariantCulture), int.Parse(record[1], CultureInfo.InvariantCulture), record[2].SequenceEqual("error"), record[3].ToString(), record[4].ToString(), record[5].ToString());

    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One finding about one row of an import. An error rejects the row, a warning does not.</summary>
/// <param name="Record">The ordinal of the data row from 1; 0 for the header.</param>
public sealed record ImportFinding(int Record, int Line, bool IsError, string Code, string Field, string Message);
