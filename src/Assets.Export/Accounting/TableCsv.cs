using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Export.Accounting;

/// <summary>Rows and columns as CSV for people: in Swedish with semicolon and decimal comma, in English with comma and dot. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
public static class TableCsv
{
    /// <param name="byteOrderMark">Wanted by Excel, which otherwise reads UTF-8 as a Windows code page.</param>
    public static void Write<T>(Stream target, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, Language language, bool byteOrderMark = true)
    {
        var (separator, decimalSign) = language == Language.Swedish ? (';', ',') : (',', '.');
        var csv = new CsvWriter(target, separator, windowsLines: true);
        if (byteOrderMark) csv.ByteOrderMark();
        foreach (var column in columns) csv.Text(column.Header);
        csv.EndLine();
        foreach (var row in rows)
        {
            foreach (var column in columns) Put(csv, column.Value(row), decimalSign);
            csv.EndLine();
        }
        csv.Flush();
    }

    private static void Put(CsvWriter csv, Cell cell, char decimalSign)
    {
        switch (cell.Kind)
        {
            case CellKind.Empty:
                csv.Empty();
                break;
            case CellKind.Text or CellKind.Key:
                csv.Text(Neutral(VisibleText.Of(cell.Words!)));
                break;
            case CellKind.Integer:
                csv.Number(cell.Number);
                break;
            case CellKind.Money:
                csv.Amount(Money.FromOre(cell.Number), decimalSign);
                break;
            case CellKind.Date:
                csv.Day(DateOnly.FromDayNumber((int)cell.Number));
                break;
            case CellKind.Month:
                csv.Month(BillingMonth.FromNumber((int)cell.Number));
                break;
            default:
                throw new InvalidOperationException($"A cell of kind {cell.Kind} has no CSV form.");
        }
    }

    private static string Neutral(string text) => FormulaText.Begins(text) ? "'" + text : text;
}
