using Assets.Core.Chargeback;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>What closed months say of one line in the end, with the customer and the asset that each row was posted to.</summary>
internal sealed class PostedMonths(Reading reading, CodeBook codes, IReadOnlyList<ClosedMonth> closed) : IDisposable
{
    private readonly StoredCharges charges = StoredCharges.ByLine(reading, codes, closed.Select(month => month.Month));
    private readonly List<Charge> rows = [];
    private readonly List<(Charge Row, int CustomerId, long? AssetId)> keys = [];

    public List<Charge> Of(long lineId, string lineCode)
    {
        rows.Clear();
        keys.Clear();
        charges.Find(lineId);
        while (charges.Next())
        {
            var row = charges.Read(lineCode);
            rows.Add(row);
            keys.Add((row, charges.CustomerId, charges.AssetId));
        }
        return Posted.Net(rows);
    }

    public int? CustomerOf(Charge reversal) => Find(reversal)?.CustomerId;

    public long? AssetOf(Charge reversal) => Find(reversal)?.AssetId;

    // The latest row that says it: a row may have been turned and posted again to another customer since.
    private (Charge Row, int CustomerId, long? AssetId)? Find(Charge reversal)
    {
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var row = keys[i].Row;
            var same = !row.Reversal && (row.CorrectionOf ?? row.Month) == reversal.CorrectionOf && row.Component == reversal.Component
                && row.From == reversal.From && row.UnitCode == reversal.UnitCode && row.AssetTag == reversal.AssetTag && row.Amount == -reversal.Amount;
            if (same) return keys[i];
        }
        return null;
    }

    public void Dispose() => charges.Dispose();
}
