using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>One column of a table: its header, its width in characters at least, its kind and where the value comes from. Workbook and CSV are both written from it.</summary>
public sealed record Column<T>
{
    // Beside its header each column carries the arrow of the filter, about as wide as this many characters.
    private const int FilterArrow = 4;

    private Column(string header, double width, CellKind kind, Func<T, Cell> value)
    {
        Header = header;
        Width = Math.Max(width, header.Length + FilterArrow);
        Kind = kind;
        Value = value;
    }

    public string Header { get; }

    public double Width { get; }

    public CellKind Kind { get; }

    internal Func<T, Cell> Value { get; }

    internal CellStyle HeaderStyle => Kind is CellKind.Text or CellKind.Key ? CellStyle.Header : CellStyle.HeaderInMiddle;

    public static Column<T> Text(string header, double width, Func<T, string?> value) => new(header, width, CellKind.Text, row => Cell.Text(value(row)));

    public static Column<T> Key(string header, double width, Func<T, string?> value) => new(header, width, CellKind.Key, row => Cell.Key(value(row)));

    public static Column<T> Integer(string header, double width, Func<T, long> value) => new(header, width, CellKind.Integer, row => Cell.Integer(value(row)));

    /// <summary>A number that some rows do not have: an empty cell, which is not 0.</summary>
    public static Column<T> IntegerOrNone(string header, double width, Func<T, long?> value) =>
        new(header, width, CellKind.Integer, row => value(row) is { } number ? Cell.Integer(number) : Cell.Empty);

    public static Column<T> Money(string header, double width, Func<T, Money> value) => new(header, width, CellKind.Money, row => Cell.Of(value(row)));

    /// <summary>An amount that some rows do not have: an empty cell, which is not 0.</summary>
    public static Column<T> MoneyOrNone(string header, double width, Func<T, Money?> value) =>
        new(header, width, CellKind.Money, row => value(row) is { } amount ? Cell.Of(amount) : Cell.Empty);

    public static Column<T> Date(string header, double width, Func<T, DateOnly?> value) => new(header, width, CellKind.Date, row => Cell.Of(value(row)));

    public static Column<T> Month(string header, double width, Func<T, BillingMonth?> value) => new(header, width, CellKind.Month, row => Cell.Of(value(row)));

    /// <summary>A value that the reader calculates; <paramref name="formula"/> takes the number of the row and has no equals sign.</summary>
    public static Column<T> Formula(string header, double width, Func<T, Money> value, Func<int, string> formula) =>
        new(header, width, CellKind.Money, row => Cell.Of(value(row))) { RowFormula = formula };

    internal Func<int, string>? RowFormula { get; private init; }
}
