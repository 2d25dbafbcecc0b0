using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>What a cell holds, and with it the form it is written in.</summary>
public enum CellKind : byte
{
    Empty,

    /// <summary>Text that returns on many rows: kept once in the workbook.</summary>
    Text,

    /// <summary>Text of its own on each row, such as a key: written where it stands.</summary>
    Key,
    Integer,
    Money,
    Date,
    Month,
}

/// <summary>One typed value on its way to a sheet or a CSV line. A formula also carries its value, for readers that do not calculate.</summary>
public readonly record struct Cell
{
    private Cell(CellKind kind, CellStyle style, long number, string? words)
    {
        Kind = kind;
        Style = style;
        Number = number;
        Words = words;
    }

    public static Cell Empty => default;

    /// <summary>Nothing, but dressed: a rule or a colour goes on through it.</summary>
    public static Cell Blank(CellStyle style) => new(CellKind.Empty, style, 0, null);

    public CellKind Kind { get; }

    public CellStyle Style { get; init; }

    /// <summary>The number as it is, öre for money, day number for a date, year × 100 + month for a month.</summary>
    internal long Number { get; }

    internal string? Words { get; }

    /// <summary>A formula without its equals sign, made by this program and never from data.</summary>
    internal string? Formula { get; init; }

    public static Cell Text(string? text) =>
        string.IsNullOrEmpty(text) ? default : new Cell(CellKind.Text, CellStyle.Text, 0, text);

    public static Cell Key(string? text) =>
        string.IsNullOrEmpty(text) ? default : new Cell(CellKind.Key, CellStyle.Text, 0, text);

    public static Cell Integer(long number) => new(CellKind.Integer, CellStyle.Integer, number, null);

    public static Cell Of(Money amount) => new(CellKind.Money, CellStyle.Money, amount.Ore, null);

    public static Cell Of(DateOnly? day) => day is { } d ? new Cell(CellKind.Date, CellStyle.Date, d.DayNumber, null) : default;

    public static Cell Of(BillingMonth? month) => month is { } m ? new Cell(CellKind.Month, CellStyle.Month, m.Number, null) : default;

    /// <summary>The same value in another dress: a title, a total.</summary>
    public Cell In(CellStyle style) => this with { Style = style };

    /// <summary>The same value, calculated by the reader: <c>Cell.Of(sum).By("SUM(B2:B9)")</c>.</summary>
    internal Cell By(string formula) => this with { Formula = formula };
}
