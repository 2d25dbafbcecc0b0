using System.Text;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The charges of a month as they are stored, by the line's number; or those of one line.</summary>
internal sealed class StoredCharges : IDisposable
{
    private const string Columns =
        "line_id, corrected_month, turn, component, from_on, until_on, unit_id, cost_code_id, asset_id, customer_id, quantity, amount, month";

    private readonly BulkRead rows;
    private readonly CodeBook codes;

    private StoredCharges(BulkRead rows, CodeBook codes)
    {
        this.rows = rows;
        this.codes = codes;
    }

    public long LineId => rows.Long(0);

    public int CorrectedMonth => rows.Int(1);

    public int CustomerId => rows.Int(9);

    public int UnitId => rows.Int(6);

    public long? AssetId => rows.LongOrNone(8);

    public long AmountOre => rows.Long(11);

    public static StoredCharges OfMonth(Reading reading, CodeBook codes, BillingMonth month)
    {
        var charges = new StoredCharges(
            reading.Query($"select {Columns} from charges where month = @p0 order by line_id, corrected_month, turn, component, from_on"), codes);
        charges.rows.Run(month.Number);
        return charges;
    }

    /// <summary>To be pointed at one line and month after the other by <see cref="Find"/>.</summary>
    public static StoredCharges ByLine(Reading reading, CodeBook codes) => new(
        reading.Query($"select {Columns} from charges where month = @p0 and line_id = @p1 order by corrected_month, turn, component, from_on"), codes);

    public void Find(BillingMonth month, long lineId) => rows.Run(month.Number, lineId);

    public bool Next() => rows.Next();

    /// <summary>True where this row says of a whole month what <paramref name="charge"/> says of its own: nothing to compare further.</summary>
    public bool RepeatsIn(Charge charge, int unitId, BillingMonth own) =>
        AmountOre == charge.Amount.Ore && UnitId == unitId && CorrectedMonth == 0 && charge.CorrectionOf is null
        && charge.Days == charge.Month.Days && Days == own.Days && Ascii.Equals(rows.Utf8(3), charge.Component);

    private int Days => rows.Day(5).DayNumber - rows.Day(4).DayNumber;

    public Charge Read(string lineCode) => new(
        BillingMonth.FromNumber(rows.Int(12)),
        lineCode,
        codes.Tag(AssetId),
        codes.UnitCode(UnitId),
        codes.CostCodeOf(rows.IntOrNone(7)),
        rows.Text(3),
        rows.Day(4),
        rows.Day(5),
        rows.Int(10),
        Money.FromOre(AmountOre),
        CorrectedMonth == 0 ? null : BillingMonth.FromNumber(CorrectedMonth),
        CorrectedMonth != 0 && rows.Int(2) == 0);

    public void Dispose() => rows.Dispose();
}
