using System.Data.Common;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The stored charges of a month in <see cref="ChargeOrder"/>, with the codes that the numbers stand for: for digests and files.</summary>
internal static class StoredStatement
{
    /// <summary>One row at a time, as they are asked for; the connection is busy until the last.</summary>
    public static IEnumerable<Charge> Of(DbConnection connection, BillingMonth month)
    {
        using var rows = BulkRead.On(connection, """
            select l.code, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, a.tag, o.code, k.code, c.quantity, c.amount
            from charges c
            join contract_lines l on l.id = c.line_id
            join organisations o on o.id = c.unit_id
            left join cost_codes k on k.id = c.cost_code_id
            left join assets a on a.id = c.asset_id
            where c.month = @p0
            order by l.code, c.corrected_month, c.turn, c.component, c.from_on
            """);
        rows.Run(month.Number);
        while (rows.Next())
        {
            var corrected = rows.Int(1);
            yield return new Charge(
                month,
                rows.Text(0),
                rows.TextOrNone(6),
                rows.Text(7),
                rows.TextOrNone(8) ?? "",
                rows.Text(3),
                rows.Day(4),
                rows.Day(5),
                rows.Int(9),
                Money.FromOre(rows.Long(10)),
                corrected == 0 ? null : BillingMonth.FromNumber(corrected),
                corrected != 0 && rows.Int(2) == 0);
        }
    }
}
