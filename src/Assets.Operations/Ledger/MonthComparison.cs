using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>Holds a month's stored charges against recomputed ones, line by line, and keeps the first that differs.</summary>
internal sealed class MonthComparison
{
    private readonly StoredCharges stored;
    private readonly Func<Charge, int?> postedCustomer;
    private readonly Dictionary<int, int> customers = [];
    private readonly List<Charge> ofLine = [];
    private bool ahead;

    /// <param name="postedCustomer">To whom the row was posted that a turned row of the line at hand takes back.</param>
    public MonthComparison(StoredCharges stored, Func<Charge, int?> postedCustomer)
    {
        this.stored = stored;
        this.postedCustomer = postedCustomer;
        ahead = stored.Next();
    }

    public MonthFault? First { get; private set; }

    /// <summary>Of what is stored.</summary>
    public long Count { get; private set; }

    public Money Total { get; private set; }

    /// <summary>Lines come in ascending order of their numbers; <paramref name="computed"/> is sorted.</summary>
    public void Compare(long lineId, string lineCode, List<Charge> computed)
    {
        ofLine.Clear();
        while (ahead && stored.LineId <= lineId)
        {
            var charge = stored.Read(stored.LineId == lineId ? lineCode : OfNoLine(stored.LineId));
            Count++;
            Total += charge.Amount;
            if (stored.LineId != lineId) First ??= Unexpected(charge);
            else if (First is null) First = Keyed(charge);
            ofLine.Add(charge);
            ahead = stored.Next();
        }
        if (First is not null) return;
        computed.Sort(ChargeOrder.Instance);
        for (int i = 0, j = 0; First is null && (i < ofLine.Count || j < computed.Count);)
        {
            var order = i == ofLine.Count ? 1 : j == computed.Count ? -1 : ChargeOrder.Instance.Compare(ofLine[i], computed[j]);
            if (order < 0) First = Unexpected(ofLine[i++]);
            else if (order > 0) First = new MonthFault(MonthFaults.ChargeMissing, $"{computed[j].Id} - {Words(computed[j++])}");
            else if (ofLine[i] != computed[j]) First = new MonthFault(MonthFaults.ChargeDiffers, $"{ofLine[i].Id} {Words(ofLine[i++])} {Words(computed[j++])}");
            else (i, j) = (i + 1, j + 1);
        }
    }

    /// <summary>After the last line: what is still stored belongs to none.</summary>
    public void Finish()
    {
        while (ahead)
        {
            var charge = stored.Read(OfNoLine(stored.LineId));
            Count++;
            Total += charge.Amount;
            First ??= Unexpected(charge);
            ahead = stored.Next();
        }
    }

    // What the charge does not say itself. Who pays follows from organisations as they were and is not calculated again here, but a month
    // has one customer for all rows of a unit, and a turned row goes back to whom it was posted to; the head covers the customer of each.
    private MonthFault? Keyed(Charge charge)
    {
        var turn = charge.Reversal ? 0 : 1;
        if (stored.Turn != turn) return new MonthFault(MonthFaults.ChargeDiffers, string.Create(CultureInfo.InvariantCulture, $"{charge.Id} turn {stored.Turn} {turn}"));
        var expected = charge.Reversal ? postedCustomer(charge) : null;
        if (expected is null && !customers.TryAdd(stored.UnitId, stored.CustomerId)) expected = customers[stored.UnitId];
        return expected is null || expected == stored.CustomerId
            ? null
            : new MonthFault(MonthFaults.ChargeDiffers, string.Create(CultureInfo.InvariantCulture, $"{charge.Id} customer #{stored.CustomerId} #{expected}"));
    }

    private static MonthFault Unexpected(Charge charge) => new(MonthFaults.ChargeUnexpected, $"{charge.Id} {Words(charge)} -");

    private static string OfNoLine(long lineId) => string.Create(CultureInfo.InvariantCulture, $"#{lineId}");

    // The amount, and the rest only where it is what may differ beside it.
    private static string Words(Charge charge) =>
        string.Create(CultureInfo.InvariantCulture, $"{charge.Amount} ({charge.UnitCode}, {charge.CostCode}, {charge.AssetTag}, {charge.From:yyyy-MM-dd}–{charge.To:yyyy-MM-dd}, {charge.Quantity})");
}
