using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;

namespace Assets.Operations.Chargeback;

/// <summary>What a month is calculated from: its facts up to a watermark, and the closed months that it may have to correct.</summary>
/// <param name="Before">The closed months before it, the oldest first.</param>
internal sealed record MonthScope(BillingMonth Month, long Watermark, IReadOnlyList<ClosedMonth> Before)
{
    /// <summary>Raised when the same facts would give other charges: a month that is open is then calculated anew.</summary>
    public const int RulesVersion = 1;

    public ClosedMonth? Last => Before.Count == 0 ? null : Before[^1];

    /// <summary>Only the first month after the last closed one corrects; across a gap the changes wait for the month that follows.</summary>
    public bool Corrects => Last is { } last && last.Month.Next == Month;

    public bool AfterGap => Last is { } last && last.Month.Next < Month;

    /// <summary>A line that a later change set touched may have other closed months than those that were posted.</summary>
    public long Settled => Last?.SettledWatermark ?? 0;

    /// <summary>What is settled once this month is closed: all that it saw, unless it left the corrections to a later month.</summary>
    public long SettledByClosing => AfterGap ? Settled : Watermark;

    /// <summary>The month as it stands now; meaningful while the writers' lock is held.</summary>
    public static MonthScope Now(DbConnection connection, BillingMonth month, IReadOnlyList<ClosedMonth> closed) =>
        new(month, connection.Number("select max(id) from change_sets"), closed);
}
