using Assets.Core.Chargeback;

namespace Assets.Export.Accounting;

/// <summary>
/// Charges for another program: the columns of <c>assets charge MONTH --csv FILE</c>, in their order. UTF-8 without byte order
/// mark, commas, LF, inclusive dates, amounts with a dot. Keys are exactly those of the register, also where one begins like a
/// formula: a changed key would match nothing. For people there is <see cref="StatementCsv"/>.
/// </summary>
public static class ChargeCsv
{
    public const string Header = "charge,period,contract_line,asset_tag,unit_code,cost_code,component,from,to,days,quantity,amount,correction_of";

    /// <returns>The number of rows written.</returns>
    public static long Write(Stream target, IEnumerable<Charge> charges)
    {
        var csv = new CsvWriter(target, ',', windowsLines: false);
        foreach (var name in Header.Split(',')) csv.Text(name);
        csv.EndLine();
        var rows = 0L;
        foreach (var charge in charges)
        {
            csv.Text(charge.Id);
            csv.Month(charge.Month);
            csv.Text(charge.LineCode);
            csv.Text(charge.AssetTag);
            csv.Text(charge.UnitCode);
            csv.Text(charge.CostCode);
            csv.Text(charge.Component);
            csv.Day(charge.From);
            csv.Day(charge.To);
            csv.Number(charge.Days);
            csv.Number(charge.Quantity);
            csv.Amount(charge.Amount, '.');
            csv.Month(charge.CorrectionOf);
            csv.EndLine();
            rows++;
        }
        csv.Flush();
        return rows;
    }
}
