namespace Assets.Export.Workbooks;

/// <summary>What finance holds a transfer against: the month's rows, debit, credit and net, each counterparty's part, and the head of the chain of months.</summary>
internal static class ControlSheet
{
    private static readonly double[] Widths = [30, 40, 12, 16, 16, 16, 16];

    public static void Add(Workbook book, SheetFrame frame, StatementSource source, MonthTally tally, Words words)
    {
        var sheet = new SheetRows();
        sheet.Title(MonthWorkbook.Heading(source, words, words.Control));
        sheet.Standing(source, words, Widths.Length);
        Fact(sheet, words.ClosedBy, Cell.Text(source.Closing?.By ?? "–"));
        Fact(sheet, words.Head, Cell.Key(source.Closing?.Head ?? words.NoHead));
        Fact(sheet, words.ProgramVersion, Cell.Text(source.ProgramVersion));
        sheet.Blank();

        Fact(sheet, words.Month, Cell.Of(source.Month));
        var rows = sheet.Next;
        Fact(sheet, words.Rows, Cell.Integer(tally.Total.Rows));
        Fact(sheet, words.Debit, Cell.Of(tally.Total.Debit));
        Fact(sheet, words.Credit, Cell.Of(tally.Total.Credit));
        Fact(sheet, words.Net, Cell.Of(tally.Total.Net).By($"B{sheet.Next - 2}+B{sheet.Next - 1}"));
        Fact(sheet, words.CorrectionRows, Cell.Integer(tally.Total.CorrectionRows));
        Fact(sheet, words.CorrectionAmount, Cell.Of(tally.Total.Corrections));
        Fact(sheet, $"{words.Stored} ({words.Rows})", Cell.Integer(source.Stored.Rows));
        Fact(sheet, words.Stored, Cell.Of(source.Stored.Net));
        var check = SheetRows.At('B', sheet.Next);
        Fact(sheet, words.Check, Cell.Text(tally.Agrees(source.Stored) ? words.Agrees : words.Differs).In(CellStyle.Verdict)
            .By($"IF(AND(ROUND(B{rows + 3}-B{rows + 7},2)=0,B{rows}=B{rows + 6}),\"{words.Agrees}\",\"{words.Differs}\")"));
        sheet.Blank();

        AddCounterparties(sheet, tally, words);
        book.Add(frame with { Widths = Widths, Checks = [check], CheckText = words.Agrees }, sheet.Rows);
    }

    private static void AddCounterparties(SheetRows sheet, MonthTally tally, Words words)
    {
        sheet.Header(words.Counterparty, words.CustomerName, words.Rows, words.Debit, words.Credit, words.Net, words.CorrectionRows);
        var first = sheet.Next;
        foreach (var customer in tally.Customers)
        {
            sheet.Add(
                Cell.Text(customer.Code),
                Cell.Text(customer.Name),
                Cell.Integer(customer.Sums.Rows),
                Cell.Of(customer.Sums.Debit),
                Cell.Of(customer.Sums.Credit),
                Cell.Of(customer.Sums.Net).By($"D{sheet.Next}+E{sheet.Next}"),
                Cell.Integer(customer.Sums.CorrectionRows));
        }
        sheet.Add(
            Cell.Text(words.Sum).In(CellStyle.TotalText),
            Cell.Blank(CellStyle.TotalText),
            SheetRows.TotalOf(tally.Total.Rows, sheet.SumAbove('C', first)),
            SheetRows.TotalOf(tally.Total.Debit, sheet.SumAbove('D', first)),
            SheetRows.TotalOf(tally.Total.Credit, sheet.SumAbove('E', first)),
            SheetRows.TotalOf(tally.Total.Net, sheet.SumAbove('F', first)),
            SheetRows.TotalOf(tally.Total.CorrectionRows, sheet.SumAbove('G', first)));
    }

    private static void Fact(SheetRows sheet, string label, Cell value) => sheet.Add(Cell.Text(label).In(CellStyle.Label), value);
}
