using System.IO.Compression;
using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>
/// The workbook of a month, for everyone or for one customer: summary, sums by unit and cost code, all charges, corrections,
/// control sheet; for everyone the findings too. The charges are written first, while their sums are gathered; the tabs stand in the order that people read them.
/// </summary>
public static class MonthWorkbook
{
    // Up to here a file is small enough to be mailed, and compressing it to the utmost costs under half a second; beyond, doubling
    // the time of a big month to halve its file is a bad trade.
    private const int RowsToMail = 50_000;

    private const int SummaryTab = 0, UnitTab = 1, ChargeTab = 2, CorrectionTab = 3, ControlTab = 4, FindingTab = 5;

    /// <returns>The sums of what was written, for the caller to hold against what is stored.</returns>
    public static MonthTally Write(Stream target, StatementSource source, Language language) => Write(target, source, language, Workbook.MostRows);

    /// <summary>The control sheet and the findings alone, from the sums that <see cref="Write(Stream, StatementSource, Language)"/> returned.</summary>
    public static void WriteControl(Stream target, StatementSource source, MonthTally tally, Language language)
    {
        var words = Words.Of(language);
        using var book = new Workbook(target, Properties(source, words.Control));
        ControlSheet.Add(book, Frame(source, words, words.Control, 0), source, tally, words);
        AddFindings(book, source, language, words, 1);
        book.Finish();
    }

    internal static MonthTally Write(Stream target, StatementSource source, Language language, int rowsPerSheet)
    {
        var words = Words.Of(language);
        var columns = StatementColumns.Of(source, language);
        var tally = new MonthTally();
        using var book = new Workbook(target, Properties(source, words.Title), rowsPerSheet, Compression(source));

        var charges = book.AddTable(Frame(source, words, words.AllCharges, ChargeTab), columns, Counted(source.Rows(), tally));
        book.AddTable(Frame(source, words, words.Corrections, CorrectionTab), columns, Corrections(source, tally.Total));
        var unitColumns = UnitColumns.Of(language);
        var units = book.AddTable(Frame(source, words, words.ByUnit, UnitTab), unitColumns, tally.Units);

        SummarySheet.Add(book, Frame(source, words, words.Summary, SummaryTab), source, tally, words, new SummedTables(
            charges, StatementColumns.PlaceOf(columns, words.Component), StatementColumns.PlaceOf(columns, words.Amount), units, unitColumns));
        ControlSheet.Add(book, Frame(source, words, words.Control, ControlTab), source, tally, words);
        AddFindings(book, source, language, words, FindingTab);
        book.Finish();
        return tally;
    }

    private static void AddFindings(Workbook book, StatementSource source, Language language, Words words, int order)
    {
        if (source.Findings is { } findings) book.AddTable(Frame(source, words, words.Findings, order), FindingColumns.Of(language), findings());
    }

    private static CompressionLevel Compression(StatementSource source) =>
        source.Stored.Rows > RowsToMail ? CompressionLevel.Fastest : CompressionLevel.Optimal;

    internal static string Heading(StatementSource source, Words words, string title) =>
        $"{title} {source.Month} – {(source.Customer is { } customer ? $"{customer.Name} ({customer.Code})" : words.Everyone)}";

    private static IEnumerable<StatementRow> Counted(IEnumerable<StatementRow> rows, MonthTally tally)
    {
        foreach (var row in rows)
        {
            tally.Add(row);
            yield return row;
        }
    }

    // A second reading instead of a list: how many corrections there are is up to the data. It is held against the first.
    private static IEnumerable<StatementRow> Corrections(StatementSource source, Tally first)
    {
        if (first.CorrectionRows == 0) yield break;
        var count = 0L;
        var sum = Money.Zero;
        foreach (var row in source.Rows())
        {
            if (row.Charge.CorrectionOf is null) continue;
            count++;
            sum += row.Charge.Amount;
            yield return row;
        }
        if (count != first.CorrectionRows || sum != first.Corrections)
            throw new InvalidOperationException($"The rows of {source.Month} changed between two readings: {first.CorrectionRows} corrections of {first.Corrections}, then {count} of {sum}. Read both from one snapshot.");
    }

    private static SheetFrame Frame(StatementSource source, Words words, string name, int order) => new(name, order)
    {
        PageHeader = source.Closing is null ? $"{Heading(source, words, name)} · {words.Preliminary}" : Heading(source, words, name),
        Warns = source.Closing is null,
    };

    private static WorkbookProperties Properties(StatementSource source, string title) => new($"{title} {source.Month}", $"Assets {source.ProgramVersion}", source.Created);
}
