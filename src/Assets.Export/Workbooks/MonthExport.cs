using Assets.Export.Accounting;

namespace Assets.Export.Workbooks;

/// <summary>A month's files under their names in a folder, each complete or absent.</summary>
public static class MonthExport
{
    /// <summary>Writes <c>2026-05-all.xlsx</c>, or the customer's workbook where the source is one customer's part.</summary>
    public static MonthTally WriteWorkbook(string folder, StatementSource source, Language language) =>
        FinishedFile.Write(Path.Combine(folder, Name(source, "xlsx")), stream => MonthWorkbook.Write(stream, source, language));

    /// <summary>Writes the same rows as <c>2026-05-all.csv</c>, or the customer's.</summary>
    public static MonthTally WriteCsv(string folder, StatementSource source, Language language) =>
        FinishedFile.Write(Path.Combine(folder, Name(source, "csv")), stream => StatementCsv.Write(stream, source, language));

    /// <summary>Writes <c>2026-05-control.xlsx</c> from the sums that writing everyone's file returned.</summary>
    public static void WriteControl(string folder, StatementSource everyone, MonthTally tally, Language language) =>
        FinishedFile.Write(Path.Combine(folder, MonthFile.Control(everyone.Month, "xlsx")), stream =>
        {
            MonthWorkbook.WriteControl(stream, everyone, tally, language);
            return tally;
        });

    private static string Name(StatementSource source, string extension) =>
        source.Customer is { } customer ? MonthFile.Customer(source.Month, customer.Code, extension) : MonthFile.All(source.Month, extension);
}
