using Assets.Core.Inventory;
using Assets.Data.Storage;
using Assets.Operations.Imports.Files;
using Assets.Operations.Imports.Kinds;

namespace Assets.Operations.Imports;

/// <summary>How an import is to be done.</summary>
/// <param name="ReportPath">Where the findings are written, row by row; none for no report.</param>
/// <param name="DecimalComma">Whether amounts may have a decimal comma and blanks, whatever the file's delimiter.</param>
public sealed record ImportRequest(string Kind, string Path, bool DryRun = false, string? ReportPath = null, bool DecimalComma = false, string? Reason = null);

/// <summary>Where an import stands.</summary>
/// <param name="Rows">Rows read, or written in the second phase.</param>
/// <param name="Share">Of the file, from 0 to 1; above 1 is never reported.</param>
public sealed record ImportProgress(string Phase, long Rows, double Share);

public sealed record ImportOutcome(int Read, int Accepted, int Rejected, int Created, int Updated, int Unchanged, int Findings, int Warnings, IReadOnlyList<ImportFinding> First, TimeSpan LockHeld);

/// <summary>Imports one file of one kind: every row checked, then all accepted rows written in one transaction, or none.</summary>
public static class ImportFile
{
    /// <summary>The one kind that is YAML and not rows.</summary>
    public const string DeviceTypes = "device-types";

    private const int MostTries = 3;

    public static IReadOnlyList<string> Kinds { get; } = ["organisations", "cost-codes", "sites", "suppliers", "models", "assets", "contracts", DeviceTypes];

    /// <exception cref="ImportRefusedException">The file as a whole cannot be imported.</exception>
    public static ImportOutcome Run(Installation installation, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Rows are checked without the lock, against facts that must not have changed once it is taken. The last try takes it first.
            using var early = attempt == MostTries ? Writing.Begin(installation.Database) : null;
            if (Try(installation, request, early, progress, cancel) is { } outcome) return outcome;
        }
    }

    private static ImportOutcome? Try(Installation installation, ImportRequest request, Writing? early, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(installation.Clock.GetLocalNow().DateTime);
        using var kind = KindOf(installation, request.Kind);
        using var source = request.Kind == DeviceTypes ? DeviceTypeRecords.Open(request.Path) : RecordSource.Open(request.Path, kind.Columns.All);
        using var report = new ImportReport(request.ReportPath);
        using var connection = installation.Database.Open();
        var seen = LastChangeSet(connection);
        using var staging = kind.Stages && early is null ? installation.Database.Open() : null;
        if (kind.Stages) kind.Stage(staging ?? early!.Connection, inTransaction: early is not null);
        kind.Load(connection);
        var read = ReadRows(source, kind, report, request, today, progress, cancel);
        kind.Settle(report, today);
        report.Flush(); // a report that cannot be written stops the import while nothing is changed yet
        var outcome = new ImportOutcome(read, read - kind.Rejected, kind.Rejected, kind.Created, kind.Updated, kind.Unchanged, report.Errors + report.Warnings, report.Warnings, report.First, TimeSpan.Zero);
        if (request.DryRun || kind.Created + kind.Updated == 0) return outcome;

        cancel.ThrowIfCancellationRequested();
        progress?.Report(new ImportProgress("writing", 0, 0));
        var writing = early ?? (staging is null ? Writing.Begin(installation.Database) : Writing.Begin(installation.Database, staging));
        try
        {
            var started = installation.Clock.GetTimestamp();
            if (LastChangeSet(writing.Connection) != seen) return null;
            var total = kind.Created + kind.Updated;
            var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, $"import {request.Kind}", request.Reason, System.IO.Path.GetFileName(request.Path));
            kind.Save(writing, changeSet, today, progress is null ? null : new SynchronousProgress(n => progress.Report(new ImportProgress("writing", n, (double)n / total))));
            writing.Commit();
            return outcome with { LockHeld = installation.Clock.GetElapsedTime(started) };
        }
        finally
        {
            if (early is null) writing.Dispose();
        }
    }

    private static int ReadRows(RecordSource source, ImportKind kind, ImportReport report, ImportRequest request, DateOnly today, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var record = new ImportRecord();
        if (!source.Read(record)) throw new ImportRefusedException($"{request.Path} is empty: it has not even a header. Its columns are {string.Join(", ", kind.Columns.All)}.") { Code = ImportFaults.FileEmpty, Detail = string.Join(", ", kind.Columns.All) };
        var row = new RowReader(record, report, request.DecimalComma || source.IsDecimalComma, today);
        row.Learn(kind.Columns);
        var length = File.Exists(request.Path) ? new FileInfo(request.Path).Length : 0;
        var read = 0;
        while (source.Read(record))
        {
            if (record.Fault is null && record.IsBlank) continue;
            record.Ordinal = ++read;
            if (row.Begin()) kind.Take(row);
            else kind.CountUnreadable();
            if (read % 10_000 != 0) continue;
            if (read == 10_000 && source.Consumed > 0) kind.Expect((int)Math.Min(5_000_000, 10_500L * length / source.Consumed));
            cancel.ThrowIfCancellationRequested();
            progress?.Report(new ImportProgress("reading", read, length == 0 ? 0 : Math.Min(1, (double)source.Consumed / length)));
        }
        return read;
    }

    private static long LastChangeSet(System.Data.Common.DbConnection connection) => connection.Number("select coalesce(max(id), 0) from change_sets");

    /// <summary>The columns of a kind of file, those that it must have first; none of device types, which are YAML.</summary>
    public static ImportColumns ColumnsOf(string kind)
    {
        if (kind == DeviceTypes) return new ImportColumns();
        using var one = Make(kind, []);
        return one.Columns;
    }

    private static ImportKind KindOf(Installation installation, string kind) => Make(kind, SerialOptionalFor(installation), installation.HostOrganisation);

    private static ImportKind Make(string kind, HashSet<AssetKind> serialOptionalFor, string? hostOrganisation = null) => kind switch
    {
        "organisations" => new OrganisationImport(),
        "cost-codes" => new CostCodeImport(),
        "sites" => new SiteImport(),
        "suppliers" => new SupplierImport(),
        "models" => new ModelImport(),
        "assets" => new AssetImport(serialOptionalFor),
        "contracts" => new ContractImport(hostOrganisation),
        DeviceTypes => new DeviceTypeImport(),
        _ => throw new ImportRefusedException($"There is no kind {kind}. Choose one of {string.Join(", ", Kinds)}."),
    };

    /// <summary>The kinds that may lack a serial.</summary>
    internal static HashSet<AssetKind> SerialOptionalFor(Installation installation)
    {
        var kinds = new HashSet<AssetKind>();
        foreach (var word in (installation.Settings["Assets:SerialOptionalFor"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!AssetKinds.Vocabulary.TryParse(word, out var kind))
                throw new ImportRefusedException($"The setting Assets:SerialOptionalFor holds {word}, which is no kind of asset. Write some of {string.Join(", ", AssetKinds.Vocabulary.Words)}, with commas.");
            kinds.Add(kind);
        }
        return kinds;
    }

    // The framework's Progress<T> posts to other threads, so that a last report may come after the end.
    private sealed class SynchronousProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
