using System.Reflection;
using Assets.Core.Chargeback;
using Assets.Core.Values;
using Assets.Data.Chargeback;
using Assets.Data.Storage;
using Assets.Export;
using Assets.Export.Accounting;
using Assets.Export.Workbooks;

namespace Assets.Operations.Chargeback;

/// <summary>Kinds of files that a month can be written as.</summary>
[Flags]
public enum MonthFormats
{
    None = 0,
    Workbook = 1,
    Csv = 2,
}

/// <param name="Stale">Facts have changed since an open month was charged: the files say what was calculated then.</param>
public sealed record MonthExported(BillingMonth Month, IReadOnlyList<string> Files, StatementTotals Totals, bool Stale);

/// <summary>
/// Writes a month's files: one for all, one for each customer, and the control sheet with the head of the chain. All of them are read
/// from one view of the database, and the sums of what was written are held against what is stored.
/// </summary>
public static class ExportMonth
{
    public static Outcome<MonthExported> Run(
        Installation installation, BillingMonth month, MonthFormats formats, string folder, Language language, CancellationToken cancel = default)
    {
        using var reading = Reading.Begin(installation.Database);
        var closed = ClosedMonth.All(reading.Connection).Find(other => other.Month == month);
        var run = MonthRun.Find(reading.Connection, month);
        if (closed is null && run is null) return new Refusal(MonthRefusals.NotCharged, month.ToString());

        using var statement = new MonthStatement(reading, month);
        var source = new StatementSource(
            month,
            Customer: null,
            closed is null ? null : new MonthClosing(closed.Head, TimeZoneInfo.ConvertTime(closed.ClosedAt, installation.Clock.LocalTimeZone), closed.ClosedBy),
            installation.Clock.GetLocalNow(),
            new StatementTotals(statement.Customers.Sum(part => part.Rows), Money.FromOre(statement.Customers.Sum(part => part.Net.Ore))),
            Version,
            statement.All)
        {
            Findings = () => Findings(statement, installation, closed),
        };
        var files = new List<string>();
        var tally = Write(source, formats, folder, language, extension => MonthFile.All(month, extension), files);
        foreach (var part in statement.Customers)
        {
            cancel.ThrowIfCancellationRequested();
            var own = source with
            {
                Customer = new StatementCustomer(part.Code, part.Name),
                Stored = new StatementTotals(part.Rows, part.Net),
                Rows = () => statement.Of(part),
                Findings = null,
            };
            Write(own, formats, folder, language, extension => MonthFile.Customer(month, part.Code, extension), files);
        }

        // Last, so that a control sheet means that everything it controls is there.
        var control = Path.Combine(folder, MonthFile.Control(month, "xlsx"));
        FinishedFile.Write(control, stream =>
        {
            MonthWorkbook.WriteControl(stream, source, tally, language);
            return true;
        });
        files.Add(control);
        var stale = closed is null && run!.Watermark != MonthScope.Now(reading.Connection, month, []).Watermark;
        return new MonthExported(month, files, source.Stored, stale);
    }

    // Of a closed month as they stood on its day of closing, so that the files come out the same whenever they are taken.
    private static IEnumerable<StatementFinding> Findings(MonthStatement statement, Installation installation, ClosedMonth? closed) =>
        statement.Findings(closed is null ? installation.Today : installation.DayOf(closed.ClosedAt)).Select(found => found with
        {
            AcceptedAt = found.AcceptedAt is { } at ? TimeZoneInfo.ConvertTime(at, installation.Clock.LocalTimeZone) : null,
        });

    private static string Version =>
        typeof(ExportMonth).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private static MonthTally Write(
        StatementSource source, MonthFormats formats, string folder, Language language, Func<string, string> name, List<string> files)
    {
        MonthTally? tally = null;
        if (formats.HasFlag(MonthFormats.Workbook)) Put("xlsx", stream => MonthWorkbook.Write(stream, source, language));
        if (formats.HasFlag(MonthFormats.Csv)) Put("csv", stream => StatementCsv.Write(stream, source, language));
        return tally ?? throw new ArgumentException("No format to write.", nameof(formats));

        void Put(string extension, Func<Stream, MonthTally> write)
        {
            var path = Path.Combine(folder, name(extension));
            tally = FinishedFile.Write(path, write);
            if (!tally.Agrees(source.Stored))
                throw new InvalidOperationException($"{path} holds {tally.Total.Rows} rows of {tally.Total.Net}, the database {source.Stored.Rows} of {source.Stored.Net}.");
            files.Add(path);
        }
    }
}
