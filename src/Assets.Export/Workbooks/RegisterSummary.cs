using System.Globalization;
using Assets.Core.Inventory;

namespace Assets.Export.Workbooks;

/// <summary>Where the summary finds what it sums: the columns of the register, over as many sheets as it took.</summary>
internal sealed class RegisterPlaces(IReadOnlyList<TablePart> rows, IReadOnlyList<Column<AssetThen>> columns, RegisterWords words)
{
    public string Sum(string header) => $"SUM({Cells(header)})";

    /// <summary>Every row has a purchase price, if only 0.00.</summary>
    public string Count() => $"COUNT({Cells(words.Price)})";

    // Kinds and states are words of ours, none of which reads as a condition or a pattern.
    public string SumWhere(string key, string wanted, string header) =>
        string.Join('+', rows.Select(part => $"SUMIF({part.Cells(Place(key))},{wanted},{part.Cells(Place(header))})"));

    public string CountWhere(string key, string wanted) => string.Join('+', rows.Select(part => $"COUNTIF({part.Cells(Place(key))},{wanted})"));

    private string Cells(string header) => string.Join(',', rows.Select(part => part.Cells(Place(header))));

    private int Place(string header) => StatementColumns.PlaceOf(columns, header);
}

/// <summary>The first tab: the whole, each kind and each state as formulas over the rows, held against each other and against what was counted.</summary>
internal static class RegisterSummary
{
    private static readonly double[] Widths = [44, 18, 14, 20, 20, 20];

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static void Add(Workbook book, SheetFrame frame, RegisterSource source, RegisterWords words, RegisterPlaces places, IReadOnlyList<TablePart> customers)
    {
        var sheet = new SheetRows();
        var checks = new List<string>();
        var whole = source.Tally.Whole;
        sheet.Title(RegisterWorkbook.Heading(source, words));
        sheet.Add(Label(words.Believed), Cell.Text(Day(source.Believed)));
        sheet.Add(Label(words.Read), Cell.Text(SheetRows.Instant(source.Created)));
        sheet.Blank();
        sheet.Header("", "", words.Assets, words.Price, words.BookValue, words.MonthlyRent);
        var total = sheet.Next;
        sheet.Add(
            Label(words.SumOfRows), Cell.Empty, Cell.Integer(whole.Assets).By(places.Count()), Cell.Of(whole.Price).By(places.Sum(words.Price)),
            Cell.Of(whole.BookValue).By(places.Sum(words.BookValue)), Rent(whole, places.Sum(words.MonthlyRent)));
        Row(words.Counted, whole);
        Check(total + 1);
        sheet.Add(
            Label(words.SumOfCustomers), Cell.Empty, Cell.Integer(whole.Assets).By(Column(2)), Cell.Of(whole.Price).By(Column(3)),
            Cell.Of(whole.BookValue).By(Column(4)), Rent(whole, Column(6)));
        Check(sheet.Next - 1);

        Table(words.Kind, words.Kind, Enum.GetValues<AssetKind>().Select(kind => (words.Of(kind), source.Tally.Of(kind))));
        var states = sheet.Next + 2;
        Table(words.State, words.State, Enum.GetValues<AssetState>().Select(state => (words.Of(state), source.Tally.Of(state))));
        AddStillHeld(sheet, source, words, states);
        book.Add(frame with { Widths = Widths, Checks = checks, CheckText = words.Agrees }, sheet.Rows);

        string Column(int place) => $"SUM({string.Join(',', customers.Select(part => part.Cells(place)))})";

        void Row(string label, RegisterSum sum) =>
            sheet.Add(Label(label), Cell.Empty, Cell.Integer(sum.Assets), Cell.Of(sum.Price), Cell.Of(sum.BookValue), sum.MonthlyRent is { } rent ? Cell.Of(rent) : Cell.Empty);

        void Table(string title, string key, IEnumerable<(string Word, RegisterSum Sum)> lines)
        {
            sheet.Blank();
            sheet.Header(title, "", words.Assets, words.Price, words.BookValue, words.MonthlyRent);
            var first = sheet.Next;
            foreach (var (word, sum) in lines)
            {
                var own = SheetRows.At('A', sheet.Next);
                sheet.Add(
                    Cell.Text(word), Cell.Empty, Cell.Integer(sum.Assets).By(places.CountWhere(key, own)), Cell.Of(sum.Price).By(places.SumWhere(key, own, words.Price)),
                    Cell.Of(sum.BookValue).By(places.SumWhere(key, own, words.BookValue)), Rent(sum, places.SumWhere(key, own, words.MonthlyRent)));
            }
            sheet.Add(
                Cell.Text(words.Sum).In(CellStyle.TotalText), Cell.Blank(CellStyle.TotalText), SheetRows.TotalOf(whole.Assets, sheet.SumAbove('C', first)),
                SheetRows.TotalOf(whole.Price, sheet.SumAbove('D', first)), SheetRows.TotalOf(whole.BookValue, sheet.SumAbove('E', first)),
                whole.MonthlyRent is { } rent ? SheetRows.TotalOf(rent, sheet.SumAbove('F', first)) : Cell.Blank(CellStyle.TotalText));
            Check(sheet.Next - 1);
        }

        void Check(int row)
        {
            var rents = whole.MonthlyRent is null ? "" : string.Create(CultureInfo.InvariantCulture, $",ROUND(F{row}-F{total},2)=0");
            checks.Add(SheetRows.At('F', sheet.Next));
            sheet.Add(
                Label(words.Check), Cell.Empty, Cell.Empty, Cell.Empty, Cell.Empty,
                Cell.Text(words.Agrees).In(CellStyle.Verdict).By(string.Create(
                    CultureInfo.InvariantCulture,
                    $"IF(AND(C{row}=C{total},ROUND(D{row}-D{total},2)=0,ROUND(E{row}-E{total},2)=0{rents}),\"{words.Agrees}\",\"{words.Differs}\")")));
        }
    }

    // What is scrapped or lost stays in the list, and is no longer the unit's.
    private static void AddStillHeld(SheetRows sheet, RegisterSource source, RegisterWords words, int first)
    {
        var held = Enum.GetValues<AssetState>().Where(state => !IsGone(state)).ToList();
        var sum = source.Tally.Of(held);
        sheet.Add(
            Label(words.StillHeld), Cell.Empty, Cell.Integer(sum.Assets).By(Column('C')), Cell.Of(sum.Price).By(Column('D')),
            Cell.Of(sum.BookValue).By(Column('E')), Rent(sum, Column('F')));

        string Column(char column) => string.Join('+', held.Select(state => SheetRows.At(column, first + (int)state)));
    }

    // Empty where the reader is not told of all rent: a formula would make it 0.
    private static Cell Rent(RegisterSum sum, string formula) => sum.MonthlyRent is { } rent ? Cell.Of(rent).By(formula) : Cell.Empty;

    private static bool IsGone(AssetState state) => state is AssetState.Disposed or AssetState.Lost;

    private static Cell Label(string text) => Cell.Text(text).In(CellStyle.Label);
}
