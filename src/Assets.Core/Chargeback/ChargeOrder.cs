using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// The fixed order of a month's charges: line (by code point), corrected month (ordinary charges first), reversals before new rows,
/// component (by code point), first day. In SQL, under a binary collation:
/// <c>ORDER BY line, coalesce(correction_of, 0), reversal DESC, component, from_day</c>.
/// </summary>
public sealed class ChargeOrder : IComparer<Charge>
{
    private ChargeOrder()
    {
    }

    public static ChargeOrder Instance { get; } = new();

    public int Compare(Charge? x, Charge? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        var order = CodePointOrder.Instance.Compare(x.LineCode, y.LineCode);
        if (order == 0) order = (x.CorrectionOf?.Number ?? 0).CompareTo(y.CorrectionOf?.Number ?? 0);
        if (order == 0) order = y.Reversal.CompareTo(x.Reversal);
        if (order == 0) order = CodePointOrder.Instance.Compare(x.Component, y.Component);
        return order != 0 ? order : x.From.CompareTo(y.From);
    }
}
