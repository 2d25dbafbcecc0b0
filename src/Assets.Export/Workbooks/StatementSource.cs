using Assets.Core.Chargeback;
using Assets.Core.Values;

namespace Assets.Export.Workbooks;

/// <summary>One customer of a month, as its file is named and titled.</summary>
public sealed record StatementCustomer(string Code, string Name);

/// <summary>What makes a month final.</summary>
/// <param name="Head">The head of the chain of months after this one.</param>
/// <param name="At">With the offset that people at the place read it in.</param>
public sealed record MonthClosing(string Head, DateTimeOffset At, string By);

/// <summary>A count of rows and the sum of their amounts.</summary>
public sealed record StatementTotals(long Rows, Money Net);

/// <summary>A month, or one customer's part of it, to be written to files.</summary>
/// <param name="Customer">None for everyone.</param>
/// <param name="Closing">None while the month is open: the files then say on every sheet that they are preliminary.</param>
/// <param name="AsOf">When the rows were read; printed only while the month is open, so that a closed month's file can be made again byte by byte.</param>
/// <param name="Stored">Rows and sum as the database holds them, counted there and not from <paramref name="Rows"/>: the other side of the check.</param>
/// <param name="Rows">Opens the rows from the start, in the order they shall have. Called twice where there are corrections, since no row is held; both readings must give the same rows.</param>
public sealed record StatementSource(
    BillingMonth Month,
    StatementCustomer? Customer,
    MonthClosing? Closing,
    DateTimeOffset AsOf,
    StatementTotals Stored,
    string ProgramVersion,
    Func<IEnumerable<StatementRow>> Rows)
{
    /// <summary>Opens the month's findings; none in a customer's file, since they are divided by line and asset and not by customer.</summary>
    public Func<IEnumerable<StatementFinding>>? Findings { get; init; }

    internal DateTimeOffset Created => Closing?.At ?? AsOf;
}
