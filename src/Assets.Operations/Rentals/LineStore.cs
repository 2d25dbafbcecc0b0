using System.Text;
using Assets.Core.Chargeback;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Rentals;

/// <summary>The database's numbers for what a segment names by code; one for each segment of a line, in the same order.</summary>
internal readonly record struct SegmentKeys(int UnitId, int? CostCodeId, long? AssetId);

/// <summary>
/// Writes contract lines: the version that months are computed from, the segments that pages look up, and the history entry. The
/// snapshot names units, cost codes and assets as the register writes them, not as a file happened to: stored charges are compared
/// with recomputed ones by these names. Rows are held back in batches, so that PostgreSQL can copy one table at a time.
/// </summary>
internal sealed class LineStore(Writing writing, long changeSet)
{
    private const int BatchSize = 2_000;
    private readonly List<Entry> batch = [];
    private readonly CanonicalWriter text = new();

    /// <summary>A new line, as its version 1.</summary>
    /// <param name="effectiveOn">From when the fact holds: normally the line's first day.</param>
    public void Add(long lineId, int contractId, string codeKey, LineSnapshot line, SegmentKeys[] keys, DateOnly effectiveOn) =>
        Hold(new Entry(lineId, contractId, codeKey, 1, line, keys, effectiveOn));

    /// <summary>What a line has become: its next version. A line changes once in a change set.</summary>
    /// <param name="version">The number after the line's present version.</param>
    /// <param name="effectiveOn">The first day on which something is other than before.</param>
    public void Change(long lineId, int version, LineSnapshot line, SegmentKeys[] keys, DateOnly effectiveOn) =>
        Hold(new Entry(lineId, 0, null, version, line, keys, effectiveOn));

    /// <summary>Writes what is still held back. Must be called before the commit.</summary>
    public void Complete()
    {
        if (batch.Count == 0) return;
        WriteLines();
        WriteVersions();
        WriteSegments();
        WriteHistory();
        batch.Clear();
    }

    private void Hold(Entry entry)
    {
        if (entry.Keys.Length != entry.Line.Segments.Count)
            throw new ArgumentException($"Line {entry.Line.LineCode} has {entry.Line.Segments.Count} segments and keys for {entry.Keys.Length}.", nameof(entry));
        batch.Add(entry);
        if (batch.Count == BatchSize) Complete();
    }

    private void WriteLines()
    {
        var known = batch.FindAll(entry => entry.CodeKey is null);
        foreach (var entry in known) Become(entry);
        if (known.Count > 0)
            writing.Connection.Execute($"delete from line_segments where {AmongKeys.Condition(writing.Connection, "line_id", 0)}", AmongKeys.Value(writing.Connection, known.ConvertAll(entry => entry.LineId)));
        if (known.Count == batch.Count) return; // PostgreSQL is asked twice for a copy of no rows too
        using var rows = BulkInsert.Into(writing, "contract_lines", "id", "code", "code_key", "contract_id", "version", "change_set_id", "last_from_on", "last_until_on", "last_unit_id", "last_cost_code_id", "last_asset_id", "last_rent");
        foreach (var entry in batch)
        {
            if (entry.CodeKey is null) continue;
            rows.Write(entry.LineId);
            rows.Write(entry.Line.LineCode);
            rows.Write(entry.CodeKey);
            rows.Write(entry.ContractId);
            rows.Write(1);
            rows.Write(changeSet);
            WriteLast(rows, entry);
            rows.EndRow();
        }
        rows.Complete();
    }

    private static void WriteLast(BulkInsert rows, Entry entry)
    {
        var last = entry.Line.Segments.IsEmpty ? null : entry.Line.Segments[^1];
        rows.Write(last?.Period.From ?? entry.EffectiveOn);
        rows.Write(last is null ? entry.EffectiveOn : last.Period.Until ?? DateOnly.MaxValue);
        SegmentKeys? keys = last is null ? null : entry.Keys[^1];
        rows.Write(keys?.UnitId);
        rows.Write(keys?.CostCodeId);
        rows.Write(keys?.AssetId);
        rows.Write(last is null ? 0L : MonthlyRent.On(last, last.Period.From).Ore);
    }

