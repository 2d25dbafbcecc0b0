using System.Globalization;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <param name="IsForecast">Not charged: what the lines of today will come to.</param>
public sealed record CostMonth(BillingMonth Month, Money Amount, bool IsForecast);

/// <summary>A part of a month's cost: a unit's cost code and a kind of thing.</summary>
public sealed record CostPart(string UnitCode, string UnitName, string CostCode, string What, long Lines, Money Charges, Money Corrections);

/// <summary>What one line adds, for one cause, to the difference against the month before.</summary>
public sealed record CostChange(string Line, string? AssetTag, string Unit, string Cause, Money Amount);

public sealed record CostLineRow(string Line, string? AssetTag, string? Asset, string? User, string Unit, string? CostCode, Money Amount);

/// <param name="IsTerm">The term ends, and with it the capital part; the line itself goes on.</param>
public sealed record CostEnd(string Line, string? AssetTag, string Service, DateOnly LastDay, bool IsTerm);

/// <param name="LastSeen">None where it has never answered.</param>
public sealed record CostSilence(string Line, string AssetTag, string What, string Unit, DateTimeOffset? LastSeen, Money MonthlyRent);

/// <summary>A line whose closed months were corrected, and the change that made it so.</summary>
public sealed record CostCorrection(string Line, BillingMonth First, BillingMonth Last, string? Reason, string By, DateTimeOffset At, Money Amount);

/// <param name="Watched">How much of what is rented is polled at all: what is not cannot be silent.</param>
/// <param name="Corrected">Opened once; streamed.</param>
public sealed record CostsToLookAt(IReadOnlyList<CostEnd> Ends, IReadOnlyList<CostSilence> Silent, int Watched, IEnumerable<CostCorrection> Corrected);

/// <summary>A cost card to be written: the sums as the database holds them, and the rows that have to make them up.</summary>
/// <param name="Before">Of the month before; none where it was never run.</param>
/// <param name="Lines">Opened once; streamed.</param>
public sealed record CostSource(
    string Place, BillingMonth Month, bool IsClosed, DateTimeOffset AsOf, string ProgramVersion, Money Total, Money? Before,
    IReadOnlyList<CostMonth> Months, IReadOnlyList<CostPart> Parts, IReadOnlyList<CostChange> Changes, IEnumerable<CostLineRow> Lines, CostsToLookAt ToLookAt);

/// <summary>The cost card of a part of the organisation as a workbook: sums with checks, months, units and codes, every line, the causes of change line by line, and what the page asks to look at: what ends, what is silent, what was corrected and why.</summary>
public static class CostWorkbook
{
    private static readonly double[] Widths = [34, 18, 18];

    public static void Write(Stream target, CostSource source, Language language)
    {
        var words = CostWords.Of(language);
        using var book = new Workbook(target, new WorkbookProperties($"{words.Title} {source.Month}", $"Assets {source.ProgramVersion}", source.AsOf));
        var lines = book.AddTable(Frame(source, words, words.Lines, 4), Lines(words), source.Lines);
        var parts = book.AddTable(Frame(source, words, words.Parts, 2), Parts(words), source.Parts);
        var changes = book.AddTable(Frame(source, words, words.Changes, 3), Changes(words), source.Changes);
        book.AddTable(Frame(source, words, words.Months, 1), Months(words), source.Months);
        book.AddTable(Frame(source, words, words.Ends, 5), CostsToLookAtColumns.Ends(words), source.ToLookAt.Ends);
        book.AddTable(Frame(source, words, words.Silent, 6), CostsToLookAtColumns.Silent(words, source.AsOf.Offset), source.ToLookAt.Silent);
        var corrected = book.AddTable(Frame(source, words, words.Corrected, 7), CostsToLookAtColumns.Corrected(words, source.AsOf.Offset), source.ToLookAt.Corrected);
        AddSummary(book, source, words, lines, parts, changes, corrected);
        book.Finish();
    }

