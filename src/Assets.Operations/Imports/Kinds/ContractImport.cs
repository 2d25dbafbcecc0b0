using System.Data.Common;
using System.Text;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Rentals;

namespace Assets.Operations.Imports.Kinds;

/// <summary>Contract lines: each one asset, one unit, one cost code, one monthly rate for a stretch of days.</summary>
internal sealed class ContractImport(string? hostOrganisation) : ImportKind
{
    private const int BatchSize = 500;
    private const string Verb = "import contracts";
    private static readonly ImportColumns Files = new("contract_line", "asset_tag", "unit_code", "cost_code", "start_date", "end_date", "monthly_rate");

    private readonly KeySet codes = new();
    private readonly Codes units = new("organisations");
    private readonly Lookup<(long Id, long UnitId)> costCodes = new();
    private readonly Dictionary<long, string> costCodeTexts = [];
    private readonly RowSpool<LineDraft> spool = new(LineDraft.Write, LineDraft.Read);
    private readonly List<LineDraft> batch = new(BatchSize);
    private readonly List<Stay> stays = [];
    private readonly CanonicalWriter text = new();
    private HashSet<int> overlapping = [];
    private DbConnection connection = null!;
    private bool hasLines;
    private long nextId;

    public override ImportColumns Columns => Files;

    public override void Load(DbConnection connection)
    {
        this.connection = connection;
        units.Load(connection);
        foreach (var (id, code, unit) in connection.Rows("select id, code, unit_id from cost_codes", r => (r.GetInt64(0), r.GetString(1), r.GetInt64(2))))
        {
            costCodes.Add(code, (id, unit));
            costCodeTexts[id] = code;
        }
        nextId = connection.Number("select coalesce(max(id), 0) from contract_lines") + 1;
        hasLines = nextId > 1;
    }

    public override void Expect(int rows)
    {
        codes.Expect(rows);
        stays.EnsureCapacity(rows);
    }

    public override void Take(RowReader row)
    {
        if (Parse(row) is { } draft && !row.Rejected) batch.Add(draft);
        else Rejected++;
        if (batch.Count == BatchSize) CompareBatch(row.Report);
    }

    public override void Settle(ImportReport report, DateOnly today)
    {
        CompareBatch(report);
        overlapping = Overlaps.Find(stays, Registered());
        if (overlapping.Count == 0) return;
        foreach (var draft in spool.Rows())
        {
            if (!overlapping.Contains(draft.Ordinal)) continue;
            report.Add(new ImportFinding(draft.Ordinal, draft.Line, true, "overlap", "start_date", $"“{draft.AssetTag}” is rented on another contract line in these days. End that line first, or correct the dates."));
            Rejected++;
            if (draft.Version == 1) Created--;
            else Updated--;
        }
    }

    public override void Save(Writing writing, long changeSet, DateOnly today, IProgress<long>? progress)
    {
        var contracts = new CustomerContracts(writing, changeSet, hostOrganisation);
        var store = new LineStore(writing, changeSet);
        long done = 0;
        foreach (var draft in spool.Rows())
        {
            if (overlapping.Contains(draft.Ordinal)) continue;
            SegmentKeys[] keys = [new((int)draft.UnitId, (int?)draft.CostCodeId, draft.AssetId)];
            if (draft.Version == 1) store.Add(draft.Id, contracts.Of(draft.UnitId), draft.CodeKey, Snapshot(draft), keys, draft.From);
            else store.Change(draft.Id, draft.Version, Snapshot(draft), keys, draft.From);
            if (++done % 10_000 == 0) progress?.Report(done);
        }
        store.Complete();
        Identities.Advance(writing, "contract_lines");
    }

    public override void Dispose() => spool.Dispose();

    private LineDraft? Parse(RowReader row)
    {
        var code = row.Key("contract_line");
        var key = Keys.Fold(code);
        if (key.Length > 0 && !codes.Add(key)) row.Reject("duplicate_line", "contract_line", $"“{code}” stands in this file already; the first row counts. Remove one of them.");
        var asset = row.Key("asset_tag");
        var unit = row.Known("unit_code", units.Ids, "unit");
        if (unit is null && row.Raw("unit_code").IsEmpty) row.Reject("missing", "unit_code", "A contract line needs the unit that pays.");
        var costCode = row.Known("cost_code", costCodes, "cost_code");
        if (costCode is null && row.Raw("cost_code").IsEmpty) row.Warn("missing_code", "cost_code", "Without a cost code the month cannot be closed.");
        if (costCode is { } known && unit is { } given && known.UnitId != given)
            row.Warn("cost_code_of_another_unit", "cost_code", $"“{costCodeTexts[known.Id]}” belongs to {units.Code(known.UnitId)}, not to {units.Code(given)}.");
        var start = row.Day("start_date");
        if (start is null && row.Raw("start_date").IsEmpty) row.Reject("missing", "start_date", "A contract line needs its first day.");
        var end = row.Day("end_date");
        if (end < start) row.Reject("end_before_start", "end_date", "The last day is before the first.");
        var rate = row.Amount("monthly_rate");
        if (row.Rejected) return null;
        return new LineDraft
        {
            Code = code,
            CodeKey = key,
            AssetKey = Keys.Fold(asset),
            UnitId = unit!.Value,
            CostCodeId = costCode?.Id,
            From = start!.Value,
            Until = end?.AddDays(1),
            MonthlyRate = rate,
            Ordinal = row.Ordinal,
            Line = row.Line,
        };
    }

