using Assets.Core.Chargeback;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>
/// What closed months say of one line in the end, with the customer and the asset that each row was posted to. Lines are asked for in
/// ascending order of their numbers; those that will probably be asked for next are fetched along, since each question is a round trip
/// to a database that may be another machine's.
/// </summary>
internal sealed class PostedMonths(Reading reading, CodeBook codes, MonthScope scope)
{
    internal const int LinesAtOnce = 500;
    private readonly List<long> changed = PostedCharges.LinesChangedAfter(reading, scope.Settled);
    private Dictionary<long, List<PostedCharge>> fetched = [];
    private List<PostedCharge> ofLine = [];
    private long fetchedUntil;

    public List<Charge> Of(long lineId, string lineCode)
    {
        if (lineId > fetchedUntil) Fetch(lineId);
        ofLine = fetched.GetValueOrDefault(lineId) ?? [];
        return Posted.Net(ofLine.Select(row => row.Charge.LineCode == lineCode ? row.Charge : row.Charge with { LineCode = lineCode }));
    }

    public int? CustomerOf(Charge reversal) => Find(reversal)?.CustomerId;

    public long? AssetOf(Charge reversal) => Find(reversal)?.AssetId;

    private void Fetch(long lineId)
    {
        var at = changed.BinarySearch(lineId);
        var next = changed.Skip(at < 0 ? ~at : at + 1).Take(LinesAtOnce - 1);
        List<long> lines = [lineId, .. next];
        fetched = PostedCharges.Of(reading, codes, scope.Before.Select(month => month.Month), lines).GroupBy(row => row.LineId).ToDictionary(rows => rows.Key, rows => rows.ToList());
        fetchedUntil = lines[^1];
    }

    // The latest row that says it: a row may have been turned and posted again to another customer since.
    private PostedCharge? Find(Charge reversal) => ofLine.FindLast(posted =>
        posted.Charge is { Reversal: false } row && (row.CorrectionOf ?? row.Month) == reversal.CorrectionOf && row.Component == reversal.Component
        && row.From == reversal.From && row.UnitCode == reversal.UnitCode && row.AssetTag == reversal.AssetTag && row.Amount == -reversal.Amount);
}
