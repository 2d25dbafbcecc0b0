using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Imports.Kinds;

/// <summary>A table of records with a code that fit in memory: organisations, cost codes, sites, suppliers, models, device types.</summary>
/// <param name="columns">The table's columns beside id, key and change set, the code first; each with its name in files.</param>
internal abstract class CodeTable(string table, Subject subject, ImportColumns files, params (string Column, string File)[] columns) : ImportKind
{
    private readonly Dictionary<string, Record> existing = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private long nextId;

    public override ImportColumns Columns => files;

    /// <summary>The accepted rows that change something, in the file's order.</summary>
    protected List<Record> Pending { get; } = [];

    protected string KeyColumn { get; } = columns[0].Column + "_key";

    public override void Load(DbConnection connection)
    {
        var list = string.Join(", ", columns.Select(c => c.Column));
        foreach (var record in connection.Rows($"select id, {KeyColumn}, {list} from {table}", r => new Record(r.GetInt64(0), r.GetString(1), Read(r), 0, 0)))
        {
            existing[record.Key] = record;
            nextId = Math.Max(nextId, record.Id);
        }
    }

    public override void Take(RowReader row)
    {
        var code = row.Key(columns[0].File);
        var key = Keys.Fold(code);
        if (key.Length > 0 && !seen.Add(key)) row.Reject("duplicate_key", columns[0].File, $"“{code}” stands in this file already; the first row counts. Remove one of them.");
        var values = Parse(row, code);
        if (row.Rejected)
        {
            Rejected++;
            return;
        }
        var old = existing.GetValueOrDefault(key);
        if (old is not null) values[0] = old.Values[0]; // the code keeps the form it was first written in
        for (var i = 1; old is not null && i < columns.Length; i++)
        {
            // A column that a file leaves out says nothing; an empty field empties.
            if (files.Optional.Contains(columns[i].File) && !row.Has(columns[i].File)) values[i] = old.Values[i];
        }
        var record = new Record(old?.Id ?? ++nextId, key, values, row.Ordinal, row.Line) { Old = old };
        if (old is not null && !IsChanged(record)) Unchanged++;
        else Pending.Add(record);
    }

    public override void Settle(ImportReport report, DateOnly today)
    {
        Updated = Pending.Count(p => p.Old is not null);
        Created = Pending.Count - Updated;
    }

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        var names = columns.Select(c => c.Column).ToList();
        var marks = string.Join(", ", Enumerable.Range(0, names.Count + 3).Select(i => $"@p{i}"));
        var sets = string.Join(", ", names.Select((name, i) => $"{name} = @p{i}"));
        foreach (var record in Pending)
        {
            var values = columns.Select((c, i) => Stored(c.Column, record.Values[i])).ToList();
            if (record.Old is null)
            {
                writing.Connection.Execute(
                    $"insert into {table} ({string.Join(", ", names)}, id, {KeyColumn}, change_set_id) values ({marks})",
                    [.. values, record.Id, record.Key, changeSet]);
            }
            else
            {
                writing.Connection.Execute($"update {table} set {sets}, change_set_id = @p{names.Count} where id = @p{names.Count + 1}", [.. values, changeSet, record.Id]);
            }
        }
        foreach (var record in Pending)
        {
            var (before, after) = record.Old is null ? (null, null) : Changes(record);
            History.Add(writing, changeSet, subject, record.Id, today, before, after);
        }
        Identities.Advance(writing, table);
    }

    /// <summary>The row's values in the order of the columns: text, whole numbers as long, or none.</summary>
    protected abstract object?[] Parse(RowReader row, string code);

    /// <summary>A value as the table holds it, where it differs from what the row says.</summary>
    protected virtual object? Stored(string column, object? value) => value;

    /// <summary>A stored value as history and files say it: a code instead of a number.</summary>
    protected virtual object? Spoken(string column, object? value) => value;

    /// <summary>What a read value is compared as; the inverse of <see cref="Stored"/>.</summary>
    protected virtual object? Loaded(string column, object? value) => value;

    protected IEnumerable<Record> Existing => existing.Values;

    protected void RejectLate(ImportReport report, Record record, string code, string field, string message)
    {
        report.Add(new ImportFinding(record.Ordinal, record.Line, true, code, field, message));
        Pending.Remove(record);
        Rejected++;
    }

    private object?[] Read(DbDataReader reader)
    {
        var values = new object?[columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            object? value = reader.IsDBNull(i + 2) ? null : reader.GetValue(i + 2);
            values[i] = Loaded(columns[i].Column, value is int or short ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : value);
        }
        return values;
    }

    private static bool IsChanged(Record record) => !record.Values.SequenceEqual(record.Old!.Values);

    private (string Before, string After) Changes(Record record)
    {
        var before = new Dictionary<string, object?>(StringComparer.Ordinal);
        var after = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            if (Equals(record.Values[i], record.Old!.Values[i])) continue;
            before[columns[i].File] = Spoken(columns[i].Column, record.Old.Values[i]);
            after[columns[i].File] = Spoken(columns[i].Column, record.Values[i]);
        }
        return (JsonSerializer.Serialize(before, History.Json), JsonSerializer.Serialize(after, History.Json));
    }

    protected sealed record Record(long Id, string Key, object?[] Values, int Ordinal, int Line)
    {
        public Record? Old { get; init; }
    }
}
