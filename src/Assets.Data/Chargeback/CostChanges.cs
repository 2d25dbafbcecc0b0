using System.Data.Common;
using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>What one contract line adds, for one cause, to the difference between a selection's two months.</summary>
public sealed record LineChange(long LineId, ChangeCause Cause, Money Amount);

/// <summary>
/// Why a selection pays another amount than the month before, line by line: the sum of all is the difference, to the öre. The selection
/// is the one customer, everybody else the other, so that a move within it is no change and a move out of it is one.
/// </summary>
public sealed class CostChanges(Database database, CostMemory memory)
{
    private const string Inside = "in";

    /// <summary>By line.</summary>
    public IReadOnlyList<LineChange> Of(MonthHead month, MonthHead before, CostSelection selection) =>
        memory.Of($"changes {month.Month} {month.Stamp} {before.Stamp} {selection.Key}", () => (IReadOnlyList<LineChange>)Read(month.Month, before.Month, selection));

    private List<LineChange> Read(BillingMonth month, BillingMonth before, CostSelection selection)
    {
        using var reading = PageReading.Begin(database);
        var query = new Query().Raw("with changed as (");
        Differing(query, month, before, selection).Raw(" union ");
        Differing(query, before, month, selection).Raw(") ");
        query.Add($"select c.line_id, c.month, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, c.asset_id, c.unit_id, c.quantity, c.amount from changed d join charges c on c.line_id = d.line_id where c.month in ({month.Number}, {before.Number}) order by c.line_id, c.month, c.corrected_month, c.turn, c.component, c.from_on");
        var changes = new List<LineChange>();
        var line = 0L;
        var old = new List<Charge>();
        var now = new List<Charge>();
        reading.Each(query, r =>
        {
            if (r.GetInt64(0) != line) Settle();
            line = r.GetInt64(0);
            var charge = ChargeOf(r, selection);
            (charge.Month == month ? now : old).Add(charge);
        });
        Settle();
        return changes;

        void Settle()
        {
            if (line == 0) return;
            var tally = new ChangeTally();
            ChangeCauses.Add(old, now, place => place, tally);
            foreach (var change in tally.Changes)
                if (change.Customer == Inside && change.Amount != Money.Zero) changes.Add(new LineChange(line, change.Cause, change.Amount));
            old.Clear();
            now.Clear();
        }
    }

    // Nearly every line costs what it did: a row of a whole month with a twin in the other one tells nothing, and is not fetched.
    private static Query Differing(Query query, BillingMonth of, BillingMonth other, CostSelection selection)
    {
        query.Add($"select b.line_id from charges b where b.month = {of.Number}");
        selection.Limit(query, "b.unit_id");
        return query.Add($" and not exists (select 1 from charges a where a.month = {other.Number} and a.line_id = b.line_id and a.corrected_month = 0 and a.turn = 1 and a.component = b.component and a.from_on = {other.First} and a.until_on = {other.Until} and a.amount = b.amount and a.unit_id = b.unit_id and b.corrected_month = 0 and b.from_on = {of.First} and b.until_on = {of.Until})");
    }

    // Causes ask only whether line, asset and customer are the same: numbers tell that as well as codes do.
    private static Charge ChargeOf(DbDataReader r, CostSelection selection)
    {
        var corrected = r.GetInt32(2);
        return new Charge(
            BillingMonth.FromNumber(r.GetInt32(1)),
            r.GetInt64(0).ToString(CultureInfo.InvariantCulture),
            r.Long(7)?.ToString(CultureInfo.InvariantCulture),
            selection.Covers(r.GetInt32(8)) ? Inside : "out",
            "",
            r.GetString(4),
            r.Day(5),
            r.Day(6),
            r.GetInt32(9),
            Money.FromOre(r.GetInt64(10)),
            corrected == 0 ? null : BillingMonth.FromNumber(corrected),
            corrected != 0 && r.GetInt32(3) == 0);
    }
}
