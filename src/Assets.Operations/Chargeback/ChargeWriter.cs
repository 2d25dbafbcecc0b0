using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Organisations;

namespace Assets.Operations.Chargeback;

/// <summary>Stores a month's charges as they are calculated, and counts them.</summary>
internal sealed class ChargeWriter : IDisposable
{
    private readonly CodeBook codes;
    private readonly Customers customers;
    private readonly MonthCalculation calculation;
    private readonly BulkInsert rows;

    public ChargeWriter(Writing writing, CodeBook codes, Customers customers, MonthCalculation calculation)
    {
        this.codes = codes;
        this.customers = customers;
        this.calculation = calculation;
        rows = BulkInsert.Into(
            writing, "charges", "month", "line_id", "corrected_month", "turn", "component", "from_on", "until_on",
            "asset_id", "unit_id", "cost_code_id", "customer_id", "quantity", "amount");
    }

    public long Count { get; private set; }

    public Money Total { get; private set; }

    /// <param name="assets">The assets of the line's segments, in their order.</param>
    public void Write(Charge charge, List<long?> assets)
    {
        var unit = codes.UnitId(charge.UnitCode);
        rows.Write(charge.Month.Number);
        rows.Write(calculation.LineId);
        rows.Write(charge.CorrectionOf?.Number ?? 0);
        rows.Write(charge.Reversal ? 0 : 1);
        rows.Write(charge.Component);
        rows.Write(charge.From);
        rows.Write(charge.Until);
        rows.Write(AssetId(charge, assets));
        rows.Write(unit);
        rows.Write(codes.CostCodeId(charge.CostCode));
        rows.Write((charge.Reversal ? calculation.PostedCustomer(charge) : null) ?? customers.Of(unit).Id);
        rows.Write(charge.Quantity);
        rows.Write(charge.Amount.Ore);
        rows.EndRow();
        Count++;
        Total += charge.Amount;
    }

    public void Complete() => rows.Complete();

    public void Dispose() => rows.Dispose();

    // By the segment that names the asset: a million tags are not worth a dictionary of their own.
    private long? AssetId(Charge charge, List<long?> assets)
    {
        if (charge.AssetTag is not { } tag) return null;
        var segments = calculation.Line.Segments;
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].AssetTag == tag) return assets[i];
        }
        return (charge.Reversal ? calculation.PostedAsset(charge) : null) ?? codes.AssetId(tag);
    }
}
