using System.Globalization;
using System.Text;

namespace Assets.Operations.Imports;

/// <summary>What an import found, row by row, written as it goes: <c>record,line,severity,code,field,message</c>.</summary>
internal sealed class ImportReport : IDisposable
{
    private readonly StreamWriter? file;

    public ImportReport(string? path)
    {
        if (path is null) return;
        file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        file.WriteLine("record,line,severity,code,field,message");
    }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>The first findings, for the screen.</summary>
    public List<ImportFinding> First { get; } = [];

    public void Add(ImportFinding finding)
    {
        if (finding.IsError) Errors++;
        else Warnings++;
        if (First.Count < 20) First.Add(finding);
        file?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Record},{finding.Line},{(finding.IsError ? "error" : "warning")},{finding.Code},{finding.Field},{Quoted(finding.Message)}"));
    }

    public void Dispose() => file?.Dispose();

    private static string Quoted(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

/// <summary>One finding about one row of an import. An error rejects the row, a warning does not.</summary>
/// <param name="Record">The ordinal of the data row from 1; 0 for the header.</param>
public sealed record ImportFinding(int Record, int Line, bool IsError, string Code, string Field, string Message);
