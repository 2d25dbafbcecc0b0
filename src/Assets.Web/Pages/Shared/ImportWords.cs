using Assets.Operations.Imports;
using Assets.Web.Resources;

namespace Assets.Web.Pages.Shared;

/// <summary>What an import says of a file or a row, in the reader's words; in the import's own where it has a code that nobody has translated.</summary>
public static class ImportWords
{
    /// <summary>With what the file says there, which the import puts between quotation marks.</summary>
    public static string Say(Words words, ImportFinding finding)
    {
        if (words.Known("fault", finding.Code) is var said && said == finding.Code) return finding.Message;
        return Quoted(finding.Message) is { Length: > 0 } value ? words.Of("import.says", said, value) : said;
    }

    /// <summary>Where it is: the column, and in a file also the line.</summary>
    public static string Place(Words words, ImportFinding finding, bool withLine)
    {
        var place = finding.Field.Length > 0 && !withLine ? words.Known("field", finding.Field) : finding.Field;
        var line = withLine ? words.Of("import.line", finding.Line) : "";
        return (line.Length > 0 && place.Length > 0 ? $"{line}, {place}" : line + place) is { Length: > 0 } all ? $"{all}: " : "";
    }

    /// <summary>Why a file as a whole is refused.</summary>
    public static string Say(Words words, string code, string detail, string message) =>
        ImportFaults.OfFiles.Contains(code) ? words.Of($"fileFault.{code}", detail) : message;

    private static string Quoted(string message) =>
        message.IndexOf('“', StringComparison.Ordinal) is >= 0 and var from && message.IndexOf('”', from) is >= 0 and var until ? message[(from + 1)..until] : "";
}
