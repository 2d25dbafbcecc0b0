using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The names behind the codes of one line's charge.</summary>
internal sealed record ChargePlace(string Contract, string CustomerCode, string CustomerName, string UnitName, string CostCodeName, string AssetText, int UnitId, long? AssetId)
{
    public static ChargePlace Of(Reading reading, BillingMonth month, long lineId, int correctedMonth, int turn, string component, DateOnly from) => reading.Connection.Rows(
        """
        select t.number, p.code, p.name, u.name, k.name, m.kind, m.vendor, m.name, c.unit_id, c.asset_id
        from charges c
        join contract_lines l on l.id = c.line_id
        join contracts t on t.id = l.contract_id
        join organisations u on u.id = c.unit_id
        join organisations p on p.id = c.customer_id
        left join cost_codes k on k.id = c.cost_code_id
        left join assets a on a.id = c.asset_id
        left join models m on m.id = a.model_id
        where c.month = @p0 and c.line_id = @p1 and c.corrected_month = @p2 and c.turn = @p3 and c.component = @p4 and c.from_on = @p5
        """,
        r => new ChargePlace(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4) ?? "",
            r.IsDBNull(5) ? "" : $"{AssetKinds.Vocabulary.Word((AssetKind)r.GetInt32(5))} {r.GetString(6)} {r.GetString(7)}",
            r.GetInt32(8), r.Long(9)),
        month.Number, lineId, correctedMonth, turn, component, Conventions.ToNumber(from)).Single();
}
