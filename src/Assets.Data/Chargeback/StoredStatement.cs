using System.Data.Common;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The stored charges of a month with the codes that the numbers stand for.</summary>
internal static class StoredStatement
{
    /// <summary>In <see cref="ChargeOrder"/>, which a digest needs, each with its customer's code. One row at a time, as they are asked for; the connection is busy until the last.</summary>
    public static IEnumerable<(Charge Charge, string Customer)> InOrder(DbConnection connection, BillingMonth month)
    {
        using var rows = Run(connection, month, ", p.code", "left join organisations p on p.id = c.customer_id", "l.code, c.corrected_month, c.turn, c.component, c.from_on");
        while (rows.Next()) yield return (Read(rows, month), rows.TextOrNone(11) ?? "");
    }

    /// <summary>In the order that the lines were made in, which is that of the key: nothing has to be sorted.</summary>
    public static IEnumerable<Charge> ByLineNumber(DbConnection connection, BillingMonth month)
    {
        using var rows = Run(connection, month, "", "", "c.line_id, c.corrected_month, c.turn, c.component, c.from_on");
        while (rows.Next()) yield return Read(rows, month);
    }

    private static BulkRead Run(DbConnection connection, BillingMonth month, string column, string join, string order)
    {
        var rows = BulkRead.On(connection, $"""
            select l.code, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, a.tag, o.code, k.code, c.quantity, c.amount{column}
            from charges c
            join contract_lines l on l.id = c.line_id
            join organisations o on o.id = c.unit_id
            left join cost_codes k on k.id = c.cost_code_id
            left join assets a on a.id = c.asset_id
            {join}
            where c.month = @p0
            order by {order}
            """);
        rows.Run(month.Number);
        return rows;
    }

    private static Charge Read(BulkRead rows, BillingMonth month)
    {
        var corrected = rows.Int(1);
        return new Charge(
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
