using System.Data.Common;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// Lines that were given back on their first day before lines kept their last stretch: what they had is read from the last version that
/// ran. All others were filled by the migration from their stretches.
/// </summary>
internal static class LastStretches
{
    public static void Fill(DbConnection connection)
    {
        foreach (var line in connection.Rows("select id from contract_lines where last_unit_id is null", r => r.GetInt64(0)))
        {
            var ran = connection.Rows("select body from line_versions where line_id = @p0 order by version desc", r => LineText.Parse(r.GetString(0)), line).Find(version => !version.Segments.IsEmpty);
            if (ran is null) continue;
            var (day, last) = (Conventions.ToNumber(ran.Segments[0].Period.From), ran.Segments[^1]);
            connection.Execute(
                """
                update contract_lines set last_from_on = @p0, last_until_on = @p0, last_unit_id = (select id from organisations where code = @p1),
                  last_cost_code_id = (select id from cost_codes where code = @p2), last_asset_id = (select id from assets where tag = @p3), last_rent = @p4 where id = @p5
                """,
                day, last.UnitCode, last.CostCode, last.AssetTag, MonthlyRent.On(last, last.Period.From).Ore, line);
        }
    }
}