    private static void AddSummary(
        Workbook book, CostSource source, CostWords words, IReadOnlyList<TablePart> lines, IReadOnlyList<TablePart> parts, IReadOnlyList<TablePart> changes, IReadOnlyList<TablePart> corrected)
    {
        var sheet = new SheetRows();
        var checks = new List<string>();
        sheet.Title($"{words.Title} {source.Month} – {source.Place}");
        sheet.Add(Cell.Text(source.IsClosed ? words.Closed : words.Preliminary).In(source.IsClosed ? CellStyle.Label : CellStyle.Warning));
        sheet.Add(Cell.Text(words.AsOf).In(CellStyle.Label), Cell.Text(SheetRows.Instant(source.AsOf)));
        sheet.Blank();
        sheet.Header(words.What, "", words.Amount);
        var total = sheet.Next;
        sheet.Add(Cell.Text(words.Stored).In(CellStyle.Label), Cell.Empty, Cell.Of(source.Total));
        Checked(words.SumOfParts, source.Total, Sum(parts, 7), $"C{total}");
        Checked(words.SumOfLines, source.Total, Sum(lines, 6), $"C{total}");
        Checked(words.SumOfCorrections, source.Parts.Aggregate(Money.Zero, (sum, part) => sum + part.Corrections), Sum(corrected, 6), Sum(parts, 6));
        if (source.Before is { } before)
        {
            sheet.Blank();
            var last = sheet.Next;
            sheet.Add(Cell.Text(words.Before).In(CellStyle.Label), Cell.Empty, Cell.Of(before));
            sheet.Add(Cell.Text(words.Difference).In(CellStyle.Label), Cell.Empty, Cell.Of(source.Total - before).By($"C{total}-C{last}"));
            Checked(words.SumOfCauses, source.Total - before, Sum(changes, 4), SheetRows.At('C', last + 1));
        }
        sheet.Blank();
        sheet.Add(Cell.Text(words.Watched).In(CellStyle.Label), Cell.Empty, Cell.Integer(source.ToLookAt.Watched));
        book.Add(Frame(source, words, words.Summary, 0) with { Widths = Widths, Checks = checks, CheckText = words.Agrees }, sheet.Rows);

        void Checked(string label, Money amount, string formula, string against)
        {
            var row = sheet.Next;
            checks.Add(SheetRows.At('B', row));
            sheet.Add(
                Cell.Text(label).In(CellStyle.Label),
                Cell.Text(words.Agrees).In(CellStyle.Verdict).By(string.Create(CultureInfo.InvariantCulture, $"IF(ROUND(C{row}-{against},2)=0,\"{words.Agrees}\",\"{words.Differs}\")")),
                Cell.Of(amount).By(formula));
        }
    }

    private static string Sum(IReadOnlyList<TablePart> parts, int column) => $"SUM({string.Join(',', parts.Select(part => part.Cells(column)))})";

    private static List<Column<CostLineRow>> Lines(CostWords words) =>
    [
        Column<CostLineRow>.Key(words.Line, 16, r => r.Line),
        Column<CostLineRow>.Key(words.AssetTag, 18, r => r.AssetTag),
        Column<CostLineRow>.Text(words.Asset, 34, r => r.Asset),
        Column<CostLineRow>.Text(words.User, 18, r => r.User),
        Column<CostLineRow>.Text(words.Unit, 32, r => r.Unit),
        Column<CostLineRow>.Text(words.CostCode, 14, r => r.CostCode),
        Column<CostLineRow>.Money(words.Amount, 14, r => r.Amount),
    ];

    private static List<Column<CostPart>> Parts(CostWords words) =>
    [
        Column<CostPart>.Text(words.UnitCode, 14, r => r.UnitCode),
        Column<CostPart>.Text(words.Unit, 32, r => r.UnitName),
        Column<CostPart>.Text(words.CostCode, 14, r => r.CostCode),
        Column<CostPart>.Text(words.What, 28, r => r.What),
        Column<CostPart>.Integer(words.Count, 10, r => r.Lines),
        Column<CostPart>.Money(words.Charges, 14, r => r.Charges),
        Column<CostPart>.Money(words.Corrections, 14, r => r.Corrections),
        Column<CostPart>.Formula(words.Amount, 14, r => r.Charges + r.Corrections, row => string.Create(CultureInfo.InvariantCulture, $"F{row}+G{row}")),
    ];

    private static List<Column<CostChange>> Changes(CostWords words) =>
    [
        Column<CostChange>.Key(words.Line, 16, r => r.Line),
        Column<CostChange>.Key(words.AssetTag, 18, r => r.AssetTag),
        Column<CostChange>.Text(words.Unit, 32, r => r.Unit),
        Column<CostChange>.Text(words.Cause, 20, r => r.Cause),
        Column<CostChange>.Money(words.Amount, 14, r => r.Amount),
    ];

    private static List<Column<CostMonth>> Months(CostWords words) =>
    [
        Column<CostMonth>.Month(words.Month, 14, r => r.Month),
        Column<CostMonth>.Text(words.Kind, 14, r => r.IsForecast ? words.Forecast : words.Charged),
        Column<CostMonth>.Money(words.Amount, 16, r => r.Amount),
    ];

    private static SheetFrame Frame(CostSource source, CostWords words, string name, int order) => new(name, order)
    {
        PageHeader = $"{words.Title} {source.Month} – {source.Place}{(source.IsClosed ? "" : " · " + words.Preliminary)}",
        Warns = !source.IsClosed,
    };
}
