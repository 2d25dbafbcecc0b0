using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>Where the summary finds what it sums.</summary>
internal sealed record SummedTables(IReadOnlyList<TablePart> Charges, int Component, int Amount, IReadOnlyList<TablePart> Units, IReadOnlyList<Column<UnitTally>> UnitColumns);

/// <summary>The first tab: sums per customer and per component as formulas over the other tabs, each held against the sum of all charges and that against the stored one.</summary>
internal static class SummarySheet
{
    private static readonly double[] Widths = [30, 40, 12, 16, 16, 16];

    public static void Add(Workbook book, SheetFrame frame, StatementSource source, MonthTally tally, Words words, SummedTables tables)
    {
        var sheet = new SheetRows();
        var checks = new List<string>();
        sheet.Title(MonthWorkbook.Heading(source, words, words.Title));
        sheet.Standing(source, words, Widths.Length);
        sheet.Blank();

        var total = sheet.Next;
        var amounts = string.Join(',', tables.Charges.Select(p => p.Cells(tables.Amount)));
        sheet.Add(Label(words.SumOfRows), Cell.Empty, Cell.Integer(tally.Total.Rows).By($"COUNT({amounts})"), Cell.Empty, Cell.Empty, Cell.Of(tally.Total.Net).By($"SUM({amounts})"));
        sheet.Add(Label(words.Stored), Cell.Empty, Cell.Integer(source.Stored.Rows), Cell.Empty, Cell.Empty, Cell.Of(source.Stored.Net));
        AddCheck(sheet, checks, words, tally.Agrees(source.Stored), $"IF(AND(ROUND(F{total}-F{total + 1},2)=0,C{total}=C{total + 1}),");
        sheet.Blank();

        AddCustomers(sheet, tally, words, tables);
        AddCheck(sheet, checks, words, agrees: true, $"IF(ROUND(F{sheet.Next - 1}-F{total},2)=0,");
        sheet.Blank();

        AddComponents(sheet, tally, words, tables);
        AddCheck(sheet, checks, words, agrees: true, $"IF(ROUND(F{sheet.Next - 1}-F{total},2)=0,");

        book.Add(frame with { Widths = Widths, Checks = checks, CheckText = words.Agrees }, sheet.Rows);
    }

    private static void AddCustomers(SheetRows sheet, MonthTally tally, Words words, SummedTables tables)
    {
        sheet.Label(words.PerCustomer);
        sheet.Header(words.Customer, words.CustomerName, words.Rows, words.Charges, words.CorrectionAmount, words.Net);
        var first = sheet.Next;
        foreach (var customer in tally.Customers)
        {
            var row = sheet.Next;
            sheet.Add(
                Cell.Text(customer.Code),
                Cell.Text(customer.Name),
                Cell.Integer(customer.Sums.Rows).By(OfUnits(words.Rows)),
                Cell.Of(customer.Sums.Charges).By(OfUnits(words.Charges)),
                Cell.Of(customer.Sums.Corrections).By(OfUnits(words.CorrectionAmount)),
                Cell.Of(customer.Sums.Net).By(OfUnits(words.Net)));

            string OfUnits(string header) => SumWhere(
                tables.Units, StatementColumns.PlaceOf(tables.UnitColumns, words.Customer), SheetRows.At('A', row), StatementColumns.PlaceOf(tables.UnitColumns, header));
        }
        AddTotals(sheet, words, first, tally.Total);
    }

    private static void AddComponents(SheetRows sheet, MonthTally tally, Words words, SummedTables tables)
    {
        sheet.Label(words.PerComponent);
        sheet.Header(words.Component, "", words.Rows, words.Charges, words.CorrectionAmount, words.Net);
        var first = sheet.Next;
        // By the word that the rows show: a surcharge may be named like one of our own components, and the formula sees only the word.
        foreach (var component in tally.Components.GroupBy(c => words.ComponentName(c.Component), c => c.Sums, StringComparer.OrdinalIgnoreCase))
        {
            sheet.Add(
                Cell.Text(component.Key),
                Cell.Empty,
                Cell.Integer(component.Sum(c => c.Rows)),
                Cell.Of(Sum(component, c => c.Charges)),
                Cell.Of(Sum(component, c => c.Corrections)),
                Cell.Of(Sum(component, c => c.Net)).By(SumWhere(tables.Charges, tables.Component, SheetRows.At('A', sheet.Next), tables.Amount)));
        }
        AddTotals(sheet, words, first, tally.Total);
    }

    private static void AddTotals(SheetRows sheet, Words words, int first, Tally total) => sheet.Add(
        Cell.Text(words.Sum).In(CellStyle.TotalText),
        Cell.Blank(CellStyle.TotalText),
        SheetRows.TotalOf(total.Rows, sheet.SumAbove('C', first)),
        SheetRows.TotalOf(total.Charges, sheet.SumAbove('D', first)),
        SheetRows.TotalOf(total.Corrections, sheet.SumAbove('E', first)),
        SheetRows.TotalOf(total.Net, sheet.SumAbove('F', first)));

    private static void AddCheck(SheetRows sheet, List<string> checks, Words words, bool agrees, string condition)
    {
        checks.Add(SheetRows.At('F', sheet.Next));
        sheet.Add(
            Label(words.Check), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty,
            Cell.Text(agrees ? words.Agrees : words.Differs).In(CellStyle.Verdict).By($"{condition}\"{words.Agrees}\",\"{words.Differs}\")"));
    }

    // Not SUMIF: it reads a code such as ">5", "1*" or "0123" as a condition, a pattern or a number. A plain comparison does not.
    private static string SumWhere(IReadOnlyList<TablePart> parts, int key, string wanted, int amount) =>
        string.Join('+', parts.Select(p => $"SUMPRODUCT(({p.Cells(key)}={wanted})*{p.Cells(amount)})"));

    private static Money Sum(IEnumerable<Tally> tallies, Func<Tally, Money> part) => tallies.Aggregate(Money.Zero, (sum, tally) => sum + part(tally));

    private static Cell Label(string text) => Cell.Text(text).In(CellStyle.Label);
}
