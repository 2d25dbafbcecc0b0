using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Operations.Storage;

/// <summary>A list as a file: the rows and columns that the page shows, in its order, all of its pages.</summary>
public static class ListFile
{
    /// <summary>How many rows a page should have that is read for a file: however long the list is, one page of it is held.</summary>
    public const int PageSize = 1_000;

    /// <summary>All rows of a list that is read a page at a time.</summary>
    /// <param name="read">The page at a place, and the place of the next one; none after the last.</param>
    public static IEnumerable<T> AllRows<T, TPlace>(TPlace first, Func<TPlace, (IReadOnlyList<T> Items, TPlace Next)> read)
    {
        var place = first;
        do
        {
            (var items, place) = read(place);
            foreach (var item in items) yield return item;
        }
        while (place is not null);
    }

    public static void Write<T>(Stream target, bool asWorkbook, string title, IReadOnlyList<ListColumn<T>> columns, IEnumerable<T> rows, bool swedish, DateTimeOffset made)
    {
        Column<T>[] written = [.. columns.Select(column => column.Written)];
        if (!asWorkbook)
        {
            TableCsv.Write(target, written, rows, swedish ? Language.Swedish : Language.English);
            return;
        }
        using var book = new Workbook(target, new WorkbookProperties(title, "Assets", made));
        book.AddTable(new SheetFrame(title, 0) { PageHeader = title }, written, rows);
        book.Finish();
    }
}
