namespace Assets.Export.Workbooks;

/// <summary>What a sheet is called and how it looks before a row is written.</summary>
/// <param name="Name">At most 31 signs, none of <c>[ ] : * ? / \</c>.</param>
/// <param name="Order">Its place among the tabs; the order of writing is another, since sums are known last.</param>
public sealed record SheetFrame(string Name, int Order)
{
    /// <summary>Printed in the middle above each page.</summary>
    public string PageHeader { get; init; } = "";

    /// <summary>Marks the tab red: what it shows is not final.</summary>
    public bool Warns { get; init; }

    /// <summary>For a sheet that is no table: the widths of its columns in characters.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>For a sheet that is no table: cells that should read <see cref="CheckText"/> and are shown red otherwise.</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    public string CheckText { get; init; } = "";
}

/// <summary>Where the rows of a table ended up: one of the sheets it went on over.</summary>
/// <param name="LastRow">The number of the last row, the header being 1; 1 when there is no row.</param>
public sealed record TablePart(string Sheet, int LastRow)
{
    /// <summary>The data cells of a column as a formula names them: <c>'All charges'!$B$2:$B$100</c>.</summary>
    public string Cells(int column)
    {
        var letters = ColumnName.Of(column);
        return $"'{Sheet.Replace("'", "''", StringComparison.Ordinal)}'!${letters}$2:${letters}${Math.Max(LastRow, 2)}";
    }
}
