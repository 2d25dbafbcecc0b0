namespace Assets.Export.Labels;

/// <summary>A sheet or a tape of labels, in millimetres. A tape's page is one label.</summary>
/// <param name="Code">What addresses and settings call it.</param>
/// <param name="Left">From the sheet's edge to the first label.</param>
/// <param name="GapX">Between two labels beside each other.</param>
public sealed record LabelFormat(
    string Code, double PageWidth, double PageHeight, int Columns, int Rows, double Width, double Height, double Left, double Top, double GapX, double GapY)
{
    public int PerPage => Columns * Rows;

    public bool IsTape => PerPage == 1;

    /// <summary>A new make of sheet is one line here.</summary>
    public static IReadOnlyList<LabelFormat> All { get; } =
    [
        Sheet("a4-3x8", 3, 8, 70, 37, 0, 0.5, 0, 0),
        Sheet("a4-5x13", 5, 13, 38.1, 21.2, 4.75, 10.7, 2.5, 0),
        Sheet("a4-2x7", 2, 7, 99.1, 38.1, 4.65, 15.15, 2.5, 0),
        Tape("tape-12", 40, 12),
        Tape("tape-18", 50, 18),
        Tape("tape-24", 60, 24),
    ];

    public static LabelFormat? Find(string? code) => All.FirstOrDefault(format => format.Code == code);

    private static LabelFormat Sheet(string code, int columns, int rows, double width, double height, double left, double top, double gapX, double gapY) =>
        new(code, 210, 297, columns, rows, width, height, left, top, gapX, gapY);

    private static LabelFormat Tape(string code, double length, double height) => new(code, length, height, 1, 1, length, height, 0, 0, 0, 0);
}
