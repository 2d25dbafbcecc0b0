using System.Text;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Data.Chargeback;

/// <summary>The charges of a month as they are stored, by the line's number.</summary>
internal sealed class StoredCharges : IDisposable
{
    private const string Columns =
        "c.line_id, c.corrected_month, c.turn, c.component, c.from_on, c.until_on, c.unit_id, c.cost_code_id, c.asset_id, c.customer_id, c.quantity, c.amount, c.month";

    private readonly BulkRead rows;
    private readonly CodeBook codes;
    private readonly bool withTags;

    private StoredCharges(BulkRead rows, CodeBook codes, bool withTags)
    {
        this.rows = rows;
        this.codes = codes;
        this.withTags = withTags;
    }

    public long LineId => rows.Long(0);

    public int CorrectedMonth => rows.Int(1);

    /// <summary>As stored: 0 for the turned row of a correction, 1 for every other.</summary>
    public int Turn => rows.Int(2);

    public int CustomerId => rows.Int(9);

    public int UnitId => rows.Int(6);

    public long? AssetId => rows.LongOrNone(8);

    public long AmountOre => rows.Long(11);

    /// <summary>All of a month. Without tags, for who reads hardly any row in full, an asset's is looked up when a row is.</summary>
    public static StoredCharges OfMonth(Reading reading, CodeBook codes, BillingMonth month, bool withTags)
    {
        var (tag, join) = withTags ? (", a.tag", "left join assets a on a.id = c.asset_id") : ("", "");
        var charges = new StoredCharges(
            reading.Query($"select {Columns}{tag} from charges c {join} where c.month = @p0 order by c.line_id, c.corrected_month, c.turn, c.component, c.from_on"),
            codes,
            withTags);
        charges.rows.Run(month.Number);
        return charges;
    }

    public bool Next() => rows.Next();

    /// <summary>True where this row says of a whole month what <paramref name="charge"/> says of its own: nothing to compare further.</summary>
    public bool RepeatsIn(Charge charge, int unitId, BillingMonth own) =>
        AmountOre == charge.Amount.Ore && UnitId == unitId && CorrectedMonth == 0 && charge.CorrectionOf is null
        && charge.Days == charge.Month.Days && Days == own.Days && Ascii.Equals(rows.Utf8(3), charge.Component);

    private int Days => rows.Day(5).DayNumber - rows.Day(4).DayNumber;

    public Charge Read(string lineCode) => new(
        BillingMonth.FromNumber(rows.Int(12)),
        lineCode,
        withTags ? rows.TextOrNone(13) : codes.Tag(AssetId),
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
