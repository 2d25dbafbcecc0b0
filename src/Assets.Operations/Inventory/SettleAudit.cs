using Assets.Core.Inventory;
using Assets.Core.Values;
using Assets.Data.Inventory;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>What is to be done about one asset; the rest is left as it is.</summary>
public sealed record AuditDecision(long AssetId, AuditSettlement Settlement, string? Reason = null);

public sealed record AuditHasSettled(int Found, int Moved, int Lost, int Ignored);

/// <summary>Ends an audit: moves what stood here, marks as lost what is gone, and keeps what was found. All of it or nothing.</summary>
public static class SettleAudit
{
    public static Outcome<AuditHasSettled> Run(Installation installation, int audit, IReadOnlyList<AuditDecision> decisions)
    {
        using var writing = Writing.Begin(installation.Database);
        if (OpenAudit.Refuse(writing.Connection, audit) is { } refused) return refused;
        var (siteCode, room) = writing.Connection.Rows("select s.code, u.room from audits u join sites s on s.id = u.site_id where u.id = @p0", r => (r.GetString(0), r.Text(1)), audit).Single();
        var live = AuditDetails.LiveRows(audit, installation.Today);
        var assets = writing.Connection.Rows(live.Sql, r => (Id: r.GetInt64(0), Tag: r.GetString(1), Finding: (AuditFinding)Convert.ToInt32(r.GetValue(9), System.Globalization.CultureInfo.InvariantCulture)), live.Values);
        var byAsset = decisions.ToDictionary(decision => decision.AssetId);
        if (byAsset.Keys.FirstOrDefault(id => !assets.Exists(asset => asset.Id == id)) is var stranger and not 0)
            return new Refusal(AuditRefusals.NoSuchSettlement, stranger.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "settle-audit", null, null);
        var counts = new Dictionary<AuditSettlement, int>();
        foreach (var (id, tag, finding) in assets)
        {
            var decision = byAsset.GetValueOrDefault(id) ?? new AuditDecision(id, AuditSettlement.Ignored);
            if (decision.Settlement != AuditSettlement.Ignored && !AuditWords.For(finding).Contains(decision.Settlement)) return new Refusal(AuditRefusals.NoSuchSettlement, tag);
            if (Change(tag, decision, siteCode, room) is { } change)
            {
                if (RentedOut.Refuse(writing.Connection, change, installation.Today, installation.Today) is { } rented) return rented;
                if (!ChangeAssets.Within(writing, changeSet, [change], installation.Today, decision.Reason).TryGet(out _, out var refusal)) return refusal;
            }
            writing.Connection.Execute(
                "insert into audit_results (audit_id, asset_id, finding, settlement, reason) values (@p0, @p1, @p2, @p3, @p4)",
                audit, id, (int)finding, (int)decision.Settlement, string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason.Trim());
            if (finding != AuditFinding.Found) counts[decision.Settlement] = counts.GetValueOrDefault(decision.Settlement) + 1;
        }
        writing.Connection.Execute("update audits set settled_at = @p0, settled_by = @p1 where id = @p2", Conventions.ToMicroseconds(installation.Clock.GetUtcNow()), installation.Actor, audit);
        writing.Commit();
        return new AuditHasSettled(
            assets.Count(asset => asset.Finding == AuditFinding.Found), counts.GetValueOrDefault(AuditSettlement.Moved), counts.GetValueOrDefault(AuditSettlement.Lost), counts.GetValueOrDefault(AuditSettlement.Ignored));
    }

    private static AssetChange? Change(string tag, AuditDecision decision, string siteCode, string? room) => decision.Settlement switch
    {
        AuditSettlement.Moved => new AssetChange(tag, SiteCode: siteCode, Room: room),
        AuditSettlement.Lost => new AssetChange(tag, AssetState.Lost),
        _ => null,
    };
}
