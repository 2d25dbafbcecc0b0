using Assets.Export.Workbooks;

namespace Assets.Export.Accounting;

/// <summary>
/// The rows and columns of the sheet of all charges as CSV for people, keys included in what is kept from being a formula; programs
/// that match keys read <see cref="ChargeCsv"/>.
/// </summary>
public static class StatementCsv
{
    /// <param name="byteOrderMark">Wanted by Excel, which otherwise reads UTF-8 as a Windows code page.</param>
    /// <returns>The sums of what was written.</returns>
    public static MonthTally Write(Stream target, StatementSource source, Language language, bool byteOrderMark = true)
    {
        var tally = new MonthTally();
        TableCsv.Write(target, StatementColumns.Of(source, language), source.Rows().Select(row =>
        {
            tally.Add(row);
            return row;
        }), language, byteOrderMark);
        return tally;
    }
}
