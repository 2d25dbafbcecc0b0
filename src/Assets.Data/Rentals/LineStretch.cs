using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>A stretch of a contract line's timeline: who paid for what, on which code, for how much a month. Days half-open.</summary>
public sealed record LineStretch(
    long LineId,
    string LineCode,
    DateOnly From,
    DateOnly? Until,
    int UnitId,
    string Unit,
    string? Customer,
    string? CostCode,
    long? AssetId,
    string? AssetTag,
    int Quantity,
    Money MonthlyRent)
{
    public bool Contains(DateOnly day) => new Period(From, Until).Contains(day);

    /// <param name="condition">A <c>where</c> on <c>g</c>, the segment, or <c>l</c>, the line, with its order.</param>
    internal static List<LineStretch> Of(PageReading reading, Query condition) => reading.Rows(
        condition.Wrap("""
            select g.line_id, l.code, g.from_on, g.until_on, g.unit_id, o.name, k.name, c.code, g.asset_id, a.tag, g.quantity, g.monthly_rent
            from line_segments g join contract_lines l on l.id = g.line_id join contracts t on t.id = l.contract_id join organisations k on k.id = t.customer_id
              join organisations o on o.id = g.unit_id left join cost_codes c on c.id = g.cost_code_id left join assets a on a.id = g.asset_id
            """, ""),
        r => new LineStretch(
            r.GetInt64(0), r.GetString(1), r.Day(2), r.DayOrNone(3), r.GetInt32(4), r.GetString(5), r.Text(6), r.Text(7), r.Long(8), r.Text(9), r.GetInt32(10), Money.FromOre(r.GetInt64(11))));
}
