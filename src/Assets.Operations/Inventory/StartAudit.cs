using Assets.Core.Values;
using Assets.Data.Storage;
using Assets.Operations.Storage;

namespace Assets.Operations.Inventory;

public sealed record AuditStarted(int Id);

/// <summary>Begins to go through a room, or a whole site.</summary>
public static class StartAudit
{
    public static Outcome<AuditStarted> Run(Installation installation, string siteCode, string? room, string? formKey = null)
    {
        using var writing = Writing.Begin(installation.Database);
        if (Submissions.Find(writing, formKey) is { } known) return new AuditStarted((int)writing.Connection.Number("select id from audits where change_set_id = @p0", known));
        var site = writing.Connection.Number("select id from sites where code_key = @p0", Keys.Fold(siteCode));
        if (site == 0) return new Refusal(AssetRefusals.UnknownSite, siteCode);
        var changeSet = writing.AddChangeSet(installation.Clock.GetUtcNow(), installation.Actor, "start-audit", null, null);
        var id = (int)writing.Connection.Number("select coalesce(max(id), 0) from audits") + 1;
        writing.Connection.Execute(
            "insert into audits (id, site_id, room, started_at, started_by, change_set_id) values (@p0, @p1, @p2, @p3, @p4, @p5)",
            id, site, string.IsNullOrWhiteSpace(room) ? null : room.Trim(), Conventions.ToMicroseconds(installation.Clock.GetUtcNow()), installation.Actor, changeSet);
        Identities.Advance(writing, "audits");
        Submissions.Add(writing, formKey, changeSet);
        writing.Commit();
        return new AuditStarted(id);
    }
}
