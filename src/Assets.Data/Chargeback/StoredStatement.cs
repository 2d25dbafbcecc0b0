using System.Data.Common;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The stored charges of a month with the codes that the numbers stand for.</summary>
internal static class StoredStatement
{
    /// <summary>In <see cref="ChargeOrder"/>, which a digest needs. One row at a time, as they are asked for; the connection is busy until the last.</summary>
    public static IEnumerable<Charge> InOrder(DbConnection connection, BillingMonth month) =>
        Read(connection, month, "l.code, c.corrected_month, c.turn, c.component, c.from_on");

    /// <summary>In the order that the lines were made in, which is that of the key: nothing has to be sorted.</summary>
    public static IEnumerable<Charge> ByLineNumber(DbConnection connection, BillingMonth month) =>
        Read(connection, month, "c.line_id, c.corrected_month, c.turn, c.component, c.from_on");

    private static IEnumerable<Charge> Read(DbConnection connection, BillingMonth month, string order)
    {
        using var rows = BulkRead.On(connection, $"""
            select l.code, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, a.tag, o.code, k.code, c.quantity, c.amount
            from charges c
            join contract_lines l on l.id = c.line_id
            join organisations o on o.id = c.unit_id
            left join cost_codes k on k.id = c.cost_code_id
            left join assets a on a.id = c.asset_id
            where c.month = @p0
            order by {order}
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
