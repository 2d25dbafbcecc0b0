using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Operations.Inventory;

/// <summary>One column of a list as the page shows it.</summary>
/// <param name="Day">Set for a column of days, which a spreadsheet then sorts as such.</param>
/// <param name="Amount">Set for a column of amounts, which a spreadsheet then sums.</param>
public sealed record AssetColumn(string Header, double Width, Func<AssetListItem, string?> Text, Func<AssetListItem, DateOnly?>? Day = null, Func<AssetListItem, Money?>? Amount = null);

/// <summary>The asset list as a file: the rows and columns that the page shows, in its order.</summary>
public static class ExportAssets
{
    private const int PageSize = 1_000;

    /// <summary>All rows of the list, a page at a time: however many there are, a page of them is held.</summary>
    public static IEnumerable<AssetListItem> Rows(AssetList list, Data.Access.Reach reach, AssetQuery query)
    {
        var next = query with { Cursor = null, PageSize = PageSize };
        while (true)
        {
            var page = list.Read(reach, next);
            foreach (var item in page.Items) yield return item;
            if (page.Next is not { } cursor) yield break;
            next = next with { Cursor = cursor, Sort = page.Sort };
        }
    }

    public static void Write(Stream target, bool asWorkbook, string title, IReadOnlyList<AssetColumn> columns, IEnumerable<AssetListItem> rows, bool swedish, DateTimeOffset made)
    {
        Column<AssetListItem>[] written = [.. columns.Select(column => column.Day is { } day
            ? Column<AssetListItem>.Date(column.Header, column.Width, day)
            : column.Amount is { } amount ? Column<AssetListItem>.MoneyOrNone(column.Header, column.Width, amount)
            : Column<AssetListItem>.Key(column.Header, column.Width, column.Text))];
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
