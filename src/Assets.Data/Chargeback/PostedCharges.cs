using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>A row that a closed month posted, with the customer and the asset that it was posted to.</summary>
/// <param name="Charge">Under the code that the line has now.</param>
internal sealed record PostedCharge(long LineId, Charge Charge, int CustomerId, long? AssetId);

/// <summary>What closed months posted for some lines, all of them in one question however many they are.</summary>
internal static class PostedCharges
{
    /// <summary>By line, then in the order of posting.</summary>
    public static List<PostedCharge> Of(Reading reading, CodeBook codes, IEnumerable<BillingMonth> months, IReadOnlyCollection<long> lines) => reading.Connection.Rows(
        $"""
        select c.line_id, c.month, l.code, a.tag, c.unit_id, c.cost_code_id, c.component, c.from_on, c.until_on, c.quantity, c.amount, c.corrected_month, c.turn, c.customer_id, c.asset_id
        from charges c join contract_lines l on l.id = c.line_id left join assets a on a.id = c.asset_id
        where c.month in ({string.Join(", ", months.Select(month => month.Number.ToString(CultureInfo.InvariantCulture)))}) and {AmongKeys.Condition(reading.Connection, "c.line_id", 0)}
        order by c.line_id, c.month, c.corrected_month, c.turn, c.component, c.from_on
        """,
        r => new PostedCharge(
            r.GetInt64(0),
            new Charge(
                BillingMonth.FromNumber(r.GetInt32(1)),
                r.GetString(2),
                r.Text(3),
                codes.UnitCode(r.GetInt32(4)),
                codes.CostCodeOf(r.Int(5)),
                r.GetString(6),
                r.Day(7),
                r.Day(8),
                r.GetInt32(9),
                Money.FromOre(r.GetInt64(10)),
                r.GetInt32(11) is var corrected and not 0 ? BillingMonth.FromNumber(corrected) : null,
                r.GetInt32(11) != 0 && r.GetInt32(12) == 0),
            r.GetInt32(13),
            r.Long(14)),
        AmongKeys.Value(reading.Connection, lines));

    /// <summary>The lines that something changed after a change set, by number. Those that changed after a later watermark are among them.</summary>
    public static List<long> LinesChangedAfter(Reading reading, long changeSet) =>
        reading.Connection.Rows("select id from contract_lines where change_set_id > @p0 order by id", r => r.GetInt64(0), changeSet);
}
