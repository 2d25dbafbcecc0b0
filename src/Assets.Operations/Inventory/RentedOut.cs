using System.Data.Common;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Inventory;

/// <summary>
/// What is rented out is not put back, scrapped or lost past its contract line: the rent would go on, and what a return or a loss costs
/// would never be charged. The line's own verbs take the state along with them, and an import states facts; neither asks here.
/// </summary>
internal static class RentedOut
{
    /// <param name="effectiveOn">A line that ended on the day or before it is no hindrance, nor is one that has yet to begin.</param>
    public static Refusal? Refuse(DbConnection connection, AssetChange change, DateOnly effectiveOn, DateOnly today)
    {
        if (change.State is not { } state || !AssetStates.IsIdle(state)) return null;
        var last = effectiveOn > today ? effectiveOn : today;
        return connection.Rows(
            "select a.tag, l.code from assets a join line_segments s on s.asset_id = a.id join contract_lines l on l.id = s.line_id "
            + "where a.tag_key = @p0 and a.state <> @p1 and s.from_on <= @p2 and (s.until_on is null or s.until_on > @p3) order by s.from_on desc limit 1",
            r => new Refusal(AssetRefusals.RentedOut, $"{r.GetString(0)} {r.GetString(1)}"),
            Keys.Fold(change.Tag), (int)state, Conventions.ToNumber(last), Conventions.ToNumber(effectiveOn)).SingleOrDefault();
    }
}
