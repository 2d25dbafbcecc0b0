using System.Globalization;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>The rows of a free sheet while it is composed: formulas have to know where things stand before anything is written.</summary>
internal sealed class SheetRows
{
    private readonly List<Cell[]> rows = [];

    public IReadOnlyList<Cell[]> Rows => rows;

    /// <summary>The number that the next row gets.</summary>
    public int Next => rows.Count + 1;

    public void Add(params Cell[] cells) => rows.Add(cells);

    public void Blank() => rows.Add([]);

    public void Title(string text) => Add(Cell.Text(text).In(CellStyle.Title));

    public void Label(string text) => Add(Cell.Text(text).In(CellStyle.Label));

    /// <summary>A header row; columns from the third on hold numbers.</summary>
    public void Header(params string[] texts) =>
        Add([.. texts.Select((text, column) => Cell.Text(text).In(column < 2 ? CellStyle.Header : CellStyle.HeaderOfNumbers))]);

    /// <summary>What makes the month final, or a warning that it is not; always the same number of rows.</summary>
    public void Standing(StatementSource source, Words words, int columns)
    {
        if (source.Closing is { } closing)
        {
            Blank();
            Add(Cell.Text(words.ClosedAt).In(CellStyle.Label), Cell.Text(Instant(closing.At)));
        }
        else
        {
            Add([Cell.Text(words.Preliminary).In(CellStyle.Warning), .. Enumerable.Repeat(Cell.Blank(CellStyle.Warning), columns - 1)]);
            Add(Cell.Text(words.AsOf).In(CellStyle.Label), Cell.Text(Instant(source.AsOf)));
        }
    }

    public static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public static string At(char column, int row) => string.Create(CultureInfo.InvariantCulture, $"{column}{row}");

    /// <summary>The sum of a column from one row to the last before the next.</summary>
    public string SumAbove(char column, int from) => from < Next ? $"SUM({At(column, from)}:{At(column, Next - 1)})" : "SUM(0)";

    public static Cell TotalOf(Money sum, string formula) => Cell.Of(sum).In(CellStyle.TotalMoney).By(formula);

    public static Cell TotalOf(long count, string formula) => Cell.Integer(count).In(CellStyle.TotalInteger).By(formula);
}
