using System.Globalization;
using System.IO.Compression;

namespace Assets.Export.Workbooks;

/// <summary>
/// An Excel workbook written from front to back: rows go straight into the compressed file, so a million of them take no more
/// memory than ten. The same input gives the same bytes. Call <see cref="Finish"/> at the end; without it the file is no workbook.
/// </summary>
/// <remarks>Office Open XML, ECMA-376 part 1, SpreadsheetML. The whole format allows 1 048 576 rows a sheet, one of them the header.</remarks>
public sealed class Workbook : IDisposable
{
    /// <summary>Data rows that fit one sheet below its header; further ones go on on the next sheet.</summary>
    public const int MostRows = 1_048_575;

    // A file made twice must not differ, and the zip format cannot say "no time".
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly CompressionLevel compression;
    private readonly int rowsPerSheet;
    private readonly SharedTexts shared = new();
    private readonly List<WrittenSheet> sheets = [];

    /// <param name="rowsPerSheet">Fewer than the format allows only where a reader needs shorter sheets.</param>
    public Workbook(Stream target, WorkbookProperties properties, int rowsPerSheet = MostRows, CompressionLevel compression = CompressionLevel.Fastest)
    {
        if (rowsPerSheet is < 1 or > MostRows)
            throw new ArgumentOutOfRangeException(nameof(rowsPerSheet), $"A sheet holds 1 to {MostRows} data rows, not {rowsPerSheet}.");
        archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        this.rowsPerSheet = rowsPerSheet;
        this.compression = compression;
        Write(WorkbookParts.First(properties));
    }

    /// <summary>Writes a table: frozen header, filter, title row on each printed page; over several sheets where the rows need them.</summary>
    public IReadOnlyList<TablePart> AddTable<T>(SheetFrame frame, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        if (columns.Count == 0) throw new ArgumentException("A table has at least one column.", nameof(columns));
        double[] widths = [.. columns.Select(c => c.Width)];
        var parts = new List<TablePart>();
        using var reading = rows.GetEnumerator();
        var more = reading.MoveNext();
        do
        {
            var part = parts.Count == 0 ? frame : frame with { Name = string.Create(CultureInfo.InvariantCulture, $"{frame.Name} {parts.Count + 1}") };
            using var entry = Open(part);
            var buffer = new Utf8Buffer(entry);
            SheetMarkup.Head(buffer, part, widths, isTable: true);
            var sheet = new Sheet(buffer, shared, columns.Count);
            sheet.Row([.. columns.Select(c => Cell.Text(c.Header).In(c.HeaderStyle))]);
            while (more && sheet.RowNumber <= rowsPerSheet)
            {
                Put(sheet, columns, reading.Current);
                more = reading.MoveNext();
            }
            var filtered = string.Create(CultureInfo.InvariantCulture, $"A1:{ColumnName.Of(columns.Count - 1)}{sheet.RowNumber}");
            SheetMarkup.Tail(buffer, part, widths, filtered, TextCells(columns, sheet.RowNumber));
            sheets.Add(new WrittenSheet(part.Name, part.Order, sheets.Count + 1, sheet.RowNumber, columns.Count));
            parts.Add(new TablePart(part.Name, sheet.RowNumber));
        }
        while (more);
        return parts;
    }

    /// <summary>Writes a sheet of free form, such as a summary: few rows, each cell dressed by itself.</summary>
    public void Add(SheetFrame frame, IEnumerable<Cell[]> rows)
    {
        using var entry = Open(frame);
        var buffer = new Utf8Buffer(entry);
        SheetMarkup.Head(buffer, frame, frame.Widths, isTable: false);
        var sheet = new Sheet(buffer, shared, frame.Widths.Count);
        foreach (var row in rows) sheet.Row(row);
        SheetMarkup.Tail(buffer, frame, frame.Widths, filtered: "", texts: "");
        sheets.Add(new WrittenSheet(frame.Name, frame.Order, sheets.Count + 1, sheet.RowNumber, 0));
    }

    /// <summary>Writes what names the sheets and holds their shared texts.</summary>
    public void Finish()
    {
        var tabs = sheets.OrderBy(s => s.Order).ThenBy(s => s.File).ToList();
        using (var texts = Entry("xl/sharedStrings.xml")) shared.Write(texts);
        Write(WorkbookParts.Last(tabs));
    }

    public void Dispose() => archive.Dispose();

    private static void Put<T>(Sheet sheet, IReadOnlyList<Column<T>> columns, T row)
    {
        sheet.Begin();
        for (var c = 0; c < columns.Count; c++)
        {
            var column = columns[c];
            var cell = column.Value(row);
            sheet.Put(c, column.RowFormula is { } formula ? cell.By(formula(sheet.RowNumber)) : cell);
        }
        sheet.End();
    }

    private static string TextCells<T>(IReadOnlyList<Column<T>> columns, int lastRow) => string.Join(' ', columns
        .Select((column, index) => (column.Kind, Letters: ColumnName.Of(index)))
        .Where(c => c.Kind is CellKind.Text or CellKind.Key)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Letters}1:{c.Letters}{lastRow}")));

    private Stream Open(SheetFrame frame)
    {
        if (frame.Name.Length is 0 or > 31 || frame.Name.AsSpan().IndexOfAny("[]:*?/\\") >= 0 || frame.Name[0] == '\'' || frame.Name[^1] == '\'')
            throw new ArgumentException($"'{frame.Name}' is no name for a sheet: 1 to 31 signs, without [ ] : * ? / \\ and outer apostrophes.", nameof(frame));
        if (sheets.Any(s => string.Equals(s.Name, frame.Name, StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"The workbook has a sheet '{frame.Name}' already.", nameof(frame));
        return Entry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count + 1}.xml"));
    }

    private void Write(IEnumerable<(string Path, string Xml)> parts)
    {
        foreach (var (path, xml) in parts)
        {
            using var part = new StreamWriter(Entry(path));
            part.Write(xml);
        }
    }

    private Stream Entry(string path)
    {
        var entry = archive.CreateEntry(path, compression);
        entry.LastWriteTime = EntryTime;
        return entry.Open();
    }
}
