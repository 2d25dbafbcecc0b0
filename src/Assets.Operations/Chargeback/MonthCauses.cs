using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Organisations;

namespace Assets.Operations.Chargeback;

/// <summary>
/// Why the month differs from the one before, gathered while its lines pass by: the charges of the month before are walked beside them,
/// since both lie in the order of the lines' numbers.
/// </summary>
internal sealed class MonthCauses : IDisposable
{
    private readonly CodeBook codes;
    private readonly Customers customers;
    private readonly Func<Charge, string> payerBefore;
    private readonly Func<Charge, string> payerNow;
    private readonly BillingMonth before;
    private readonly StoredCharges old;
    private readonly List<Charge> ofLine = [];
    private readonly List<int> payers = [];
    private readonly ChangeTally tally = new();
    private bool ahead;

    /// <param name="postedTo">The customer that a turned row goes back to; none for who pays now.</param>
    public MonthCauses(Reading reading, CodeBook codes, Customers customers, BillingMonth month, Func<Charge, int?> postedTo)
    {
        this.codes = codes;
        this.customers = customers;
        payerBefore = charge => codes.UnitCode(payers[ofLine.FindIndex(old => ReferenceEquals(old, charge))]);
        payerNow = charge => (charge.Reversal ? postedTo(charge) : null) is { } posted ? codes.UnitCode(posted) : customers.Of(codes.UnitId(charge.UnitCode)).Code;
        before = month.Previous;
        old = StoredCharges.OfMonth(reading, codes, before, withTags: false);
        HasBefore = ahead = old.Next();
    }

    /// <summary>False where the month before was never charged: there is nothing to compare with.</summary>
    public bool HasBefore { get; }

    public void Add(long lineId, string lineCode, List<Charge> charges)
    {
        if (!HasBefore) return;
        ofLine.Clear();
        payers.Clear();
        while (ahead && old.LineId == lineId)
        {
            // Nearly every line of nearly every month: one row, as last month.
            if (ofLine.Count == 0 && charges.Count == 1 && codes.UnitId(charges[0].UnitCode) is var unit && old.RepeatsIn(charges[0], unit, before) && customers.Of(unit).Id == old.CustomerId)
            {
                var (asset, payer) = (old.AssetId, old.CustomerId);
                ahead = old.Next();
                if (!ahead || old.LineId != lineId) return;
                payers.Add(payer);
                ofLine.Add(charges[0] with { Month = before, From = before.First, Until = before.Until, AssetTag = codes.Tag(asset) });
                continue;
            }
            payers.Add(old.CustomerId);
            ofLine.Add(old.Read(lineCode));
            ahead = old.Next();
        }
        ChangeCauses.Add(ofLine, charges, payerBefore, payerNow, tally);
    }

    public void Store(Writing writing, BillingMonth month)
    {
        using var rows = BulkInsert.Into(writing, "month_changes", "month", "customer_id", "cause", "amount");
        foreach (var change in tally.Changes)
        {
            rows.Write(month.Number);
            rows.Write(codes.UnitId(change.Customer));
            rows.Write(ChangeWords.Vocabulary.Word(change.Cause));
            rows.Write(change.Amount.Ore);
            rows.EndRow();
        }
        rows.Complete();
    }

    public void Dispose() => old.Dispose();
}
