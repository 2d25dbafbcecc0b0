using System.Globalization;
using System.Text;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>The rows of one sheet on their way into the workbook; nothing of a row is kept after it is written.</summary>
internal sealed class Sheet
{
    // Serial number 0 of the 1900 date system, as everything after its non-existent 29 February 1900 counts.
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly int FirstSerialDay = new DateOnly(1900, 3, 1).DayNumber;

    private static readonly byte[][] StyleMarks = [.. Enumerable.Range(0, Enum.GetValues<CellStyle>().Length)
        .Select(style => Encoding.ASCII.GetBytes(style == 0 ? "\"" : $"\" s=\"{style}\""))];

    private readonly Utf8Buffer buffer;
    private readonly SharedTexts shared;
    private readonly byte[][] openings;
    private readonly byte[] rowDigits = new byte[8];
    private int rowDigitCount;

    public Sheet(Utf8Buffer buffer, SharedTexts shared, int columns)
    {
        this.buffer = buffer;
        this.shared = shared;
        openings = [.. Enumerable.Range(0, columns).Select(column => Encoding.ASCII.GetBytes($"<c r=\"{ColumnName.Of(column)}"))];
    }

    /// <summary>The number of the row being written, or of the last one; the first is 1.</summary>
    public int RowNumber { get; private set; }

    public void Begin()
    {
        RowNumber++;
        RowNumber.TryFormat(rowDigits, out rowDigitCount, default, CultureInfo.InvariantCulture);
        buffer.Raw("<row r=\""u8);
        buffer.Raw(rowDigits.AsSpan(0, rowDigitCount));
        buffer.Raw("\">"u8);
    }

    public void End() => buffer.Raw("</row>"u8);

    public void Row(ReadOnlySpan<Cell> cells)
    {
        Begin();
        for (var column = 0; column < cells.Length; column++) Put(column, cells[column]);
        End();
    }

    public void Put(int column, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty when cell.Style == CellStyle.General:
                return;
            case CellKind.Empty:
                Open(column, cell.Style);
                buffer.Raw("/>"u8);
                return;
            case CellKind.Text or CellKind.Key:
                PutText(column, cell);
                return;
            case CellKind.Date when cell.Number < FirstSerialDay:
                PutText(column, Cell.Key(DateOnly.FromDayNumber((int)cell.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                return;
        }
        Open(column, cell.Style);
        buffer.Raw(">"u8);
        PutFormula(cell.Formula);
        buffer.Raw("<v>"u8);
        switch (cell.Kind)
        {
            case CellKind.Money:
                buffer.Ore(cell.Number, (byte)'.');
                break;
            case CellKind.Integer:
                buffer.Number(cell.Number);
                break;
            case CellKind.Date:
                buffer.Number(cell.Number - DayZero);
                break;
            case CellKind.Month:
                buffer.Number(BillingMonth.FromNumber((int)cell.Number).First.DayNumber - DayZero);
                break;
            default:
                throw new InvalidOperationException($"A cell of kind {cell.Kind} has no number form.");
        }
        buffer.Raw("</v></c>"u8);
    }

    private void PutText(int column, in Cell cell)
    {
        var text = cell.Words!;
        if (cell.Formula is not null)
        {
            Open(column, cell.Style);
            buffer.Raw(" t=\"str\">"u8);
            PutFormula(cell.Formula);
            buffer.Raw("<v>"u8);
            XmlText.Escape(buffer, VisibleText.Of(text));
            buffer.Raw("</v></c>"u8);
            return;
        }
        Open(column, cell.Style == CellStyle.Text && FormulaText.Begins(text) ? CellStyle.QuotedText : cell.Style);
        var place = cell.Kind == CellKind.Text ? shared.PlaceOf(text) : -1;
        if (place >= 0)
        {
            buffer.Raw(" t=\"s\"><v>"u8);
            buffer.Number(place);
            buffer.Raw("</v></c>"u8);
            return;
        }
        buffer.Raw(" t=\"inlineStr\"><is>"u8);
        XmlText.Element(buffer, text);
        buffer.Raw("</is></c>"u8);
    }

    private void PutFormula(string? formula)
    {
        if (formula is null) return;
        buffer.Raw("<f>"u8);
        XmlText.Escape(buffer, formula);
        buffer.Raw("</f>"u8);
    }

    private void Open(int column, CellStyle style)
    {
        buffer.Raw(openings[column]);
        buffer.Raw(rowDigits.AsSpan(0, rowDigitCount));
        buffer.Raw(StyleMarks[(int)style]);
    }
}
