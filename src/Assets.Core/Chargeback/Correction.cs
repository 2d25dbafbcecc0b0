using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>
/// What an open month posts because a closed one should have been another. Nothing is adjusted in place: the old row is turned and the
/// right one is charged, so that each keeper of books sees both.
/// </summary>
public static class Correction
{
    /// <summary>
    /// Appends, for one line and each component whose rows differ at all, the posted rows with their sign turned and then the rows that
    /// should have been. A line of 357.50 a month that turns out to have been returned on 20 March gives −262.50, −95.00, 160.89 and
    /// 58.23. Equal sets give nothing, so a second correction of the same month posts nothing.
    /// </summary>
    /// <param name="posting">The open month; it lies after <paramref name="closed"/>.</param>
    /// <param name="posted">What the closed month says, from <see cref="Posted.Net"/>; rows of other months are not looked at.</param>
    /// <param name="shouldBe">The closed month as rated from what is known now.</param>
    public static void Between(BillingMonth posting, BillingMonth closed, IReadOnlyList<Charge> posted, IReadOnlyList<Charge> shouldBe, List<Charge> into)
    {
        if (posting <= closed) throw new ArgumentException($"{posting} cannot correct {closed}.", nameof(posting));
        var old = RowsOf(closed, posted);
        var right = RowsOf(closed, shouldBe);
        if (old.Count > 0 && right.Count > 0) OneLine.Demand(old, right[0]);
        if (Same(old, right)) return;

        var i = 0;
        var j = 0;
        while (i < old.Count || j < right.Count)
        {
            var component = FirstComponent(old, i, right, j);
            var oldEnd = EndOf(component, old, i);
            var rightEnd = EndOf(component, right, j);
            if (!Same(old, i, oldEnd, right, j, rightEnd))
            {
                for (var k = i; k < oldEnd; k++)
                    into.Add(old[k] with { Month = posting, CorrectionOf = closed, Reversal = true, Amount = -old[k].Amount });
                for (var k = j; k < rightEnd; k++)
                    into.Add(right[k] with { Month = posting, CorrectionOf = closed });
            }
            i = oldEnd;
            j = rightEnd;
        }
    }

    private static List<Charge> RowsOf(BillingMonth closed, IReadOnlyList<Charge> rows)
    {
        var mine = new List<Charge>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Reversal || row.CorrectionOf is not null) throw new ArgumentException($"{row.Id} is half of a correction, not what a month says in the end.", nameof(rows));
            OneLine.Demand(mine, row);
            if (row.Month == closed) mine.Add(row);
        }
        mine.Sort(InFull);
        return mine;
    }

    private static string FirstComponent(List<Charge> old, int i, List<Charge> right, int j)
    {
        if (i == old.Count) return right[j].Component;
        if (j == right.Count) return old[i].Component;
        return CodePointOrder.Instance.Compare(old[i].Component, right[j].Component) <= 0 ? old[i].Component : right[j].Component;
    }

    private static int EndOf(string component, List<Charge> rows, int from)
    {
        while (from < rows.Count && rows[from].Component == component) from++;
        return from;
    }

    private static bool Same(List<Charge> old, List<Charge> right) => Same(old, 0, old.Count, right, 0, right.Count);

    private static bool Same(List<Charge> old, int i, int oldEnd, List<Charge> right, int j, int rightEnd)
    {
        if (oldEnd - i != rightEnd - j) return false;
        for (; i < oldEnd; i++, j++)
        {
            if (old[i] != right[j]) return false;
        }
        return true;
    }

    // A complete order, so that equal sets come out equal whatever order they came in: two rows of a component on the same first day
    // do not exist in what is rated, but a comparison should not rest on that.
    private static int InFull(Charge x, Charge y)
    {
        var order = ChargeOrder.Instance.Compare(x, y);
        if (order == 0) order = x.Until.CompareTo(y.Until);
        if (order == 0) order = x.Amount.CompareTo(y.Amount);
        if (order == 0) order = x.Quantity.CompareTo(y.Quantity);
        if (order == 0) order = CodePointOrder.Instance.Compare(x.UnitCode, y.UnitCode);
        if (order == 0) order = CodePointOrder.Instance.Compare(x.CostCode, y.CostCode);
        return order != 0 ? order : CodePointOrder.Instance.Compare(x.AssetTag, y.AssetTag);
    }
}
