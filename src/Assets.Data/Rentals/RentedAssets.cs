using System.Collections;
using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Rentals;

/// <summary>
/// Which asset stands behind which segment, line by line beside a walk over the lines; and, when the walk is over, which assets
/// nothing was charged for. One bit an asset instead of a look-up of each.
/// </summary>
internal sealed class RentedAssets : IDisposable
{
    private readonly Reading reading;
    private readonly BulkRead segments;
    private readonly BillingMonth month;
    private readonly BitArray rented;
    private readonly List<long?> ofLine = [];
    private bool ahead;

    public RentedAssets(Reading reading, BillingMonth month)
    {
        this.reading = reading;
        this.month = month;
        rented = new BitArray(checked((int)reading.Connection.Number("select max(id) from assets") + 1));
        segments = reading.Query("select line_id, asset_id, from_on, until_on from line_segments order by line_id, from_on");
        segments.Run();
        ahead = segments.Next();
    }

    /// <summary>The assets of a line's present segments, in their order. Lines are asked for in ascending order of their numbers.</summary>
    public List<long?> Of(long lineId)
    {
        ofLine.Clear();
        while (ahead && segments.Long(0) <= lineId)
        {
            var asset = segments.LongOrNone(1);
            if (segments.Long(0) == lineId) ofLine.Add(asset);
            if (asset is { } id && new Period(segments.Day(2), segments.DayOrNone(3)).Overlaps(month.Period)) rented[(int)id] = true;
            ahead = segments.Next();
        }
        return ofLine;
    }

    /// <summary>
    /// Tags of assets in use, bought before the month's end, that no segment of the month names, and that belong to no computer that one
    /// names: the screen is in the workplace's rent. Asked after the last line.
    /// </summary>
    public IEnumerable<string> InUseWithoutContract()
    {
        using var inUse = reading.Query("select id from assets where state = @p0 order by tag_key");
        using var asset = reading.Query("select tag, parent_id from assets where id = @p0 and (purchased_on is null or purchased_on < @p1)");
        inUse.Run((long)AssetState.InUse);
        while (inUse.Next())
        {
            if (rented[inUse.Int(0)]) continue;
            asset.Run(inUse.Long(0), Conventions.ToNumber(month.Until));
            if (asset.Next() && !(asset.LongOrNone(1) is { } parent && rented[(int)parent])) yield return asset.Text(0);
        }
    }

    public void Dispose() => segments.Dispose();
}
