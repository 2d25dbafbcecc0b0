using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>
/// A month from its stored inputs, one contract line after the other by number: what the line costs, and what closed months should have
/// cost beyond what they say. Charging stores what it gives, verifying compares with it; there is no second way to a charge.
/// </summary>
internal sealed class MonthCalculation : IDisposable
{
    private readonly MonthScope scope;
    private readonly StoredLines lines;
    private readonly PostedMonths? posted;
    private readonly List<Finding>? findings;
    private readonly List<Charge> shouldBe = [];

    /// <param name="findings">Receives what the lines themselves show; none where a month is only recomputed.</param>
    public MonthCalculation(Reading reading, CodeBook codes, MonthScope scope, List<Finding>? findings)
    {
        this.scope = scope;
        this.findings = findings;
        lines = StoredLines.AsOf(reading, scope.Watermark);
        posted = scope.Corrects ? new PostedMonths(reading, codes, scope) : null;
    }

    public long LineId => lines.LineId;

    public LineSnapshot Line { get; private set; } = null!;

    /// <summary>The line's charges, corrections last. The list is the same for every line.</summary>
    public List<Charge> Charges { get; } = [];

    public int Corrections { get; private set; }

    public bool Next()
    {
        if (!lines.Next()) return false;
        Line = LineText.Parse(lines.Text);
        Charges.Clear();
        Rating.Rate(Line, scope.Month, Charges, findings);
        Corrections = 0;
        if (posted is not null && lines.ChangeSet > scope.Settled) Correct(posted);
        return true;
    }

    /// <summary>The customer that a turned row goes back to: the one it was posted to, whoever the unit belongs to now.</summary>
    public int? PostedCustomer(Charge reversal) => posted?.CustomerOf(reversal);

    /// <summary>The asset behind a turned row, which the line may long since have lost.</summary>
    public long? PostedAsset(Charge reversal) => posted?.AssetOf(reversal);

    public void Dispose() => lines.Dispose();

    private void Correct(PostedMonths posted)
    {
        var ordinary = Charges.Count;
        var net = posted.Of(lines.LineId, Line.LineCode);
        foreach (var closed in scope.Before)
        {
            shouldBe.Clear();
            Rating.Rate(Line, closed.Month, shouldBe);
            Correction.Between(scope.Month, closed.Month, net, shouldBe, Charges);
        }
        Corrections = Charges.Count - ordinary;
    }
}
