using Assets.Operations;
using Assets.Operations.Storage;
using Assets.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Assets.Web.Values;

/// <summary>What a list shows, as a workbook or as CSV; written to a file that is gone when it has been read.</summary>
public sealed class ListDownloads(Installation installation, Formats formats)
{
    /// <param name="title">What the list is called: of the sheet and, with the day, of the file.</param>
    /// <param name="format"><c>csv</c>, or anything else for a workbook.</param>
    public FileStreamResult Make<T>(string title, string? format, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> rows)
    {
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);
        var asWorkbook = format != "csv";
        ListFile.Write(stream, asWorkbook, title, columns, rows, Languages.IsSwedish, installation.Clock.GetUtcNow());
        stream.Position = 0;
        var name = $"{title} {formats.Today:yyyy-MM-dd}";
        return asWorkbook
            ? new FileStreamResult(stream, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") { FileDownloadName = name + ".xlsx" }
            : new FileStreamResult(stream, "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" };
    }
}
