using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Export;
using Assets.Export.Workbooks;
using Column = Assets.Export.Workbooks.Column<Assets.Benchmarks.ExcelBenchmark.Item>;

namespace Assets.Benchmarks;

/// <summary>
/// Writes one workbook and ends, so that the whole process can be measured from outside: <c>/usr/bin/time -v</c> gives CPU
/// seconds (user + system) and the largest resident size.
/// </summary>
internal static class ExcelBenchmark
{
    internal sealed record Item(int Number, string Key, string Serial, DateOnly Day, BillingMonth Month, Money Amount);

    private static readonly string[] Names = ["Kommunledningskontoret", "Barn- och utbildningsförvaltningen", "Gymnasieförvaltningen", "Socialförvaltningen", "Kultur & fritid"];

    /// <summary>The table that XlsxWriter's figure was taken with: 12 columns of keys, texts, integers, amounts, dates and months.</summary>
    public static int Table(int rows, string path)
    {
        Column[] columns =
        [
            Column.Key("Contract line", 16, i => i.Key),
            Column.Key("Serial", 14, i => i.Serial),
            Column.Text("Customer", 12, i => Names[i.Number % 5]),
            Column.Text("Unit", 32, i => Names[i.Number / 7 % 5]),
            Column.Text("Model", 24, i => i.Number % 2 == 0 ? "Latitude 5440" : "ThinkPad L14 G4"),
            Column.Integer("Days", 8, i => i.Number % 31),
            Column.Integer("Quantity", 8, i => i.Number % 9),
            Column.Money("Amount", 14, i => i.Amount),
            Column.Money("Price", 14, i => -i.Amount),
            Column.Date("From", 12, i => i.Day),
            Column.Date("To", 12, i => i.Day.AddDays(20)),
            Column.Month("Month", 12, i => i.Month),
        ];
        return FinishedFile.Write(path, stream =>
        {
            using var book = new Workbook(stream, new WorkbookProperties("Benchmark", "Assets", DateTimeOffset.UnixEpoch));
            book.AddTable(new SheetFrame("Rows", 0), columns, Enumerable.Range(0, rows).Select(Make));
            book.Finish();
            return 0;
        });
    }

    /// <summary>All five sheets of a month with 1 500 units, one row in twenty a correction.</summary>
    public static int Month(int rows, string path)
    {
        var sum = Money.Zero;
        foreach (var row in Charges(rows)) sum += row.Charge.Amount;
        var source = new StatementSource(
            new BillingMonth(2026, 5), null, null, DateTimeOffset.UnixEpoch, new StatementTotals(rows, sum), "benchmark", () => Charges(rows));
        var tally = FinishedFile.Write(path, stream => MonthWorkbook.Write(stream, source, Language.Swedish));
        return tally.Agrees(source.Stored) ? 0 : 1;
    }

    private static Item Make(int number) => new(
        number,
        number.ToString("'C'00000000", CultureInfo.InvariantCulture),
        ((long)number * 2654435761 % 9_999_999_967).ToString("X9", CultureInfo.InvariantCulture),
        new DateOnly(2022, 1, 1).AddDays(number % 1500),
        new BillingMonth(2022 + number % 5, 1 + number % 12),
        Money.FromOre(number * 37L % 5_000_000));

    private static IEnumerable<StatementRow> Charges(int rows)
    {
        var month = new BillingMonth(2026, 5);
        for (var i = 0; i < rows; i++)
        {
            var unit = (int)((long)i * 1500 / rows);
            var corrects = i % 20 == 0;
            var charge = new Charge(
                month, i.ToString("'C'00000000", CultureInfo.InvariantCulture), i.ToString("'IT'0000000", CultureInfo.InvariantCulture),
                unit.ToString("'100-'0000", CultureInfo.InvariantCulture), (10000 + unit * 2 + i % 2).ToString(CultureInfo.InvariantCulture), "rent",
                month.First, month.Until, 1, Money.FromOre((i * 37L % 90_000) - (corrects ? 90_000 : 0)), corrects ? month.Previous : null, corrects);
            yield return new StatementRow(charge, $"100-{unit / 40:00}", Names[unit / 40 % 5], $"Enhet {unit:0000}", "Drift", "Dator, Dell, Latitude 5440");
        }
    }
}
