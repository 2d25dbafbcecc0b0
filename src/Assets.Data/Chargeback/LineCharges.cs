using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A charge of a contract line with who paid it.</summary>
public sealed record LineCharge(Charge Charge, int UnitId, string Unit);

/// <summary>What one contract line was charged in a month and in the month before, so that they can be held side by side.</summary>
public static class LineCharges
{
    /// <param name="sees">Whether the reader sees what a unit pays: a line that moved has been others' too.</param>
    public static IReadOnlyList<LineCharge> Read(Database database, long lineId, BillingMonth month, Func<int, bool> sees)
    {
        using var reading = PageReading.Begin(database);
        var rows = reading.Rows(
            new Query().Add($"""
                select c.month, l.code, a.tag, o.code, k.code, c.component, c.from_on, c.until_on, c.quantity, c.amount, c.corrected_month, c.turn, c.unit_id, o.name
                from charges c join contract_lines l on l.id = c.line_id join organisations o on o.id = c.unit_id
                left join cost_codes k on k.id = c.cost_code_id left join assets a on a.id = c.asset_id
                where c.month in ({month.Number}, {month.Previous.Number}) and c.line_id = {lineId}
                """),
            r => new LineCharge(
                new Charge(
                    BillingMonth.FromNumber(r.GetInt32(0)), r.GetString(1), r.Text(2), r.GetString(3), r.Text(4) ?? "", r.GetString(5), r.Day(6), r.Day(7), r.GetInt32(8), Money.FromOre(r.GetInt64(9)),
                    r.GetInt32(10) is var corrected and not 0 ? BillingMonth.FromNumber(corrected) : null, r.GetInt32(10) != 0 && r.GetInt32(11) == 0),
                r.GetInt32(12), r.GetString(13)));
        return [.. rows.Where(row => sees(row.UnitId)).OrderByDescending(row => row.Charge.Month).ThenBy(row => row.Charge, ChargeOrder.Instance)];
    }
}
