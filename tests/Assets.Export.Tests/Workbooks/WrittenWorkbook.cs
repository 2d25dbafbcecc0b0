using System.Globalization;
using System.IO.Compression;
using Assets.Core.Values;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assets.Export.Tests.Workbooks;

/// <summary>A workbook as another library reads it: the Open XML SDK resolves names, relations and shared texts.</summary>
internal sealed class WrittenWorkbook : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly byte[] bytes;

    public WrittenWorkbook(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        bytes = stream.ToArray();
        document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
    }

    public IReadOnlyList<byte> Bytes => bytes;

    public SpreadsheetDocument Document => document;

    public IReadOnlyList<string> Tabs => [.. document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!)];

    /// <summary>The cells of a tab by their names.</summary>
    public IReadOnlyDictionary<string, Cell> Cells(string tab)
    {
        var id = document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == tab).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
    }

    public string Text(Cell cell) =>
        cell.DataType?.Value == CellValues.SharedString
            ? document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)).InnerText
            : cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.InnerText : cell.CellValue?.Text ?? "";

    public static Money Amount(Cell cell) => Money.FromKronor(decimal.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));

    /// <summary>A part of the package as text, with a line for each row so that a difference can be seen.</summary>
    public string Part(string path)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd()
            .Replace("<row ", "\n<row ", StringComparison.Ordinal)
            .Replace("</sheetData>", "\n</sheetData>", StringComparison.Ordinal)
            .Replace("<si>", "\n<si>", StringComparison.Ordinal) + "\n";
    }

    public void Dispose() => document.Dispose();
}
