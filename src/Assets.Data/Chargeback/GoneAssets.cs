using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>Contract lines that charge in a month for an asset that is retired, disposed or lost.</summary>
internal static class GoneAssets
{
    public static List<(string LineCode, string Tag, AssetState State)> ChargedIn(Reading reading, BillingMonth month) => reading.Connection.Rows(
        // The order is given: few assets are gone, and each has few segments.
        """
        select l.code, min(a.tag), min(a.state)
        from assets a cross join line_segments s cross join contract_lines l
        where a.state in (@p0, @p1, @p2) and s.asset_id = a.id and s.from_on < @p3 and (s.until_on is null or s.until_on > @p4) and l.id = s.line_id
        group by l.code order by l.code
        """,
        r => (r.GetString(0), r.GetString(1), (AssetState)r.GetInt32(2)),
        (int)AssetState.Retired, (int)AssetState.Disposed, (int)AssetState.Lost, Conventions.ToNumber(month.Until), Conventions.ToNumber(month.First));
}
