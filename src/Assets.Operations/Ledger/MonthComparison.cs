using System.Globalization;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>Holds a month's stored charges against recomputed ones, line by line, and keeps the first that differs.</summary>
internal sealed class MonthComparison
{
    private readonly StoredCharges stored;
    private readonly List<Charge> ofLine = [];
    private bool ahead;

    public MonthComparison(StoredCharges stored)
    {
        this.stored = stored;
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
            if (stored.LineId == lineId) ofLine.Add(charge);
            else First ??= Unexpected(charge);
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

    private static MonthFault Unexpected(Charge charge) => new(MonthFaults.ChargeUnexpected, $"{charge.Id} {Words(charge)} -");

    private static string OfNoLine(long lineId) => string.Create(CultureInfo.InvariantCulture, $"#{lineId}");

    // The amount, and the rest only where it is what may differ beside it.
    private static string Words(Charge charge) =>
        string.Create(CultureInfo.InvariantCulture, $"{charge.Amount} ({charge.UnitCode}, {charge.CostCode}, {charge.AssetTag}, {charge.From:yyyy-MM-dd}–{charge.To:yyyy-MM-dd}, {charge.Quantity})");
}
