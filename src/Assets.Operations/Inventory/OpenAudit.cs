using System.Data.Common;
using Assets.Core.Values;
using Assets.Data.Storage;

namespace Assets.Operations.Inventory;

/// <summary>An audit that can still be added to.</summary>
internal static class OpenAudit
{
    public static Refusal? Refuse(DbConnection connection, int audit)
    {
        var number = audit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (connection.Scalar("select 1 from audits where id = @p0", audit) is null) return new Refusal(AuditRefusals.UnknownAudit, number);
        return connection.Scalar("select settled_at from audits where id = @p0", audit) is null ? null : new Refusal(AuditRefusals.AuditSettled, number);
    }
}
