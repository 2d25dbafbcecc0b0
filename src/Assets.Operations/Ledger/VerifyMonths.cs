using System.Globalization;
using Assets.Core.Ledger;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Operations.Chargeback;

namespace Assets.Operations.Ledger;

/// <summary>
/// Calculates every closed month again from its stored inputs, compares each charge, and walks the chain of heads. A month that rests on
/// a faulty one is only held against the chain: what it corrects cannot be told any more.
/// </summary>
public static class VerifyMonths
{
    /// <param name="head">A head kept elsewhere, such as one printed on a control sheet; any closed month's.</param>
    /// <param name="progress">Told each month before it is looked at.</param>
    public static MonthsVerified Run(Installation installation, string? head = null, IProgress<BillingMonth>? progress = null, CancellationToken cancel = default)
    {
        using var reading = Reading.Begin(installation.Database);
        return Run(reading, head, progress, cancel);
    }

    internal static MonthsVerified Run(Reading reading, string? head, IProgress<BillingMonth>? progress, CancellationToken cancel)
    {
        var closed = ClosedMonth.All(reading.Connection);
        var months = new List<VerifiedMonth>();
        ClosedMonth? faulty = null;
        int? form = null;
        for (var i = 0; i < closed.Count; i++)
        {
            progress?.Report(closed[i].Month);
            var faults = new List<MonthFault>();
            CheckLink(closed, i, faults);
            if (faulty is null) Recompute(reading, new MonthScope(closed[i].Month, closed[i].Watermark, closed[..i]), closed[i], ref form, faults, cancel);
            else faults.Add(new MonthFault(MonthFaults.RestsOnFaulty, faulty.Month.ToString()));
            if (faults.Count > 0) faulty ??= closed[i];
            months.Add(new VerifiedMonth(closed[i], faults));
        }
        var given = head?.Trim().ToLowerInvariant();
        return new MonthsVerified(months, given, closed.Find(month => month.Head == given)?.Month);
    }

    private static void CheckLink(List<ClosedMonth> closed, int i, List<MonthFault> faults)
    {
        var expected = i == 0 ? MonthChain.Genesis : closed[i - 1].Head;
        if (closed[i].PreviousHead != expected || closed[i].Previous != (i == 0 ? null : closed[i - 1].Month))
            faults.Add(new MonthFault(MonthFaults.ChainBroken, $"{closed[i].Previous} {closed[i].PreviousHead} {(i == 0 ? null : closed[i - 1].Month)} {expected}"));
    }

    private static void Recompute(Reading reading, MonthScope scope, ClosedMonth closed, ref int? form, List<MonthFault> faults, CancellationToken cancel)
    {
        try
        {
            CheckRow(scope, closed, faults);
            CompareCharges(reading, scope, closed, faults, cancel);
            CheckHead(reading, closed, ref form, faults);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            // Whoever changed a stored input changed it to anything: that is a finding about the month, not a fault of this program.
            faults.Add(new MonthFault(MonthFaults.InputUnreadable, e.Message));
        }
    }

    private static void CheckRow(MonthScope scope, ClosedMonth closed, List<MonthFault> faults)
    {
        if (closed.SettledWatermark != scope.SettledByClosing) Differs("settled_watermark", closed.SettledWatermark, scope.SettledByClosing);
        if (closed.RulesVersion is < 1 or > MonthScope.RulesVersion) Differs("rules_version", closed.RulesVersion, MonthScope.RulesVersion);

        void Differs(string column, long stored, long expected) =>
            faults.Add(new MonthFault(MonthFaults.MonthDiffers, string.Create(CultureInfo.InvariantCulture, $"{column} {stored} {expected}")));
    }

    private static void CheckHead(Reading reading, ClosedMonth closed, ref int? form, List<MonthFault> faults)
    {
        string? first = null;
        foreach (var possible in MonthHead.FormsAfter(form))
        {
            var head = MonthHead.Of(reading.Connection, closed, possible);
            if (head == closed.Head)
            {
                form = possible;
                if (possible > MonthDigest.FirstForm) CheckAct(reading, closed, faults);
                return;
            }
            first ??= head;
        }
        faults.Add(new MonthFault(MonthFaults.HeadDiffers, $"{closed.Head} {first}"));
    }

    // The history as a whole is not under the heads, but whoever alters the row has to find and alter this too.
    private static void CheckAct(Reading reading, ClosedMonth closed, List<MonthFault> faults)
    {
        var acts = ClosedMonth.Acts(reading.Connection, closed.Month);
        if (acts.Count == 1 && acts[0] == (closed.ClosedAt, closed.ClosedBy, closed.AcceptReason, closed.Head)) return;
        faults.Add(new MonthFault(MonthFaults.MonthDiffers, string.Create(
            CultureInfo.InvariantCulture, $"closed {closed.ClosedBy} {closed.ClosedAt:O} {string.Join(", ", acts.Select(act => $"{act.Actor} {act.At.ToString("O", CultureInfo.InvariantCulture)}"))}")));
    }

    private static void CompareCharges(Reading reading, MonthScope scope, ClosedMonth closed, List<MonthFault> faults, CancellationToken cancel)
    {
        using var codes = CodeBook.Read(reading);
        using var calculation = new MonthCalculation(reading, codes, scope, findings: null);
        using var stored = StoredCharges.OfMonth(reading, codes, scope.Month, withTags: true);
        var comparison = new MonthComparison(stored, calculation.PostedCustomer);
        while (calculation.Next())
        {
            comparison.Compare(calculation.LineId, calculation.Line.LineCode, calculation.Charges);
            cancel.ThrowIfCancellationRequested();
        }
        comparison.Finish();
        if (comparison.First is { } fault) faults.Add(fault);
        if (comparison.Count != closed.ChargeCount || comparison.Total != closed.Total)
        {
            faults.Add(new MonthFault(
                MonthFaults.TotalsDiffer,
                string.Create(CultureInfo.InvariantCulture, $"{comparison.Count} {comparison.Total} {closed.ChargeCount} {closed.Total}")));
        }
    }
}
