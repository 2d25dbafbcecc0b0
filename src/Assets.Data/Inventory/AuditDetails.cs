using Assets.Core.Inventory;
using Assets.Data.Storage;

namespace Assets.Data.Inventory;

public sealed record AuditHead(int Id, string SiteCode, string Site, string? Room, DateTimeOffset StartedAt, string StartedBy, DateTimeOffset? SettledAt, string? SettledBy, int Scans);

/// <param name="Settlement">None until the audit is settled, and for what was found in its place.</param>
/// <param name="RentedOnLineId">The contract line that charges for it today, on which it would be reported lost; none once the audit is settled.</param>
public sealed record AuditedAsset(
    long AssetId, string Tag, string? Serial, AssetKind Kind, string Model, AssetState State, string? Site, string? Room, AuditFinding Finding, AuditSettlement? Settlement, string? Reason, long? RentedOnLineId);

/// <summary>An audit: what was scanned against what the register says stands there. Once settled it shows what was found then.</summary>
/// <param name="Unknown">Labels of nothing in the register.</param>
public sealed record AuditDetails(AuditHead Head, IReadOnlyList<AuditedAsset> Assets, IReadOnlyList<string> Unknown)
{
    private const string Columns = "a.id, a.tag, a.serial, a.kind, m.vendor, m.name, a.state, s.name, a.room";
    private const string Joins = "join models m on m.id = a.model_id left join sites s on s.id = a.site_id";

    public IEnumerable<AuditedAsset> Of(AuditFinding finding) => Assets.Where(asset => asset.Finding == finding);

    /// <summary>The newest first.</summary>
    /// <param name="before">The audit after which, counted backwards, to go on; none from the newest.</param>
    public static IReadOnlyList<AuditHead> List(Database database, int most, int? before = null)
    {
        using var reading = PageReading.Begin(database);
        return Heads(reading, new Query().Add($" where u.id < {before ?? int.MaxValue} order by u.id desc limit {most}"));
    }

    public static AuditDetails? Read(Database database, int id, DateOnly today)
    {
        using var reading = PageReading.Begin(database);
        if (Heads(reading, new Query().Add($" where u.id = {id}")) is not [var head]) return null;
        var unknown = reading.Rows(new Query().Add($"select text from audit_scans where audit_id = {id} and asset_id is null order by text"), r => r.GetString(0));
        return new AuditDetails(head, head.SettledAt is null ? Live(reading, id, today) : Settled(reading, id), unknown);
    }

    /// <summary>What stands there by the register, joined with what was scanned: found, elsewhere, missing.</summary>
    internal static Query LiveRows(int id, DateOnly today) => new Query().Raw($"select {Columns}, case when c.asset_id is null then 2 when a.site_id = u.site_id and (u.room is null or lower(a.room) = lower(u.room)) then 0 else 1 end, ")
        .Add($"(select max(g.line_id) from line_segments g where g.asset_id = a.id and g.from_on <= {today} and (g.until_on is null or g.until_on > {today})) from (")
        .Add($"select asset_id as id from audit_scans where audit_id = {id} and asset_id is not null union select x.id from assets x join audits v on v.id = {id} where x.site_id = v.site_id and (v.room is null or lower(x.room) = lower(v.room)) and x.state in (1, 2, 3)")
        .Raw($") found join assets a on a.id = found.id {Joins} ").Add($"join audits u on u.id = {id} left join audit_scans c on c.audit_id = {id} and c.asset_id = a.id order by a.tag_key");

    private static List<AuditedAsset> Live(PageReading reading, int id, DateOnly today) => reading.Rows(LiveRows(id, today), r => Asset(r, (AuditFinding)Convert.ToInt32(r.GetValue(9), System.Globalization.CultureInfo.InvariantCulture), null, null, r.Long(10)));

    private static List<AuditedAsset> Settled(PageReading reading, int id) => reading.Rows(
        new Query().Raw($"select {Columns}, t.finding, t.settlement, t.reason from audit_results t join assets a on a.id = t.asset_id {Joins} where t.audit_id = ").Add($"{id} order by a.tag_key"),
        r => (AuditFinding)r.GetInt32(9) is var finding && finding == AuditFinding.Found ? Asset(r, finding, null, null) : Asset(r, finding, (AuditSettlement)r.GetInt32(10), r.Text(11)));

    private static AuditedAsset Asset(System.Data.Common.DbDataReader r, AuditFinding finding, AuditSettlement? settlement, string? reason, long? line = null) => new(
        r.GetInt64(0), r.GetString(1), r.Text(2), (AssetKind)r.GetInt32(3), $"{r.GetString(4)} {r.GetString(5)}", (AssetState)r.GetInt32(6), r.Text(7), r.Text(8), finding, settlement, reason, line);

    private static List<AuditHead> Heads(PageReading reading, Query condition) => reading.Rows(
        condition.Wrap("select u.id, s.code, s.name, u.room, u.started_at, u.started_by, u.settled_at, u.settled_by, (select count(*) from audit_scans c where c.audit_id = u.id) from audits u join sites s on s.id = u.site_id", ""),
        r => new AuditHead(
            r.GetInt32(0), r.GetString(1), r.GetString(2), r.Text(3), Conventions.ToInstant(r.GetInt64(4)), r.GetString(5), r.Long(6) is { } at ? Conventions.ToInstant(at) : null, r.Text(7), (int)r.GetInt64(8)));
}
