using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// The first sheet of an Excel workbook as rows of text, read forward only. A cell that Excel shows as a date becomes an ISO date and
/// a number its shortest exact form, so that the same rules hold as for text files.
/// </summary>
internal sealed class XlsxRecords : RecordSource
{
    private readonly FileStream file;
    private readonly SpreadsheetDocument document;
    private readonly SharedTexts texts;
    private readonly HashSet<uint> dateStyles;
    private readonly bool since1904;
    private readonly OpenXmlReader reader;
    private int width;

    public XlsxRecords(FileStream file)
    {
        this.file = file;
        try
        {
            document = SpreadsheetDocument.Open(file, isEditable: false);
            var book = document.WorkbookPart ?? throw new ImportRefusedException("The workbook has no sheets.") { Code = ImportFaults.NoSheet };
            since1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
            dateStyles = DateStyles(book);
            texts = SharedTexts.Read(book.SharedStringTablePart);
            var sheet = book.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new ImportRefusedException("The workbook has no sheets.") { Code = ImportFaults.NoSheet };
            reader = OpenXmlReader.Create((WorksheetPart)book.GetPartById(sheet));
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidCastException)
        {
            file.Dispose();
            throw new ImportRefusedException($"{file.Name} is no readable Excel workbook: {e.Message}", e) { Code = ImportFaults.NoWorkbook };
        }
    }

    public override bool IsDecimalComma => false;

    public override bool Read(ImportRecord record)
    {
        record.Clear();
        record.IsAscii = false;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            Consumed = file.Position;
            var number = reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value;
            record.Line = int.TryParse(number, CultureInfo.InvariantCulture, out var line) ? line : record.Line + 1;
            ReadCells(record);
            return true;
        }
        return false;
    }

    public override void Dispose()
    {
        reader.Dispose();
        texts.Dispose();
        document.Dispose();
        file.Dispose();
    }

    private void ReadCells(ImportRecord record)
    {
        if (reader.ReadFirstChild())
        {
            do
            {
                if (reader.ElementType != typeof(Cell)) continue;
                var cell = (Cell)reader.LoadCurrentElement()!;
                var column = ColumnOf(cell.CellReference?.Value, record.Count);
                while (record.Count < column) record.Add("");
                Add(record, cell);
            }
            while (reader.ReadNextSibling());
        }
        // Excel leaves out empty cells at the end; a row may be shorter than the header, not longer.
        if (width == 0) width = record.Count;
        while (record.Count < width) record.Add("");
    }

    private void Add(ImportRecord record, Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        switch (cell.DataType?.Value)
        {
            case CellValues.SharedString:
                record.Add(texts[int.Parse(value, CultureInfo.InvariantCulture)]);
                break;
            case CellValues.InlineString:
                record.Add(cell.InlineString?.InnerText ?? "");
                break;
            case CellValues.String or CellValues.Date:
                record.Add(value);
                break;
            case CellValues.Boolean:
                record.Add(value == "1" ? "true" : "false");
                break;
            case CellValues.Error:
                record.Fault = "cell_error";
                record.FaultDetail = $"The cell {cell.CellReference?.Value} holds the error {Values.Shown(value)}. Correct the formula behind it.";
                record.Add(value);
                break;
            default:
                record.Add(Number(value, cell.StyleIndex?.Value ?? 0));
                break;
        }
    }

    private string Number(string value, uint style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (!dateStyles.Contains(style)) return ((decimal)number is var exact && Math.Abs(number) < 1e15 ? exact.ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture));
        if (number is < 0 or > 2_958_465) return value;
        var day = (int)Math.Floor(number) + (since1904 ? 1462 : 0);
        return new DateOnly(1899, 12, 30).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static int ColumnOf(string? reference, int next)
    {
        if (reference is null) return next;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = checked(column * 26 + (c - 'A' + 1));
        }
        if (column is < 1 or > 16_384) throw new ImportRefusedException($"The workbook has a cell at {Values.Shown(reference)}, which no sheet has.") { Code = ImportFaults.WorkbookDamaged };
        return column - 1;
    }

    // Styles whose number format shows a date: the built-in ones of ECMA-376 part 1, 18.8.30, and own ones that name years or days.
    private static HashSet<uint> DateStyles(WorkbookPart book)
    {
        var sheet = book.WorkbookStylesPart?.Stylesheet;
        var own = sheet?.NumberingFormats?.Elements<NumberingFormat>()
            .Where(f => f.FormatCode?.Value is { } code && IsDate(code))
            .Select(f => f.NumberFormatId!.Value).ToHashSet() ?? [];
        var styles = new HashSet<uint>();
        uint index = 0;
        foreach (var format in sheet?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            if (id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) || own.Contains(id)) styles.Add(index);
            index++;
        }
        return styles;
    }

    private static bool IsDate(string format)
    {
        var quoted = false;
        foreach (var c in format)
        {
            if (c == '"') quoted = !quoted;
            else if (!quoted && c is 'y' or 'Y' or 'd' or 'D') return true;
            else if (c == ';') return false;
        }
        return false;
    }
}
