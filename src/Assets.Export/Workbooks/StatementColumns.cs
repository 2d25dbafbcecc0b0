using Assets.Core.Chargeback;
using Column = Assets.Export.Workbooks.Column<Assets.Core.Chargeback.StatementRow>;

namespace Assets.Export.Workbooks;

/// <summary>The columns of charges and corrections, in workbooks and CSV alike: one line each.</summary>
internal static class StatementColumns
{
    public static IReadOnlyList<Column> Of(StatementSource source, Language language)
    {
        var words = Words.Of(language);
        // On each row, not only above: a row that is copied elsewhere still says whether it is final.
        var closed = source.Closing is null ? words.NotClosed : words.Closed;
        return
        [
            Column.Text(words.Customer, 12, r => r.CustomerCode),
            Column.Text(words.CustomerName, 32, r => r.CustomerName),
            Column.Text(words.Unit, 14, r => r.Charge.UnitCode),
            Column.Text(words.UnitName, 32, r => r.UnitName),
            Column.Text(words.CostCode, 13, r => r.Charge.CostCode),
            Column.Text(words.CostCodeName, 24, r => r.CostCodeName),
            Column.Key(words.Line, 16, r => r.Charge.LineCode),
            Column.Key(words.AssetTag, 18, r => r.Charge.AssetTag),
            Column.Text(words.Asset, 34, r => r.AssetText),
            Column.Text(words.Component, 14, r => words.ComponentName(r.Charge.Component)),
            Column.Date(words.From, 14, r => r.Charge.From),
            Column.Date(words.To, 14, r => r.Charge.To),
            Column.Integer(words.Days, 8, r => r.Charge.Days),
            Column.Integer(words.Quantity, 8, r => r.Charge.Quantity),
            Column.Money(words.Amount, 14, r => r.Charge.Amount),
            Column.Month(words.CorrectionOf, 13, r => r.Charge.CorrectionOf),
            Column.Text(words.CorrectionRow, 20, r => Half(words, r.Charge)),
            Column.Month(words.Month, 18, r => r.Charge.Month),
            Column.Text(words.MonthClosed, 16, _ => closed),
            Column.Key(words.Charge, 40, r => r.Charge.Id),
        ];
    }

    /// <summary>The place of the column with this header.</summary>
    public static int PlaceOf<T>(IReadOnlyList<Column<T>> columns, string header)
    {
        for (var place = 0; place < columns.Count; place++)
            if (columns[place].Header == header) return place;
        throw new ArgumentException($"There is no column '{header}'.", nameof(header));
    }

    private static string? Half(Words words, Charge charge) =>
        charge.CorrectionOf is null ? null : charge.Reversal ? words.OldRow : words.NewRow;
}
