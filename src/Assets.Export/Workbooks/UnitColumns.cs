using System.Globalization;
using Column = Assets.Export.Workbooks.Column<Assets.Export.Workbooks.UnitTally>;

namespace Assets.Export.Workbooks;

/// <summary>The columns of the sums by unit and cost code. Customers are summed from here, which is short, rather than from a million charges.</summary>
internal static class UnitColumns
{
    public static IReadOnlyList<Column> Of(Language language)
    {
        var words = Words.Of(language);
        List<Column> columns =
        [
            Column.Text(words.Customer, 12, u => u.CustomerCode),
            Column.Text(words.CustomerName, 36, u => u.CustomerName),
            Column.Text(words.Unit, 14, u => u.UnitCode),
            Column.Text(words.UnitName, 36, u => u.UnitName),
            Column.Text(words.CostCode, 14, u => u.CostCode),
            Column.Text(words.CostCodeName, 28, u => u.CostCodeName),
            Column.Integer(words.Rows, 10, u => u.Sums.Rows),
            Column.Money(words.Charges, 16, u => u.Sums.Charges),
            Column.Money(words.CorrectionAmount, 16, u => u.Sums.Corrections),
        ];
        var charges = ColumnName.Of(StatementColumns.PlaceOf(columns, words.Charges));
        var corrections = ColumnName.Of(StatementColumns.PlaceOf(columns, words.CorrectionAmount));
        columns.Add(Column.Formula(words.Net, 16, u => u.Sums.Net, row => string.Create(CultureInfo.InvariantCulture, $"{charges}{row}+{corrections}{row}")));
        return columns;
    }
}
