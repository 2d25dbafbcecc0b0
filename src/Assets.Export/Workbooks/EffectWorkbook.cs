using System.Globalization;
using Assets.Core.Standard;
using Assets.Core.Values;
using Column = Assets.Export.Workbooks.Column<Assets.Export.Workbooks.EffectRow>;

namespace Assets.Export.Workbooks;

/// <summary>One row: what one product's new price means for one administration.</summary>
public sealed record EffectRow(string AdministrationName, string ProductName, ProductEffect Effect);

/// <summary>What the effect of a draft edition is shown from.</summary>
/// <param name="From">The first day of the draft.</param>
public sealed record EffectSource(int Draft, int InForce, DateOnly From, decimal? InterestPercent, IReadOnlyList<EffectRow> Rows, DateTimeOffset Created);

/// <summary>The effect of a draft on each administration's year, for those who vote on it: sums by administration and product as formulas over the rows.</summary>
public static class EffectWorkbook
{
    private static readonly double[] Widths = [30, 44, 12, 20, 20];

    public static void Write(Stream target, EffectSource source, Language language)
    {
        var words = Words.Of(language);
        var title = string.Create(CultureInfo.InvariantCulture, $"{words.EffectTitle} {source.Draft}");
        using var book = new Workbook(target, new WorkbookProperties(title, "Assets", source.Created));
        IReadOnlyList<Column> columns =
        [
            Column.Text(words.Customer, 12, r => r.Effect.Administration),
            Column.Text(words.CustomerName, 40, r => r.AdministrationName),
            Column.Text(words.ProductCode, 18, r => r.Effect.Product ?? words.OutsideProducts),
            Column.Text(words.ProductName, 36, r => r.ProductName),
            Column.Integer(words.Lines, 10, r => r.Effect.Lines),
            Column.MoneyOrNone(words.MonthBefore, 16, r => r.Effect.MonthBefore),
            Column.MoneyOrNone(words.MonthAfter, 16, r => r.Effect.MonthAfter),
            Column.Money(words.WhenRenewed, 20, r => r.Effect.WhenRenewed),
            Column.Money(words.FirstYear, 16, r => r.Effect.FirstYear),
        ];
        var parts = book.AddTable(new SheetFrame(words.EffectRows, 1) { PageHeader = title }, columns, source.Rows);
        book.Add(new SheetFrame(words.Summary, 0) { PageHeader = title, Widths = Widths }, Summary(source, words, title, parts).Rows);
        book.Finish();
    }

    private static SheetRows Summary(EffectSource source, Words words, string title, IReadOnlyList<TablePart> parts)
    {
        var sheet = new SheetRows();
        sheet.Title(title);
        sheet.Add(Label(words.ValidFrom), Cell.Of(source.From));
        sheet.Add(Label(words.EffectAgainst), Cell.Integer(source.InForce));
        if (source.InterestPercent is { } percent) sheet.Add(Label(words.Interest), Cell.Text(percent.ToString("0.###", CultureInfo.InvariantCulture)));
        sheet.Blank();
        var total = source.Rows;
        Sums(sheet, words, parts, words.PerCustomer, (words.Customer, words.CustomerName), total.GroupBy(r => (r.Effect.Administration, r.AdministrationName)), key: 0);
        sheet.Blank();
        Sums(sheet, words, parts, words.PerProduct, (words.ProductCode, words.ProductName), total.GroupBy(r => (r.Effect.Product ?? words.OutsideProducts, r.ProductName)), key: 2);
        return sheet;
    }

    private static void Sums(
        SheetRows sheet, Words words, IReadOnlyList<TablePart> parts, string label, (string Code, string Name) heads,
        IEnumerable<IGrouping<(string Code, string Name), EffectRow>> groups, int key)
    {
        sheet.Label(label);
        sheet.Header(heads.Code, heads.Name, words.Lines, words.WhenRenewed, words.FirstYear);
        var first = sheet.Next;
        var (lines, renewed, year) = (0L, Money.Zero, Money.Zero);
        foreach (var group in groups)
        {
            var wanted = SheetRows.At('A', sheet.Next);
            var sums = (Lines: group.Sum(r => r.Effect.Lines), Renewed: Sum(group, r => r.Effect.WhenRenewed), Year: Sum(group, r => r.Effect.FirstYear));
            sheet.Add(
                Cell.Text(group.Key.Code), Cell.Text(group.Key.Name), Cell.Integer(sums.Lines).By(Where(parts, key, wanted, 4)),
                Cell.Of(sums.Renewed).By(Where(parts, key, wanted, 7)), Cell.Of(sums.Year).By(Where(parts, key, wanted, 8)));
            (lines, renewed, year) = (lines + sums.Lines, renewed + sums.Renewed, year + sums.Year);
        }
        sheet.Add(
            Cell.Text(words.Sum).In(CellStyle.TotalText), Cell.Blank(CellStyle.TotalText), SheetRows.TotalOf(lines, sheet.SumAbove('C', first)),
            SheetRows.TotalOf(renewed, sheet.SumAbove('D', first)), SheetRows.TotalOf(year, sheet.SumAbove('E', first)));
    }

    // As in the summary of a month: a plain comparison, since SUMIF would read a code such as "1*" as a pattern.
    private static string Where(IReadOnlyList<TablePart> parts, int key, string wanted, int amount) =>
        string.Join('+', parts.Select(p => $"SUMPRODUCT(({p.Cells(key)}={wanted})*{p.Cells(amount)})"));

    private static Money Sum(IEnumerable<EffectRow> rows, Func<EffectRow, Money> part) => rows.Aggregate(Money.Zero, (sum, row) => sum + part(row));

    private static Cell Label(string text) => Cell.Text(text).In(CellStyle.Label);
}
