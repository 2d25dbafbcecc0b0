using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assets.Operations.Imports.Files;

/// <summary>
/// The first sheet of an Excel workbook as rows of text, read forward only. A cell that Excel shows as a date becomes an ISO date and
/// a number its shortest exact form, so that the same rules hold as for text files.
/// </summary>
internal sealed class XlsxRecords : RecordSource
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>Of the parts that are read whole, as styles are.</summary>
    private const long MostCharacters = 16_000_000;

    private readonly FileStream file;
    private readonly SpreadsheetDocument? document;
    private readonly SharedTexts? texts;
    private readonly WorkbookXml? sheet;
    private readonly HashSet<uint> dateStyles = [];
    private readonly bool since1904;
    private int rows;
    private int width;

    public XlsxRecords(FileStream file)
    {
        this.file = file;
        try
        {
            document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            var book = document.WorkbookPart ?? throw NoSheet();
            since1904 = book.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
            dateStyles = DateStyles.Of(book);
            var first = book.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw NoSheet();
            sheet = new WorkbookXml((WorksheetPart)book.GetPartById(first));
            texts = SharedTexts.Read(book.SharedStringTablePart);
        }
        catch (Exception e)
        {
            Dispose();
            if (!IsOfTheFile(e)) throw;
            throw new ImportRefusedException($"{file.Name} is no readable Excel workbook: {e.Message}", e) { Code = ImportFaults.NoWorkbook };
        }
    }

    public override bool IsDecimalComma => false;

    public override bool Read(ImportRecord record)
    {
        record.Clear();
        record.IsAscii = false;
        try
        {
            while (sheet!.ToNext("row", "sheetData"))
            {
                if (++rows > MostRows) throw new InvalidDataException($"it has more than {MostRows} rows");
                Consumed = file.Position;
                record.Line = int.TryParse(sheet["r"], CultureInfo.InvariantCulture, out var line) ? line : record.Line + 1;
                ReadCells(record);
                // Excel keeps rows that have nothing but a height or a colour.
                if (record.Count > 0) return true;
            }
            return false;
        }
        catch (Exception e) when (IsOfTheFile(e))
        {
            throw new ImportRefusedException($"{file.Name} is damaged behind row {record.Line}: {e.Message}. Save it anew from Excel.", e) { Code = ImportFaults.WorkbookDamaged };
        }
    }

    public override void Dispose()
    {
        sheet?.Dispose();
        texts?.Dispose();
        document?.Dispose();
        file.Dispose();
    }

    // What the libraries throw where a file is not what it says it is.
    private static bool IsOfTheFile(Exception e) =>
        e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidCastException or FormatException or OverflowException or ArgumentOutOfRangeException;

    private static ImportRefusedException NoSheet() => new("The workbook has no sheets.") { Code = ImportFaults.NoSheet };

    private void ReadCells(ImportRecord record)
    {
        var next = 0;
        var xml = sheet!;
        xml.Each("c", () =>
        {
            var (reference, type, style) = (xml["r"], xml["t"], xml["s"]);
            var column = ColumnOf(reference, next);
            if (column < next) throw new InvalidDataException($"the cell {reference} stands behind later ones");
            next = column + 1;
            // Excel writes cells that have only a colour, and leaves out others: empty ones at the end of a row are none, however many.
            if (xml.Text() is not { Length: > 0 } value || Shown(record, value, type, style, reference) is not { Length: > 0 } shown) return;
            while (record.Count < column) record.Add("");
            record.Add(shown);
        });
        if (width == 0) width = record.Count;
        while (record.Count > 0 && record.Count < width) record.Add("");
    }

    private string Shown(ImportRecord record, string value, string? type, string? style, string? reference)
    {
        switch (type)
        {
            case "s":
                return Decoded(texts![int.Parse(value, CultureInfo.InvariantCulture)]);
            case "inlineStr" or "str":
                return Decoded(value);
            case "b":
                return value == "1" ? "true" : "false";
            case "d":
                return value.Length > 10 && value[10] == 'T' ? value[..10] : value;
            case "e":
                record.Fault = "cell_error";
                record.FaultDetail = $"The cell {reference} holds the error {Values.Shown(value)}. Correct the formula behind it.";
                return value;
            default:
                return Number(value, style is not null && dateStyles.Contains(uint.Parse(style, CultureInfo.InvariantCulture)));
        }
    }

    // What XML cannot hold stands as _x000D_, and an underscore that would be read so as _x005F_ (ECMA-376, ST_Xstring).
    private static string Decoded(string text) => XmlConvert.DecodeName(text);

    private string Number(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return value;
        // Excel keeps fifteen digits; what is larger shows as it stands in the file.
        if (!isDate) return Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : value;
        var day = Math.Floor(number) + (since1904 ? 1462 : 0);
        return day is >= 0 and <= 2_958_465 ? new DateOnly(1899, 12, 30).AddDays((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
    }

    private static int ColumnOf(string? reference, int next)
    {
        if (reference is null) return next;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column is >= 1 and <= MostColumns ? column - 1 : throw new InvalidDataException($"it has a cell at {Values.Shown(reference)}, which no sheet has");
    }
}
