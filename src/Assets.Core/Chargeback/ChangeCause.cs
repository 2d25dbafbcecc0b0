using Assets.Core.Values;

namespace Assets.Core.Chargeback;

/// <summary>Why a month costs another amount than the month before.</summary>
public enum ChangeCause
{
    /// <summary>The line was not charged last month.</summary>
    Started = 0,

    /// <summary>The line is not charged this month.</summary>
    Ended = 1,

    /// <summary>From another customer.</summary>
    MovedIn = 2,

    /// <summary>To another customer.</summary>
    MovedOut = 3,

    /// <summary>More or fewer days than last month.</summary>
    Days = 4,

    Quantity = 5,

    /// <summary>Another price because another asset stands behind the line.</summary>
    Swapped = 6,

    /// <summary>Another price for the same thing; a component that came or went while the line ran on; interest that falls by schedule.</summary>
    Price = 7,

    /// <summary>Corrections of closed months, of this month and, gone again, of last month.</summary>
    Correction = 8,

    /// <summary>One-offs, and an öre that comes from where in the month the days lie.</summary>
    Other = 9,
}

/// <summary>Amounts by customer and cause. All causes of a customer sum to the difference between its two months, to the öre.</summary>
public sealed class ChangeTally
{
    private readonly Dictionary<(string Customer, ChangeCause Cause), Cell> cells = [];

    public Money Total
    {
        get
        {
            var total = Money.Zero;
            foreach (var cell in cells.Values) total += cell.Amount;
            return total;
        }
    }

    /// <summary>By customer in code point order, then in the order of the causes; causes that cancel out to 0.00 are kept, since they tell what happened.</summary>
    public IReadOnlyList<Change> Changes
    {
        get
        {
            var changes = new List<Change>(cells.Count);
            foreach (var (key, cell) in cells) changes.Add(new Change(key.Customer, key.Cause, cell.Amount, cell.Lines));
            changes.Sort((x, y) =>
            {
                var order = CodePointOrder.Instance.Compare(x.Customer, y.Customer);
                return order != 0 ? order : x.Cause.CompareTo(y.Cause);
            });
            return changes;
        }
    }

    internal void Add(string customer, ChangeCause cause, Money amount, string lineCode)
    {
        if (amount == Money.Zero) return;
        if (!cells.TryGetValue((customer, cause), out var cell)) cells[(customer, cause)] = cell = new Cell();
        cell.Amount += amount;
        if (cell.LastLine == lineCode) return; // lines are added one after the other: rent and support of one line count once
        cell.LastLine = lineCode;
        cell.Lines++;
    }

    private sealed class Cell
    {
        public Money Amount { get; set; }

        public int Lines { get; set; }

        public string? LastLine { get; set; }
    }
}

/// <param name="Lines">Contract lines that the cause concerns.</param>
public sealed record Change(string Customer, ChangeCause Cause, Money Amount, int Lines);