    // What is given back on its first day keeps what it had: it is still somebody's, and has to be found.
    private void Become(Entry entry)
    {
        if (entry.Line.Segments.IsEmpty)
        {
            writing.Connection.Execute(
                "update contract_lines set version = @p0, change_set_id = @p1, last_from_on = @p2, last_until_on = @p2 where id = @p3",
                entry.Version, changeSet, Conventions.ToNumber(entry.EffectiveOn), entry.LineId);
            return;
        }
        var (segment, keys) = (entry.Line.Segments[^1], entry.Keys[^1]);
        writing.Connection.Execute(
            "update contract_lines set version = @p0, change_set_id = @p1, last_from_on = @p2, last_until_on = @p3, last_unit_id = @p4, last_cost_code_id = @p5, last_asset_id = @p6, last_rent = @p7 where id = @p8",
            entry.Version, changeSet, Conventions.ToNumber(segment.Period.From), Conventions.ToNumber(segment.Period.Until ?? DateOnly.MaxValue), keys.UnitId, keys.CostCodeId, keys.AssetId,
            MonthlyRent.On(segment, segment.Period.From).Ore, entry.LineId);
    }

    private void WriteVersions()
    {
        using var rows = BulkInsert.Into(writing, "line_versions", "line_id", "version", "change_set_id", "body");
        foreach (var entry in batch)
        {
            text.Clear();
            LineText.Write(entry.Line, text);
            rows.Write(entry.LineId);
            rows.Write(entry.Version);
            rows.Write(changeSet);
            rows.Write(Encoding.UTF8.GetString(text.Written));
            rows.EndRow();
        }
        rows.Complete();
    }

    private void WriteSegments()
    {
        using var rows = BulkInsert.Into(writing, "line_segments", "line_id", "from_on", "until_on", "unit_id", "cost_code_id", "asset_id", "quantity", "monthly_rent", "product_code", "term_until");
        foreach (var entry in batch)
        {
            for (var i = 0; i < entry.Keys.Length; i++)
            {
                var segment = entry.Line.Segments[i];
                rows.Write(entry.LineId);
                rows.Write(segment.Period.From);
                rows.Write(segment.Period.Until);
                rows.Write(entry.Keys[i].UnitId);
                rows.Write(entry.Keys[i].CostCodeId);
                rows.Write(entry.Keys[i].AssetId);
                rows.Write(segment.Quantity);
                rows.Write(MonthlyRent.On(segment, segment.Period.From).Ore);
                rows.WriteOrNull(segment.Service.Length == 0 ? null : segment.Service);
                rows.Write(TermUntil(segment));
                rows.EndRow();
            }
        }
        rows.Complete();
    }

    private static DateOnly? TermUntil(Segment segment)
    {
        DateOnly? until = null;
        foreach (var component in segment.Price.Components)
        {
            if (component is CapitalComponent capital && (until is null || capital.Until > until)) until = capital.Until;
        }
        return until;
    }

    // Who, when and why stand in the change set; before and after are the two versions, which hold every fact once already.
    private void WriteHistory()
    {
        using var rows = BulkInsert.Into(writing, "history", "change_set_id", "subject", "subject_id", "effective_on");
        foreach (var entry in batch)
        {
            rows.Write(changeSet);
            rows.Write((int)Subject.ContractLine);
            rows.Write(entry.LineId);
            rows.Write(entry.EffectiveOn);
            rows.EndRow();
        }
        rows.Complete();
    }

    private sealed record Entry(long LineId, int ContractId, string? CodeKey, int Version, LineSnapshot Line, SegmentKeys[] Keys, DateOnly EffectiveOn);
}
