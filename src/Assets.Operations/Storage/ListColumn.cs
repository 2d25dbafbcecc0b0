using Assets.Core.Values;
using Assets.Export.Workbooks;

namespace Assets.Operations.Storage;

/// <summary>One column of a list as the page shows it, for a file of that list: a workbook and CSV are both written from it.</summary>
public sealed class ListColumn<T>
{
    private ListColumn(Column<T> written) => Written = written;

    internal Column<T> Written { get; }

    public static ListColumn<T> Text(string header, double width, Func<T, string?> value) => new(Column<T>.Key(header, width, value));

    /// <summary>A day, which a spreadsheet then sorts as such.</summary>
    public static ListColumn<T> Day(string header, Func<T, DateOnly?> value) => new(Column<T>.Date(header, 12, value));

    /// <summary>An amount, which a spreadsheet then sums; a row may have none.</summary>
    public static ListColumn<T> Amount(string header, Func<T, Money?> value) => new(Column<T>.MoneyOrNone(header, 14, value));

    public static ListColumn<T> Number(string header, Func<T, long> value) => new(Column<T>.Integer(header, 10, value));
}
