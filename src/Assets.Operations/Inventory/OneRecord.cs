using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Imports;
using Assets.Operations.Imports.Files;

namespace Assets.Operations.Inventory;

/// <summary>A typed record goes the way of a file with one row: the rules stand in one place, and the history reads alike.</summary>
internal static class OneRecord
{
    public static Outcome<RegisteredRecord> Run(
        Installation installation, RegisterKind kind, int? id, IReadOnlyDictionary<string, string?> fields, long? seen, string? reason)
    {
        using var files = RegisterTables.Files(kind);
        using var writing = Writing.Begin(installation.Database);
        var codeField = files.Columns.Required[0];
        var stored = id is { } given ? Find(writing, kind, "id", given) : Find(writing, kind, "code_key", Keys.Fold(fields.GetValueOrDefault(codeField) ?? ""));
        if (id is not null && stored is null) return new Refusal(RegisterRefusals.UnknownRecord, $"{id}");

        using var report = new ImportReport(null);
        files.Load(writing.Connection);
        files.Take(Row(files.Columns, column => id is not null && column == codeField ? stored!.Code : fields.GetValueOrDefault(column), fields, report, installation.Today));
        files.Settle(report, installation.Today);
        if (files.Rejected > 0) return new Refusal(RegisterRefusals.FieldFaults, string.Join(' ', report.First.Where(f => f.IsError).Select(f => $"{f.Field}:{f.Code}")));
        if (files.Created + files.Updated == 0) return new RegisteredRecord(stored!.Id, stored.Code, Changed: false);
        if (id is null && stored is not null) return new Refusal(RegisterRefusals.CodeTaken, stored.Code);
        if (stored is not null && seen is { } shown && shown != stored.ChangeSet) return new Refusal(RegisterRefusals.ChangedMeanwhile, stored.Code);

        var changeSet = writing.AddChangeSet(
            installation.Clock.GetUtcNow(), installation.Actor, RegisterTables.Verb(stored is null ? "add" : "change", kind), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), source: null);
        files.Save(writing, changeSet, installation.Today, progress: null);
        stored ??= Find(writing, kind, "change_set_id", changeSet)!;
        writing.Commit();
        return new RegisteredRecord(stored.Id, stored.Code, Changed: true);
    }

    private static Stored? Find(Writing writing, RegisterKind kind, string column, object value) => writing.Connection.Rows(
        $"select id, code, change_set_id from {RegisterTables.Name(kind)} where {column} = @p0", r => new Stored(r.GetInt32(0), r.GetString(1), r.GetInt64(2)), value).SingleOrDefault();

    private static RowReader Row(ImportColumns columns, Func<string, string?> value, IReadOnlyDictionary<string, string?> fields, ImportReport report, DateOnly today)
    {
        var present = columns.Required.Concat(columns.Optional.Where(fields.ContainsKey)).ToList();
        var record = new ImportRecord();
        var row = new RowReader(record, report, decimalComma: true, today);
        Fill(record, present);
        row.Learn(columns);
        Fill(record, present.Select(column => value(column) ?? ""));
        row.Begin();
        return row;
    }

    private static void Fill(ImportRecord record, IEnumerable<string> fields)
    {
        record.Clear();
        foreach (var field in fields)
        {
            record.Add(field);
            record.IsAscii &= System.Text.Ascii.IsValid(field);
        }
    }

    private sealed record Stored(int Id, string Code, long ChangeSet);
}