    private void CompareBatch(ImportReport report)
    {
        if (batch.Count == 0) return;
        var byTag = AmongKeys.Condition(connection, "tag_key", 0);
        var assets = connection
            .Rows($"select tag_key, id, tag from assets where {byTag}", r => (Key: r.GetString(0), Id: r.GetInt64(1), Tag: r.GetString(2)), AmongKeys.Value(connection, [.. batch.Select(d => d.AssetKey)]))
            .ToDictionary(a => a.Key, StringComparer.Ordinal);
        var lines = hasLines ? CurrentLines() : [];
        foreach (var draft in batch)
        {
            if (!assets.TryGetValue(draft.AssetKey, out var asset))
            {
                report.Add(new ImportFinding(draft.Ordinal, draft.Line, true, "unknown_asset", "asset_tag", $"There is no asset “{Imports.Files.Values.Shown(draft.AssetKey)}”. Import it first, or correct the tag."));
                Rejected++;
                continue;
            }
            draft.AssetId = asset.Id;
            draft.AssetTag = asset.Tag;
            Compare(draft, lines.GetValueOrDefault(draft.CodeKey), report);
        }
        batch.Clear();
    }

    private void Compare(LineDraft draft, CurrentLine? old, ImportReport report)
    {
        if (old is null)
        {
            draft.Id = nextId++;
            draft.Version = 1;
            Created++;
        }
        else
        {
            draft.Id = old.Id;
            draft.Code = old.Code;
            draft.Version = old.Version + 1;
            var body = Body(draft);
            if (body == old.Body)
            {
                Unchanged++;
                stays.Add(StayOf(draft));
                return;
            }
            if (!old.IsImported)
            {
                // A file that comes again says nothing new, and undoes nothing; one that says something new would be left out unnoticed.
                var isRepeated = body == old.LastImported;
                report.Add(new ImportFinding(draft.Ordinal, draft.Line, !isRepeated, "changed_in_product", "contract_line",
                    $"“{old.Code}” has been changed here since a file said it last; the row was left out. {(isRepeated ? "The row is as it was then: nothing is to be done." : "What is new in it has to be done on the line's page here.")}"));
                if (isRepeated) Unchanged++;
                else Rejected++;
                return;
            }
            Updated++;
        }
        stays.Add(StayOf(draft) with { LineId = old is null ? 0 : draft.Id });
        spool.Add(draft);
    }

    private Dictionary<string, CurrentLine> CurrentLines()
    {
        var byCode = AmongKeys.Condition(connection, "l.code_key", 0);
        return connection
            .Rows(
                $"""
                select l.code_key, l.id, l.code, l.version, v.body, s.verb,
                  case when s.verb <> '{Verb}' then (select i.body from line_versions i join change_sets t on t.id = i.change_set_id where i.line_id = l.id and t.verb = '{Verb}' order by i.version desc limit 1) end
                from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version join change_sets s on s.id = v.change_set_id where {byCode}
                """,
                r => (Key: r.GetString(0), Line: new CurrentLine(r.GetInt64(1), r.GetString(2), r.GetInt32(3), r.GetString(4), IsImported: r.GetString(5) == Verb, r.Text(6))),
                AmongKeys.Value(connection, [.. batch.Select(d => d.CodeKey)]))
            .ToDictionary(l => l.Key, l => l.Line, StringComparer.Ordinal);
    }

    private IEnumerable<Stay> Registered()
    {
        if (!hasLines) yield break;
        var byAsset = AmongKeys.Condition(connection, "asset_id", 0);
        foreach (var assets in stays.Select(s => s.AssetId).Distinct().Chunk(1000))
        {
            foreach (var stay in connection.Rows(
                $"select asset_id, from_on, until_on, line_id from line_segments where {byAsset}",
                r => new Stay(r.GetInt64(0), r.Day(1).DayNumber, r.DayOrNone(2)?.DayNumber ?? int.MaxValue, r.GetInt64(3), 0),
                AmongKeys.Value(connection, assets)))
            {
                yield return stay;
            }
        }
    }

    private static Stay StayOf(LineDraft draft) => new(draft.AssetId, draft.From.DayNumber, draft.Until?.DayNumber ?? int.MaxValue, draft.Id, draft.Ordinal);

    private string Body(LineDraft draft)
    {
        text.Clear();
        LineText.Write(Snapshot(draft), text);
        return Encoding.UTF8.GetString(text.Written);
    }

    private LineSnapshot Snapshot(LineDraft draft) => LineSnapshot.Imported(
        draft.Code, draft.AssetTag, units.Code(draft.UnitId)!, draft.CostCodeId is { } id ? costCodeTexts[id] : "", new Period(draft.From, draft.Until), draft.MonthlyRate);

    /// <param name="IsImported">A file said it last. The form does not tell: a line that was returned here still has the one that a file can say.</param>
    /// <param name="LastImported">What a file said of it before it was changed here; none where no file ever did.</param>
    private sealed record CurrentLine(long Id, string Code, int Version, string Body, bool IsImported, string? LastImported);
}
