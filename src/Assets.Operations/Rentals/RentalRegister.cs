using System.Data.Common;
using System.Text;
using Assets.Core.Inventory;
using Assets.Core.Rentals;
using Assets.Core.Values;
using Assets.Data.Standard;
using Assets.Data.Storage;
using Assets.Operations.Imports;

namespace Assets.Operations.Rentals;

internal sealed record RegisteredLine(long Id, string Code, int Version, LineSnapshot Snapshot);

internal sealed record RegisteredAsset(long Id, string Tag, AssetState State);

/// <param name="Lineage">Where it lies in the tree.</param>
internal sealed record RegisteredUnit(int Id, string Code, string Lineage);

/// <param name="UnitLineage">Of the unit whose code it is.</param>
internal sealed record RegisteredCostCode(int Id, string Code, string UnitLineage);

/// <summary>
/// Finds by key what a rental verb names, and gives it back under the name that the register writes. What was found is remembered, as far
/// as no rental act changes it: an act about thousands of lines names the same few units and codes, and holds the one writers' lock.
/// </summary>
internal sealed class RentalRegister(DbConnection connection)
{
    private readonly Dictionary<string, RegisteredUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisteredCostCode> costCodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> assetIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegisteredLine> linesAhead = new(StringComparer.Ordinal);
    private ILookup<long, LineSnapshot>? linesOfAssetsAhead;

    /// <summary>Reads at once what an act asks of many lines one by one: each as it is now, for a line changes once in an act, and the lines of their assets.</summary>
    /// <remarks>Only for an act that changes no line's assets or days: of these what was read here tells until its end.</remarks>
    public void ReadAhead(IReadOnlyCollection<long> lines)
    {
        var (among, ids) = (AmongKeys.Condition(connection, "l.id", 0), AmongKeys.Value(connection, lines));
        foreach (var line in connection.Rows($"{Lines} where {among}", Line, ids)) linesAhead.Add(Keys.Fold(line.Code), line);
        var assets = $"select s.asset_id from line_segments s join contract_lines l on l.id = s.line_id where {among}";
        foreach (var (tag, id) in connection.Rows($"select tag, id from assets where id in ({assets})", r => (r.GetString(0), r.GetInt64(1)), ids)) assetIds.TryAdd(tag, id);
        linesOfAssetsAhead = connection.Rows(
            $"""
            select x.asset_id, v.body from (select distinct asset_id, line_id from line_segments where asset_id in ({assets})) x
            join contract_lines l on l.id = x.line_id join line_versions v on v.line_id = l.id and v.version = l.version
            """,
            r => (Asset: r.GetInt64(0), Line: Snapshot(r.GetString(1))), ids).ToLookup(row => row.Asset, row => row.Line);
    }

    public RegisteredLine? Line(string code) =>
        linesAhead.Remove(Keys.Fold(code), out var read) ? read : connection.Rows($"{Lines} where l.code_key = @p0", Line, Keys.Fold(code)).SingleOrDefault();

    public RegisteredUnit? Unit(string code) => Remembered(
        units, "select id, code, lineage from organisations where code_key = @p0", code, r => new RegisteredUnit(r.GetInt32(0), r.GetString(1), r.GetString(2)));

    public RegisteredCostCode? CostCode(string code) => Remembered(
        costCodes, "select c.id, c.code, o.lineage from cost_codes c join organisations o on o.id = c.unit_id where c.code_key = @p0", code,
        r => new RegisteredCostCode(r.GetInt32(0), r.GetString(1), r.GetString(2)));

    /// <summary>As it is now: its state changes in the act.</summary>
    public RegisteredAsset? Asset(string tag) => connection.Rows(
        "select id, tag, state from assets where tag_key = @p0",
        r => new RegisteredAsset(r.GetInt64(0), r.GetString(1), (AssetState)r.GetInt32(2)),
        Keys.Fold(tag)).SingleOrDefault();

    /// <summary>The numbers behind a snapshot's codes, which are the register's own.</summary>
    public SegmentKeys[] KeysOf(LineSnapshot line) => [.. line.Segments.Select(segment => new SegmentKeys(
        Unit(segment.UnitCode)!.Id,
        segment.CostCode.Length == 0 ? null : CostCode(segment.CostCode)!.Id,
        segment.AssetTag is null ? null : AssetId(segment.AssetTag)))];

    /// <summary>The other lines that have, or had, one of the assets.</summary>
    public IEnumerable<LineSnapshot> LinesOf(IEnumerable<long> assets) => assets.SelectMany(asset => linesOfAssetsAhead?.Contains(asset) == true ? linesOfAssetsAhead[asset] : connection.Rows(
        """
        select v.body from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version
        where l.id in (select line_id from line_segments where asset_id = @p0)
        """,
        r => Snapshot(r.GetString(0)),
        asset));

    /// <summary>True where some line charges for the asset on the day.</summary>
    public bool IsRented(long asset, DateOnly day) => connection.Scalar(
        "select 1 from line_segments where asset_id = @p0 and from_on <= @p1 and (until_on is null or until_on > @p1) limit 1",
        asset, Conventions.ToNumber(day)) is not null;

    /// <summary>Whether the rules of a day let an owner off what is unpaid of a device that somebody else takes over; so where there are none.</summary>
    public bool WaivesUnpaid(DateOnly day) => DatedEdition.InForce(connection, day)?.Content.Rules.WaivesUnpaidOnReuse != false;

    /// <summary>The notice that the rules of a day ask for; none where there are none.</summary>
    public int NoticeDays(DateOnly day) => DatedEdition.InForce(connection, day)?.Content.Rules.NoticeDays ?? 0;

    public List<InterestRow> Interest() => connection.Rows(
        "select valid_from, milli_percent from interest_rates", r => new InterestRow(r.Day(0), r.GetInt32(1) / 1000m));

    private const string Lines = "select l.id, l.code, l.version, v.body from contract_lines l join line_versions v on v.line_id = l.id and v.version = l.version";

    private static RegisteredLine Line(DbDataReader r) => new(r.GetInt64(0), r.GetString(1), r.GetInt32(2), Snapshot(r.GetString(3)));

    private long AssetId(string tag)
    {
        if (!assetIds.TryGetValue(tag, out var id)) assetIds.Add(tag, id = Asset(tag)!.Id);
        return id;
    }

    private T? Remembered<T>(Dictionary<string, T> memory, string sql, string code, Func<DbDataReader, T> read)
        where T : class
    {
        if (memory.TryGetValue(code, out var known)) return known;
        if (connection.Rows(sql, read, Keys.Fold(code)).SingleOrDefault() is not { } found) return null;
        memory.Add(code, found);
        return found;
    }

    private static LineSnapshot Snapshot(string body) => LineText.Parse(Encoding.UTF8.GetBytes(body));
}
