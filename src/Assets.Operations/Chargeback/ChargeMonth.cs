using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Rentals;
using Assets.Data.Storage;
using Assets.Operations.Organisations;

namespace Assets.Operations.Chargeback;

/// <summary>
/// Calculates a month that is not closed and replaces what was calculated for it before. Where no fact has changed since, it only says
/// what stands: a second run posts nothing and costs nothing. A closed month answers from what it closed with.
/// </summary>
public static class ChargeMonth
{
    private const int LinesBetweenReports = 10_000;

    /// <param name="progress">Told from time to time while lines are rated, and once after the last; nothing where nothing is calculated.</param>
    public static Outcome<MonthCharged> Run(
        Installation installation, BillingMonth month, IProgress<MonthProgress>? progress = null, CancellationToken cancel = default)
    {
        using var writing = Writing.Begin(installation.Database);
        var outcome = Within(writing, installation, month, progress, cancel);
        if (outcome.IsDone && outcome.Value.Recalculated) writing.Commit();
        return outcome;
    }

    /// <summary>The same inside a write that goes on: closing calculates under the lock that it closes under.</summary>
    internal static Outcome<MonthCharged> Within(
        Writing writing, Installation installation, BillingMonth month, IProgress<MonthProgress>? progress, CancellationToken cancel)
    {
        // Opened under the writers' lock: it sees everything that is committed, and nothing is committed while it reads.
        using var reading = Reading.Begin(installation.Database);
        var closed = ClosedMonth.All(reading.Connection);
        if (closed.Count > 0 && closed[^1].Month == month) return Stands(reading, installation, closed[^1]);
        if (closed.Count > 0 && closed[^1].Month > month) return new Refusal(MonthRefusals.BeforeLastClosed, closed[^1].Month.ToString());

        var scope = MonthScope.Now(reading.Connection, month, closed);
        var run = MonthRun.Find(reading.Connection, month);
        var unchanged = run is not null && run.Watermark == scope.Watermark && run.Previous == scope.Last?.Month && run.RulesVersion == MonthScope.RulesVersion
            && HasSameCustomers(reading, installation, month);
        if (!unchanged) run = Calculate(writing, reading, installation, scope, progress, cancel);
        return new MonthCharged(
            month,
            run!.ChargeCount,
            run.Total,
            FoundInMonth.Of(writing.Connection, month, installation.Today),
            MonthChanges.Of(writing.Connection, month),
            Recalculated: !unchanged,
            Closed: null);
    }

    // The host entity is a setting, no fact: no change set tells that somebody has changed it, only the customers that come of it.
    private static bool HasSameCustomers(Reading reading, Installation installation, BillingMonth month)
    {
        var customers = Customers.Load(reading.Connection, installation.HostOrganisation);
        using var charged = reading.Query("select distinct unit_id, customer_id from charges where month = @p0 and turn = 1");
        charged.Run(month.Number);
        while (charged.Next())
        {
            if (customers.Of(charged.Int(0)).Id != charged.Int(1)) return false;
        }
        return true;
    }

    private static MonthCharged Stands(Reading reading, Installation installation, ClosedMonth closed) => new(
        closed.Month,
        closed.ChargeCount,
        closed.Total,
        FoundInMonth.Of(reading.Connection, closed.Month, installation.DayOf(closed.ClosedAt)),
        MonthChanges.Of(reading.Connection, closed.Month),
        Recalculated: false,
        closed);

    private static MonthRun Calculate(
        Writing writing, Reading reading, Installation installation, MonthScope scope, IProgress<MonthProgress>? progress, CancellationToken cancel)
    {
        MonthRun.Discard(writing.Connection, scope.Month);
        using var codes = CodeBook.Read(reading);
        var customers = Customers.Load(reading.Connection, installation.HostOrganisation);
        var findings = new MonthFindings(codes, scope);
        using var rented = new RentedAssets(reading, scope.Month);
        using var calculation = new MonthCalculation(reading, codes, scope, findings.All);
        using var causes = new MonthCauses(reading, codes, customers, scope.Month, calculation.PostedCustomer);
        var last = reading.Connection.Number("select max(id) from contract_lines");
        long count;
        var lines = 0L;
        Money total;
        using (var charges = new ChargeWriter(writing, codes, customers, calculation))
        {
            while (calculation.Next())
            {
                var assets = rented.Of(calculation.LineId);
                foreach (var charge in calculation.Charges) charges.Write(charge, assets);
                findings.LookAt(calculation);
                causes.Add(calculation.LineId, calculation.Line.LineCode, calculation.Charges);
                cancel.ThrowIfCancellationRequested();
                if (++lines % LinesBetweenReports == 0) progress?.Report(new MonthProgress(scope.Month, lines, (double)calculation.LineId / last));
            }
            charges.Complete();
            (count, total) = (charges.Count, charges.Total);
        }
        progress?.Report(new MonthProgress(scope.Month, lines, 1));
        findings.LookAtRegister(reading, rented);
        findings.Store(writing);
        causes.Store(writing, scope.Month);
        var run = new MonthRun(
            scope.Month, scope.Watermark, scope.Last?.Month, MonthScope.RulesVersion, installation.Clock.GetUtcNow(), installation.Actor, count, total);
        run.Insert(writing.Connection);
        MonthRun.Outdate(writing.Connection, scope.Month.Next);
        return run;
    }
}
